"""Arguments: every sign and answer that points somewhere, as a statement with a direction and a strength.

Direction is below 0 for the whole and above for several services; strength is the weight of the dimension times the score.
"""

from typing import NamedTuple

from assessor.domain.case import Case
from assessor.domain.facts import Evidence
from assessor.domain.judgement import DimensionScore, Sign, Statement, Verdict
from assessor.judge.assumed import Values
from assessor.judge.wording import SHOWN, Wording

WHOLE: frozenset[Verdict] = frozenset({"bundle", "modular-monolith"})
_SAID_BY_SCHEMA = frozenset(
    {
        "sign.architecture-shared-tables",
        "sign.architecture-some-shared-tables",
        "sign.architecture-wide-transactions",
        "sign.architecture-foreign-keys",
    }
)
"""Signs that the sentence about the shared schema already tells."""
_SHARED = 2
_SEVERAL_TABLES = 10
_BESIDE = frozenset({"worker", "scheduler", "one-shot", "frontend", "desktop"})


class Argument(NamedTuple):
    """`subject` is the dimension it speaks of; two arguments of one subject are said together."""

    strength: float
    direction: int
    subject: str
    statement: Statement


def arguments(case: Case, dimensions: tuple[DimensionScore, ...], values: Values, wording: Wording) -> list[Argument]:
    """Every sign and answer that points somewhere."""
    found = []
    for dimension in dimensions:
        for sign in dimension.signs:
            if sign.score:
                strength = dimension.weight * abs(sign.score) * (1.25 if sign.basis == "answered" else 1.0)
                found.append(Argument(strength, 1 if sign.score > 0 else -1, dimension.dimension, _of_sign(sign)))
    shared = shared_schema(case, wording)
    if shared is not None:
        found = [argument for argument in found if argument.statement.id not in _SAID_BY_SCHEMA]
        found.append(Argument(values["weight.architecture"] * 2.5, -1, "architecture", shared))
    return found


def _of_sign(sign: Sign) -> Statement:
    name = sign.id if sign.basis == "answered" else f"sign.{sign.id}"
    return Statement(name, sign.text, sign.evidence[:SHOWN], sign.values)


def shared_schema(case: Case, wording: Wording) -> Statement | None:
    """Why the data do not come apart: several modules write the same tables, or transactions write to several."""
    tables = {figure.name: figure for figure in case.figures}
    shared, wide = tables.get("tables.shared"), tables.get("transactions.wide")
    across = int(wide.value) if wide is not None else 0
    known: dict[str, object] = {
        "tables": int(max(case.figure("tables"), case.figure("tables.written"))),
        "keys": int(case.figure("foreign-keys")),
        "wide": across,
        "deployables": kinds(case),
        "several": sum(int(kind.partition("=")[2]) for kind in kinds(case).split()),
    }
    places = wide.evidence if wide is not None else ()
    alone = known["several"] == 1
    if shared is not None and shared.value >= _SHARED:
        known |= {"shared": int(shared.value), "names": ", ".join(shared.names[:3])}
        says = "reason.shared-schema" if not across else "reason.shared-schema.alone" if alone else "reason.shared-schema.wide"
        return wording.statement(says, [*shared.evidence[:4], *places[:2]], **known)
    if across >= _SHARED and case.figure("tables") >= _SEVERAL_TABLES:
        return wording.statement("reason.one-schema.alone" if alone else "reason.one-schema", places, **known)
    return None


def kinds(case: Case) -> str:
    """What runs, as a list for a sentence: `war=2 worker=1`."""
    modules = {
        figure.name.removeprefix("modules."): int(figure.value) for figure in case.figures if figure.name.startswith("modules.")
    }
    if modules:
        return " ".join(f"{kind}={count}" for kind, count in sorted(modules.items(), key=lambda one: (-one[1], one[0])))
    counts: dict[str, int] = {}
    for deployable in case.landscape.deployables:
        kind = deployable.artifact if deployable.role in ("web", "service") else deployable.role
        counts[kind] = counts.get(kind, 0) + 1
    return " ".join(
        f"{kind}={count}" for kind, count in sorted(counts.items(), key=lambda one: (one[0] in _BESIDE, -one[1], one[0]))
    )


def strongest(found: list[Argument]) -> list[Argument]:
    """By strength, equal ones by the id of their sentence."""
    return sorted(found, key=lambda argument: (-argument.strength, argument.statement.id))


def deployed(case: Case) -> list[Evidence]:
    """Where the deployables were found."""
    return [d.evidence[0] for d in case.landscape.deployables if d.evidence][:SHOWN]
