"""How a share reads, the same on the terminal, in the sentences of the judge and in the report."""

from decimal import ROUND_HALF_UP, Decimal


def share(value: float) -> str:
    """0..1 as `31.8 %`, half away from zero; never rounds to 0 or 100 what is neither."""
    percent = Decimal(repr(value)) * 100
    if 0 < percent < Decimal("0.1"):
        return "< 0.1 %"
    if Decimal("99.9") < percent < 100:
        return "> 99.9 %"
    text = f"{percent.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"
    return text.removesuffix(".0") + " %"
