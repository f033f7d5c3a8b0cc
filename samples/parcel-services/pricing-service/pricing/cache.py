import json
import logging

import redis

log = logging.getLogger(__name__)


class ZoneCache:
    """Zones change once a quarter; a cache that is down only makes quotes slower."""

    def __init__(self, client: redis.Redis, ttl_seconds: int):
        self.client = client
        self.ttl_seconds = ttl_seconds

    @staticmethod
    def key(country: str, postcode: str) -> str:
        return f"zone:{country}:{postcode}"

    def get(self, country: str, postcode: str) -> dict | None:
        try:
            value = self.client.get(self.key(country, postcode))
        except redis.RedisError as error:
            log.warning("cache read failed: %s", error)
            return None
        return json.loads(value) if value else None

    def put(self, country: str, postcode: str, zone: dict) -> None:
        try:
            self.client.setex(self.key(country, postcode), self.ttl_seconds, json.dumps(zone))
        except redis.RedisError as error:
            log.warning("cache write failed: %s", error)
