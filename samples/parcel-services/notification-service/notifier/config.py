import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    rabbitmq_url: str
    exchange: str
    database_url: str
    shipment_url: str
    tracking_url: str
    public_url: str
    smtp_host: str
    smtp_port: int
    smtp_user: str
    smtp_password: str
    sender: str
    metrics_port: int


def load() -> Config:
    env = os.environ.get
    return Config(
        rabbitmq_url=env("RABBITMQ_URL", "amqp://rabbitmq:5672/%2F"),
        exchange=env("EXCHANGE", "parcel.events"),
        database_url=env("DATABASE_URL", "postgresql://notification@notification-db:5432/notification"),
        shipment_url=env("SHIPMENT_SERVICE_URL", "http://shipment-service:8080"),
        tracking_url=env("TRACKING_SERVICE_URL", "http://tracking-service:3000"),
        public_url=env("PUBLIC_URL", "https://track.parcelway.example"),
        smtp_host=env("SMTP_HOST", "smtp.parcelway.example"),
        smtp_port=int(env("SMTP_PORT", "587")),
        smtp_user=env("SMTP_USER", ""),
        smtp_password=env("SMTP_PASSWORD", ""),
        sender=env("SENDER", "Parcelway <no-reply@parcelway.example>"),
        metrics_port=int(env("METRICS_PORT", "9100")),
    )
