"""Why this verdict: three reasons. A reason is never made up: where nothing was observed, the sentence says so."""

from assessor.domain.case import Case
from assessor.domain.facts import Evidence
from assessor.domain.judgement import DimensionScore, Statement
from assessor.domain.sentences import joined
from assessor.judge.arguments import WHOLE, Argument, arguments, deployed, kinds, strongest
from assessor.judge.assumed import Values
from assessor.judge.decision_list import Tested, kloc, percent
from assessor.judge.standing import Standing
from assessor.judge.wording import SHOWN, Wording

REASONS = 3
_NAMED = 4


def reasons(
    case: Case, decided: Tested, standing: Standing, dimensions: tuple[DimensionScore, ...], values: Values, wording: Wording
) -> tuple[Statement, ...]:
    """Three, strongest first; the fact that the matching rule rests on leads. Signs of one dimension are said together."""
    picked = deciding(case, decided, standing, values, wording)[:REASONS]
    if decided.verdict == "insufficient-evidence":
        return tuple(picked)
    direction = -1 if decided.verdict in WHOLE else 1
    found = [a for a in arguments(case, dimensions, values, wording) if a.direction == direction]
    for said_together in _by_subject(found):
        shown = {place for statement in picked for place in statement.evidence}
        fresh = [s for s in said_together if not s.evidence or not shown.issuperset(s.evidence)]
        if fresh and len(picked) < REASONS:
            picked.append(wording.together(fresh[0], fresh[1]) if len(fresh) > 1 else fresh[0])
    for statement in plain(case, standing, values, wording):
        if len(picked) < REASONS and statement.id not in {p.id for p in picked}:
            picked.append(statement)
    return tuple(picked)


def _by_subject(found: list[Argument]) -> list[list[Statement]]:
    """Statements of each subject, strongest first; the subject whose two strongest weigh most comes first."""
    subjects: dict[str, list[Argument]] = {}
    for argument in strongest(found):
        subjects.setdefault(argument.subject, []).append(argument)
    ordered = sorted(subjects.values(), key=lambda several: (-sum(a.strength for a in several[:2]), several[0].subject))
    return [[argument.statement for argument in several] for several in ordered]


def deciding(case: Case, decided: Tested, standing: Standing, values: Values, wording: Wording) -> list[Statement]:
    """What the matching rule rests on, where that is not itself a sign."""
    if decided.rule == 1:
        return [wording.statement(decided.says, _unread(case), **decided.values)]
    if decided.rule == 2:
        return _services(case, values, wording)
    if decided.rule == 4:
        return [
            wording.statement(
                "reason.few-units",
                deployed(case),
                units=int(standing.units),
                lines=f"{int(standing.lines):,}",
                least=values["units.few"],
            )
        ]
    cycle = next((figure for figure in case.figures if figure.name == "cycle.units"), None)
    if decided.verdict == "modular-monolith" and cycle is not None and standing.cycle > values["cycle.large"]:
        units, share = int(cycle.value), percent(standing.cycle)
        first = cycle.names[0] if cycle.names else ""
        return [
            wording.statement(
                "reason.cycle" if first else "reason.cycle.unnamed",
                cycle.evidence,
                units=units,
                share=share,
                kloc=kloc(standing.lines),
                first=first,
            )
        ]
    if decided.rule == 8 and decided.values["failed"]:
        best = max(case.parts, key=lambda part: (part.cut, part.name), default=None)
        places = best.evidence if best is not None else deployed(case)
        return [wording.statement("reason.failed", places, need=decided.values["need"], failed=decided.values["failed"])]
    if decided.rule in (6, 7):
        return [
            wording.statement(
                "reason.part", part.evidence, name=part.name, cut=part.cut, drivers=" ".join(f"driver.{d}=1" for d in part.drivers)
            )
            for part in decided.parts[:2]
        ]
    return []


def _services(case: Case, values: Values, wording: Wording) -> list[Statement]:
    counted = [s for s in case.distribution.services if s.counted and s.exclusive >= values["services.exclusive"]]
    names = [service.name for service in counted]
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} more"]
    places = [service.evidence[0] for service in counted if service.evidence]
    lowest = min((service.exclusive for service in counted), default=0.0)
    says = "reason.services" if lowest < 1 else "reason.services.apart"
    found = [wording.statement(says, places, services=len(counted), names=joined(names), exclusive=percent(lowest))]
    calls = case.distribution.calls
    if calls:
        first = calls[0]
        places = [call.evidence[0] for call in calls if call.evidence]
        pairs = ", ".join(f"{call.source} to {call.target}" for call in calls[:2])
        found.append(
            wording.statement(
                "reason.calls", places, calls=sum(c.sites for c in calls), pairs=pairs, source=first.source, target=first.target
            )
        )
    own = [store for store in case.distribution.stores if len(store.services) == 1]
    shared = [store for store in case.distribution.stores if len(store.services) > 1]
    if own:
        places = [store.evidence[0] for store in own if store.evidence]
        owners = ", ".join(f"{store.store} ({store.services[0]})" for store in own[:3])
        found.append(wording.statement("reason.own-stores", places, stores=len(own), owners=owners, shared=len(shared)))
    return found


def plain(case: Case, standing: Standing, values: Values, wording: Wording) -> list[Statement]:
    """What can be said of any application that was read: what is started, and how much code that is."""
    found = []
    servers = [d for d in case.landscape.deployables if d.role in ("web", "service")]
    folders = {d.folder for d in case.landscape.deployables}
    places = deployed(case)
    size: dict[str, object] = {"kloc": kloc(standing.lines), "units": int(standing.units)}
    if len(folders) == 1 and len(case.landscape.deployables) == 1:
        found.append(wording.statement("reason.one-deployable", places, name=case.landscape.deployables[0].name, **size))
    elif len(folders) == 1:
        found.append(wording.statement("reason.one-root", places, deployables=kinds(case), **size))
    elif servers:
        found.append(wording.statement("reason.together", places, deployables=kinds(case), **size))
    open_signs = {d for d, one in standing.evidence.items() if not one.signs and not one.answers}
    if open_signs:
        found.append(
            wording.statement(
                "reason.no-sign", places, count=len(open_signs), dimensions=" ".join(f"dimension.{d}=1" for d in sorted(open_signs))
            )
        )
    share = percent(case.figure("propagation"))
    cycle = next((figure for figure in case.figures if figure.name == "cycle.units" and figure.value > 1), None)
    if cycle is not None:
        found.append(
            wording.statement("reason.propagation", cycle.evidence, share=share, cycle=int(cycle.value), units=int(standing.units))
        )
    stores = next((figure for figure in case.figures if figure.name == "stores" and figure.value), None)
    if stores is not None:
        found.append(wording.statement("reason.stores", stores.evidence, stores=int(stores.value), names=", ".join(stores.names)))
    return found


def _unread(case: Case) -> list[Evidence]:
    return [
        Evidence(unread.path, 0) for unread in sorted(case.coverage.unread, key=lambda u: (-u.lines, u.path))[:SHOWN] if unread.path
    ]
