import amqp from "amqplib";
import { ZoneClient } from "./clients/zones";
import { Config } from "./config";
import { log } from "./log";
import { Scan, ShipmentCreated } from "./model";
import { Store } from "./store";

const QUEUE = "tracking.announcements";

export class Events {
  private constructor(
    private readonly connection: amqp.Connection,
    private readonly channel: amqp.ConfirmChannel,
    private readonly config: Config,
  ) {}

  static async connect(config: Config): Promise<Events> {
    const connection = await amqp.connect(config.rabbitUrl);
    const channel = await connection.createConfirmChannel();
    await channel.assertExchange(config.exchange, "topic", { durable: true });
    connection.on("error", (error) => log.error({ error }, "broker connection failed"));
    connection.on("close", () => process.exit(1));
    return new Events(connection, channel, config);
  }

  async consumeAnnouncements(store: Store, zones: ZoneClient): Promise<void> {
    await this.channel.assertQueue(QUEUE, { durable: true });
    await this.channel.bindQueue(QUEUE, this.config.exchange, "shipment.*");
    await this.channel.prefetch(20);
    await this.channel.consume(QUEUE, async (message) => {
      if (!message) {
        return;
      }
      try {
        await handle(message, store, zones);
        this.channel.ack(message);
      } catch (error) {
        log.error({ error, key: message.fields.routingKey }, "announcement failed");
        this.channel.nack(message, false, !message.fields.redelivered);
      }
    });
  }

  async publishScan(scan: Scan): Promise<void> {
    const key = scan.kind === "DELIVERED" ? "parcel.delivered" : "parcel.scanned";
    const body = { trackingCode: scan.trackingCode, kind: scan.kind, depot: scan.depot, at: scan.at.toISOString() };
    this.channel.publish(this.config.exchange, key, Buffer.from(JSON.stringify(body)), {
      contentType: "application/json",
      persistent: true,
      messageId: scan.scanId,
    });
    await this.channel.waitForConfirms();
  }

  async close(): Promise<void> {
    this.connection.removeAllListeners("close");
    await this.channel.close();
    await this.connection.close();
  }
}

async function handle(message: amqp.ConsumeMessage, store: Store, zones: ZoneClient): Promise<void> {
  const event = JSON.parse(message.content.toString("utf8")) as ShipmentCreated;
  if (message.fields.routingKey === "shipment.cancelled") {
    await store.cancel(event.trackingCode);
    return;
  }
  await store.announce({
    _id: event.trackingCode,
    serviceLevel: event.serviceLevel,
    recipientCountry: event.recipientCountry,
    recipientPostcode: event.recipientPostcode,
    state: "ANNOUNCED",
    announcedAt: new Date(event.at),
  });
  const days = await zones.transitDays(event.recipientCountry, event.recipientPostcode, event.serviceLevel);
  if (days !== undefined) {
    await store.setTransitDays(event.trackingCode, days);
  }
}
