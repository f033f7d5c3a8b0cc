import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    database_url: str
    redis_url: str
    quote_ttl_seconds: int
    currency: str


def load() -> Config:
    return Config(
        database_url=os.environ.get("DATABASE_URL", "postgresql://pricing@pricing-db:5432/pricing"),
        redis_url=os.environ.get("REDIS_URL", "redis://redis:6379/0"),
        quote_ttl_seconds=int(os.environ.get("QUOTE_TTL_SECONDS", "900")),
        currency=os.environ.get("CURRENCY", "EUR"),
    )
