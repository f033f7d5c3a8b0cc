import json
import logging
import pathlib
import signal

import pika
import requests
from prometheus_client import Counter, Gauge, start_http_server

from notifier import config as configuration
from notifier.clients import ShipmentClient, TrackingClient
from notifier.handler import Handler
from notifier.mail import Mailer
from notifier.store import DeliveryStore

QUEUE = "notification.events"
BINDINGS = ("shipment.created", "parcel.scanned", "parcel.delivered")
HANDLED = Counter("notification_events_total", "Events handled", ["outcome"])
CONNECTED = Gauge("notification_broker_connected", "1 while the broker is connected")

logging.basicConfig(
    level=logging.INFO,
    format='{"time":"%(asctime)s","level":"%(levelname)s","logger":"%(name)s","message":"%(message)s"}',
)
log = logging.getLogger("notifier")


def build(config: configuration.Config) -> Handler:
    session = requests.Session()
    store = DeliveryStore(config.database_url)
    schema = pathlib.Path(__file__).resolve().parent.parent / "schema.sql"
    store.prepare(schema.read_text(encoding="utf-8"))
    return Handler(ShipmentClient(config, session), TrackingClient(config, session), store, Mailer(config))


def consume(config: configuration.Config, handler: Handler) -> None:
    connection = pika.BlockingConnection(pika.URLParameters(config.rabbitmq_url))
    channel = connection.channel()
    channel.exchange_declare(config.exchange, exchange_type="topic", durable=True)
    channel.queue_declare(QUEUE, durable=True)
    for key in BINDINGS:
        channel.queue_bind(QUEUE, config.exchange, routing_key=key)
    channel.basic_qos(prefetch_count=10)
    CONNECTED.set(1)

    def on_message(ch, method, properties, body):
        try:
            outcome = handler.handle(method.routing_key, json.loads(body))
            ch.basic_ack(method.delivery_tag)
        except Exception:
            outcome = "failed"
            log.exception("event %s failed", method.routing_key)
            ch.basic_nack(method.delivery_tag, requeue=not method.redelivered)
        HANDLED.labels(outcome).inc()

    signal.signal(signal.SIGTERM, lambda *_: connection.add_callback_threadsafe(channel.stop_consuming))
    channel.basic_consume(QUEUE, on_message)
    try:
        channel.start_consuming()
    finally:
        CONNECTED.set(0)
        if connection.is_open:
            connection.close()


def main() -> None:
    config = configuration.load()
    start_http_server(config.metrics_port)
    consume(config, build(config))


if __name__ == "__main__":
    main()
