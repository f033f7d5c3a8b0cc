import logging
import time
from contextlib import asynccontextmanager

import redis
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Histogram, generate_latest
from psycopg_pool import ConnectionPool

from pricing import config as configuration
from pricing.cache import ZoneCache
from pricing.calculator import calculate
from pricing.model import Quote, QuoteRequest, TariffRow, Zone
from pricing.store import PriceStore

logging.basicConfig(
    level=logging.INFO,
    format='{"time":"%(asctime)s","level":"%(levelname)s","logger":"%(name)s","message":"%(message)s"}',
)
log = logging.getLogger("pricing")

QUOTES = Counter("pricing_quotes_total", "Quotes given", ["service_level"])
SECONDS = Histogram("pricing_request_seconds", "Duration of requests", ["path"])


@asynccontextmanager
async def lifespan(app: FastAPI):
    settings = configuration.load()
    pool = ConnectionPool(settings.database_url, min_size=2, max_size=10, open=True)
    app.state.settings = settings
    app.state.store = PriceStore(pool)
    app.state.cache = ZoneCache(redis.Redis.from_url(settings.redis_url), settings.quote_ttl_seconds)
    yield
    pool.close()


app = FastAPI(title="pricing-service", version="1.9.2", lifespan=lifespan)


@app.middleware("http")
async def measure(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    route = request.scope.get("route")
    SECONDS.labels(route.path if route else "none").observe(time.perf_counter() - started)
    return response


def get_store(request: Request) -> PriceStore:
    return request.app.state.store


def get_cache(request: Request) -> ZoneCache:
    return request.app.state.cache


def find_zone(country: str, postcode: str, store: PriceStore, cache: ZoneCache) -> Zone:
    known = cache.get(country, postcode)
    if known is not None:
        return Zone(**known)
    zone = store.zone_of(country, postcode)
    if zone is None:
        raise HTTPException(404, f"no zone for {country} {postcode}")
    cache.put(country, postcode, zone.model_dump())
    return zone


@app.post("/quotes", response_model=Quote)
def quote(
    body: QuoteRequest,
    request: Request,
    store: PriceStore = Depends(get_store),
    cache: ZoneCache = Depends(get_cache),
):
    zone = find_zone(body.to_country, body.to_postcode, store, cache)
    tariff = store.tariff(zone.zone, body.service_level)
    if tariff is None:
        raise HTTPException(422, f"{body.service_level} is not offered in zone {zone.zone}")
    result = calculate(body, tariff, store.surcharges(), request.app.state.settings.currency)
    store.save_quote(result, body)
    QUOTES.labels(body.service_level).inc()
    return result


@app.get("/zones/{country}/{postcode}", response_model=Zone)
def zone(
    country: str,
    postcode: str,
    store: PriceStore = Depends(get_store),
    cache: ZoneCache = Depends(get_cache),
):
    return find_zone(country.upper(), postcode, store, cache)


@app.get("/tariffs", response_model=list[TariffRow])
def tariffs(store: PriceStore = Depends(get_store)):
    return store.tariffs()


@app.get("/healthz")
def healthz(store: PriceStore = Depends(get_store)):
    store.ping()
    return {"status": "up"}


@app.get("/metrics")
def metrics():
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
