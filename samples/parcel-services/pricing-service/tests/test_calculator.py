from decimal import Decimal

from pricing.calculator import calculate, chargeable_half_kilos
from pricing.model import QuoteRequest, Surcharge, TariffRow

TARIFF = TariffRow(zone="DE-1", service_level="STANDARD", base_cents=489, per_kg_cents=55)
FUEL = Surcharge(code="FUEL", text="Fuel", percent=Decimal("7.5"))
EXPORT = Surcharge(code="CUSTOMS", text="Export papers", fixed_cents=250)


def request(**changes):
    values = dict(
        from_country="DE", to_country="DE", to_postcode="20095", service_level="STANDARD", weight_grams=1200, pieces=1
    )
    values.update(changes)
    return QuoteRequest(**values)


def test_weight_is_rounded_up_to_half_kilos():
    assert [chargeable_half_kilos(g) for g in (1, 500, 501, 1000)] == [1, 1, 2, 2]


def test_domestic_quote():
    quote = calculate(request(), TARIFF, [FUEL, EXPORT], "EUR")
    assert [line.cents for line in quote.lines] == [572, 43]
    assert quote.total_cents == 615


def test_export_papers_only_across_borders():
    quote = calculate(request(to_country="AT"), TARIFF, [EXPORT], "EUR")
    assert quote.lines[-1].cents == 250


def test_further_pieces():
    assert calculate(request(pieces=3), TARIFF, [], "EUR").lines[1].cents == 300
