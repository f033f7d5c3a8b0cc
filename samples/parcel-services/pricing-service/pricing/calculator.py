import uuid
from decimal import ROUND_HALF_UP, Decimal

from pricing.model import Quote, QuoteLine, QuoteRequest, Surcharge, TariffRow


def _round(value: Decimal) -> int:
    return int(value.quantize(Decimal("1"), rounding=ROUND_HALF_UP))


def chargeable_half_kilos(weight_grams: int) -> int:
    return -(-weight_grams // 500)


def calculate(request: QuoteRequest, tariff: TariffRow, surcharges: list[Surcharge], currency: str) -> Quote:
    freight = tariff.base_cents + _round(Decimal(tariff.per_kg_cents * chargeable_half_kilos(request.weight_grams)) / 2)
    lines = [QuoteLine(text=f"{request.service_level.title()}, zone {tariff.zone}", cents=freight)]
    if request.pieces > 1:
        lines.append(QuoteLine(text=f"{request.pieces - 1} further pieces", cents=(request.pieces - 1) * 150))
    for surcharge in surcharges:
        if surcharge.percent is not None:
            lines.append(QuoteLine(text=surcharge.text, cents=_round(freight * surcharge.percent / 100)))
        elif surcharge.fixed_cents is not None and request.from_country != request.to_country:
            lines.append(QuoteLine(text=surcharge.text, cents=surcharge.fixed_cents))
    return Quote(
        quote_id=str(uuid.uuid4()),
        zone=tariff.zone,
        total_cents=sum(line.cents for line in lines),
        currency=currency,
        lines=lines,
    )
