"""The weights, thresholds and constants in force, by id."""

from collections.abc import Mapping

from assessor.domain.judgement import AssumedValue
from assessor.domain.knowledge import Knowledge
from assessor.errors import RuleError

Values = Mapping[str, float]


class Assumed(dict[str, float]):
    """Values of `rules/assumptions/` by id; one that is missing is an error of the rules, not of the reader."""

    def __missing__(self, key: str) -> float:
        raise RuleError(f"rules/assumptions/ holds no '{key}'", at="rules/assumptions", hint=f"add a file with 'id: {key}'")


def assumed(knowledge: Knowledge) -> Assumed:
    """Every number of `rules/assumptions/`."""
    return Assumed({one.id: one.value for one in knowledge.assumptions if one.kind != "list"})


def printed(knowledge: Knowledge) -> tuple[AssumedValue, ...]:
    """The weights and thresholds of the judgement with basis and source, as the report prints them."""
    return tuple(
        AssumedValue(one.id, one.text, one.value, one.unit, one.basis, one.source)
        for one in knowledge.assumptions
        if one.kind in ("weight", "threshold")
    )


def words(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """A list of names of `rules/assumptions/`, empty when there is none."""
    return next((one.words for one in knowledge.assumptions if one.id == name), ())
