import pytest
from fastapi.testclient import TestClient

from pricing import config as configuration
from pricing.main import app, get_cache, get_store
from pricing.model import TariffRow, Zone


class FakeStore:
    def __init__(self):
        self.saved = []

    def zone_of(self, country, postcode):
        if country == "DE":
            return Zone(zone="DE-1", transit_days={"STANDARD": 2})
        return None

    def tariff(self, zone, service_level):
        if service_level == "EXPRESS":
            return None
        return TariffRow(zone=zone, service_level=service_level, base_cents=489, per_kg_cents=55)

    def surcharges(self):
        return []

    def save_quote(self, quote, request):
        self.saved.append(quote)


class NoCache:
    def get(self, country, postcode):
        return None

    def put(self, country, postcode, zone):
        pass


@pytest.fixture
def store():
    return FakeStore()


@pytest.fixture
def client(store):
    app.state.settings = configuration.load()
    app.dependency_overrides = {get_store: lambda: store, get_cache: NoCache}
    yield TestClient(app)
    app.dependency_overrides = {}


BODY = {
    "from_country": "DE",
    "to_country": "DE",
    "to_postcode": "20095",
    "service_level": "STANDARD",
    "weight_grams": 900,
    "pieces": 1,
}


def test_quote_is_kept(client, store):
    answer = client.post("/quotes", json=BODY)
    assert answer.status_code == 200
    assert answer.json()["total_cents"] == 544
    assert store.saved[0].quote_id == answer.json()["quote_id"]


def test_unknown_zone(client):
    assert client.post("/quotes", json={**BODY, "to_country": "NZ"}).status_code == 404


def test_level_not_offered(client):
    assert client.post("/quotes", json={**BODY, "service_level": "EXPRESS"}).status_code == 422


def test_zone(client):
    assert client.get("/zones/de/20095").json() == {"zone": "DE-1", "transit_days": {"STANDARD": 2}}
