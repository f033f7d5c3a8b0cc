from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, Field

ServiceLevel = Literal["ECONOMY", "STANDARD", "EXPRESS"]


class QuoteRequest(BaseModel):
    from_country: str = Field(min_length=2, max_length=2)
    to_country: str = Field(min_length=2, max_length=2)
    to_postcode: str = Field(min_length=2, max_length=12)
    service_level: ServiceLevel
    weight_grams: int = Field(gt=0, le=1_000_000)
    pieces: int = Field(gt=0, le=25)


class QuoteLine(BaseModel):
    text: str
    cents: int


class Quote(BaseModel):
    quote_id: str
    zone: str
    total_cents: int
    currency: str
    lines: list[QuoteLine]


class Zone(BaseModel):
    zone: str
    transit_days: dict[str, int]


class TariffRow(BaseModel):
    zone: str
    service_level: ServiceLevel
    base_cents: int
    per_kg_cents: int


class Surcharge(BaseModel):
    code: str
    text: str
    percent: Decimal | None = None
    fixed_cents: int | None = None
