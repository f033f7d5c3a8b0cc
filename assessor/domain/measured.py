"""The shape of `rules/measured/`: what the findings of each rule were worth where somebody judged them by reading the code."""

from msgspec import Struct


class Worth(Struct, frozen=True, forbid_unknown_fields=True):
    """`right` of `judged` findings were true, no application counting more than ten; `share` is the share to be expected in an
    application that nobody has seen, drawn towards that of the rule's family where little was judged."""

    right: float
    judged: float
    share: float


class Measured(Struct, frozen=True, forbid_unknown_fields=True):
    """The worth of rules by their ids; `unjudged` is the share of a rule of ours that nobody judged. A user's own is believed."""

    id: str
    note: str
    source: str
    unjudged: float
    rules: dict[str, Worth]
