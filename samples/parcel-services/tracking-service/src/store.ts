import { Collection, Db, MongoClient, MongoServerError } from "mongodb";
import { Config } from "./config";
import { Journey, Scan } from "./model";

const DUPLICATE_KEY = 11000;

export class Store {
  private constructor(
    private readonly client: MongoClient,
    private readonly db: Db,
  ) {}

  static async connect(config: Config): Promise<Store> {
    const client = await new MongoClient(config.mongoUrl, { maxPoolSize: 40 }).connect();
    const store = new Store(client, client.db(config.mongoDatabase));
    await store.createIndexes();
    return store;
  }

  private get journeys(): Collection<Journey> {
    return this.db.collection<Journey>("journeys");
  }

  private get scans(): Collection<Scan> {
    return this.db.collection<Scan>("scans");
  }

  private async createIndexes(): Promise<void> {
    await this.scans.createIndex({ scanId: 1 }, { unique: true });
    await this.scans.createIndex({ trackingCode: 1, at: -1 });
    await this.journeys.createIndex({ state: 1, lastScanAt: 1 });
  }

  async announce(journey: Journey): Promise<void> {
    await this.journeys.updateOne({ _id: journey._id }, { $setOnInsert: journey }, { upsert: true });
  }

  async cancel(trackingCode: string): Promise<void> {
    await this.journeys.updateOne({ _id: trackingCode, state: "ANNOUNCED" }, { $set: { state: "CANCELLED" } });
  }

  async setTransitDays(trackingCode: string, transitDays: number): Promise<void> {
    await this.journeys.updateOne({ _id: trackingCode }, { $set: { transitDays } });
  }

  /** Returns false when the scanner sent this scan before. */
  async addScan(scan: Scan): Promise<boolean> {
    try {
      await this.scans.insertOne({ ...scan });
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) {
        return false;
      }
      throw error;
    }
    // scanners send late: an older scan never replaces a newer state
    await this.journeys.updateOne(
      { _id: scan.trackingCode, $or: [{ lastScanAt: { $exists: false } }, { lastScanAt: { $lt: scan.at } }] },
      { $set: { state: scan.kind, lastDepot: scan.depot, lastScanAt: scan.at } },
    );
    return true;
  }

  journey(trackingCode: string): Promise<Journey | null> {
    return this.journeys.findOne({ _id: trackingCode });
  }

  scansOf(trackingCode: string): Promise<Scan[]> {
    return this.scans.find({ trackingCode }, { projection: { _id: 0 } }).sort({ at: -1 }).limit(100).toArray();
  }

  async ping(): Promise<void> {
    await this.db.command({ ping: 1 });
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
