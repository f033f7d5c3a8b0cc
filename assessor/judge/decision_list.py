"""The decision list: eight rules, the first that holds gives the verdict. Every number comes from `rules/assumptions/`.

A rule returns whether it holds, its verdict, and the numbers it looked at; `rules/sentences/conditions.yml` says them.
Rules 4 and 5 never fall below what rule 3 would say of the same code, so that "we run it ourselves" cannot move a verdict
towards the bundle.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from assessor.domain.judgement import Part, Verdict
from assessor.domain.sentences import joined
from assessor.domain.shares import share
from assessor.judge.assumed import Values
from assessor.judge.dimensions import cells, need
from assessor.judge.standing import Standing


class Tested(NamedTuple):
    """A rule as it was tested. `says` picks the sentence; `values` fill it."""

    rule: int
    verdict: Verdict
    holds: bool
    says: str
    values: dict[str, object]
    detail: str = ""
    parts: tuple[Part, ...] = ()


Rule = Callable[[Standing, Values, float], Tested]


def decide(standing: Standing, values: Values) -> Tested:
    """The first rule that holds."""
    return next(tested for tested in _tested(standing, values) if tested.holds)


def tested(standing: Standing, values: Values) -> tuple[Tested, ...]:
    """All rules, also those behind the first that holds."""
    return tuple(_tested(standing, values))


def _tested(standing: Standing, values: Values) -> Iterator[Tested]:
    needed = need(cells(standing.evidence, values), values)
    for rule in RULES:
        yield rule(standing, values, needed)


def tangled(standing: Standing, values: Values) -> bool:
    """Large, and held together by one big cycle: it needs module borders, whoever runs it."""
    return (
        standing.lines >= values["size.large"] and standing.cycle > values["cycle.large"] and standing.units >= values["units.few"]
    )


def operated_by_customers(standing: Standing, values: Values) -> bool:
    """By an answer, or by enough independent signs without a contrary one."""
    if standing.operated:
        return standing.operated == "customers"
    return len(standing.customer_signs) >= values["signs.customers"] and not standing.central_signs


def _insufficient(standing: Standing, values: Values, needed: float) -> Tested:
    known: dict[str, object] = {
        "share": share(standing.share),
        "least": percent(values["coverage.least"]),
        "deployables": standing.deployables,
    }
    if standing.share < values["coverage.least"]:
        return Tested(1, "insufficient-evidence", True, "rule.1.coverage", known, "too-little-understood")
    if not standing.deployables:
        return Tested(1, "insufficient-evidence", True, "rule.1.nothing", known, "not-an-application")
    if standing.contradictions:
        first, second = standing.contradictions[0]
        return Tested(
            1,
            "insufficient-evidence",
            True,
            "rule.1.contradiction",
            known | {"first": first, "second": second},
            "contradicting-answers",
        )
    return Tested(1, "insufficient-evidence", False, "rule.1.no", known)


def _distributed(standing: Standing, values: Values, needed: float) -> Tested:
    own = sum(share >= values["services.exclusive"] for share in standing.exclusive)
    connected = standing.calls >= values["services.calls"]
    stored = standing.own_stores >= values["services.stores"]
    holds = own >= values["services.least"] and (connected or stored)
    says = "rule.2.yes" if holds else "rule.2.few" if own < values["services.least"] else "rule.2.unconnected"
    known: dict[str, object] = {
        "services": own,
        "least": values["services.least"],
        "exclusive": percent(values["services.exclusive"]),
        "calls": standing.calls,
        "stores": standing.own_stores,
    }
    return Tested(2, "already-distributed", holds, says, known)


def _customers(standing: Standing, values: Values, needed: float) -> Tested:
    holds = operated_by_customers(standing, values)
    verdict: Verdict = "modular-monolith" if tangled(standing, values) else "bundle"
    how = "answered" if standing.operated else "signs"
    says = f"rule.3.{how}.{'yes' if holds else 'no'}"
    known: dict[str, object] = {
        "signs": len(standing.customer_signs),
        "contrary": len(standing.central_signs),
        "least": values["signs.customers"],
        "kloc": kloc(standing.lines),
        "cycle": percent(standing.cycle),
    }
    return Tested(3, verdict, holds, says, known)


def _few_units(standing: Standing, values: Values, needed: float) -> Tested:
    said = need(cells(standing.from_answers, values), values)
    few = standing.units < values["units.few"]
    holds = few and said < values["need.high"]
    says = "rule.4.yes" if holds else "rule.4.answers" if few else "rule.4.no"
    known: dict[str, object] = {"units": standing.units, "least": values["units.few"], "need": said, "high": values["need.high"]}
    return Tested(4, "bundle", holds, says, known)


def _no_need(standing: Standing, values: Values, needed: float) -> Tested:
    holds = needed <= values["need.none"]
    small = standing.lines < values["size.large"]
    one = standing.teams == 1
    verdict: Verdict = "bundle" if (small or one) and not tangled(standing, values) else "modular-monolith"
    says = "rule.5.no" if not holds else "rule.5.small" if small else "rule.5.team" if verdict == "bundle" else "rule.5.large"
    known: dict[str, object] = {
        "need": needed,
        "none": values["need.none"],
        "kloc": kloc(standing.lines),
        "large": kloc(values["size.large"]),
        "cycle": percent(standing.cycle),
    }
    return Tested(5, verdict, holds, says, known)


def _split(standing: Standing, values: Values, needed: float) -> Tested:
    free = tuple(part for part in standing.parts if part.cut >= values["cut.least"])
    writes = sum(part.writes for part in free)
    failed = [
        name
        for name, good in (
            ("need", needed >= values["need.high"]),
            ("parts", len(free) >= values["parts.many"]),
            ("writes", writes >= values["parts.writes"]),
            ("ops", len(standing.ops) >= values["ops.all"]),
            ("teams", standing.teams >= values["teams.many"]),
        )
        if not good
    ]
    holds = standing.cut_applies and not failed
    says = "rule.6.yes" if holds else "rule.6.no" if standing.cut_applies else "rule.6.not-simulated"
    known: dict[str, object] = {
        "need": needed,
        "high": values["need.high"],
        "parts": len(free),
        "many": values["parts.many"],
        "writes": percent(writes),
        "ops": len(standing.ops),
        "teams": standing.teams or "?",
        "several": values["teams.many"],
        "covered": percent(values["parts.writes"]),
        "least": values["cut.least"],
        "failed": " ".join(failed),
    }
    return Tested(6, "microservices", holds, says, known, parts=free)


def _extract(standing: Standing, values: Values, needed: float) -> Tested:
    free = [part for part in standing.parts if part.cut >= values["cut.least"] and part.drivers]
    best = tuple(sorted(free, key=lambda part: (-part.cut, part.name)))[: int(values["parts.extracted"])]
    ready = len(standing.ops) >= values["ops.some"]
    wanted = needed > values["need.none"]
    holds = bool(best) and ready and wanted and standing.cut_applies
    says = "rule.7.yes" if holds else "rule.7.no" if standing.cut_applies else "rule.7.not-simulated"
    known: dict[str, object] = {
        "need": needed,
        "none": values["need.none"],
        "parts": len(free),
        "names": joined([part.name for part in best]),
        "best": len(best),
        "ops": len(standing.ops),
        "some": values["ops.some"],
        "least": values["cut.least"],
    }
    return Tested(7, "selective-extraction", holds, says, known, parts=best)


def _otherwise(standing: Standing, values: Values, needed: float) -> Tested:
    free = [part for part in standing.parts if part.cut >= values["cut.least"]]
    failed = []
    if not standing.cut_applies:
        failed.append("failed.simulated=1")
    elif not free:
        failed.append("failed.cut=1")
    elif not any(part.drivers for part in free):
        failed.append("failed.driver=1")
    if len(standing.ops) < values["ops.some"]:
        failed.append("failed.ops=1")
    known: dict[str, object] = {"need": needed, "ops": len(standing.ops), "failed": " ".join(failed)}
    says = "rule.8.no-need" if needed <= values["need.none"] else "rule.8" if failed else "rule.8.plain"
    return Tested(8, "modular-monolith", True, says, known)


RULES: tuple[Rule, ...] = (_insufficient, _distributed, _customers, _few_units, _no_need, _split, _extract, _otherwise)


def percent(share: float) -> str:
    """0.315 as `32 %`."""
    return f"{share * 100:.0f} %"


def kloc(lines: float) -> str:
    """12,345 lines as `12.3`."""
    return f"{lines / 1000:,.1f}" if lines < 99_950 else f"{lines / 1000:,.0f}"
