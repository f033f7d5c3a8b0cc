"""Why this verdict, and the strongest case against it.

Arguments are signs and facts about the whole. Each has a direction (below 0 for the whole, above for several services) and a
strength: the weight of its dimension times its score. A reason is never made up: where nothing was observed, the sentence says so.
"""

from typing import NamedTuple

from assessor.domain.case import Case
from assessor.domain.facts import Evidence
from assessor.domain.judgement import DimensionScore, Sign, Statement, Verdict
from assessor.domain.sentences import joined
from assessor.judge.assumed import Values
from assessor.judge.decision_list import Tested, kloc, percent
from assessor.judge.dimensions import CAPPED
from assessor.judge.standing import Standing
from assessor.judge.wording import SHOWN, Wording, paired

WHOLE: frozenset[Verdict] = frozenset({"bundle", "modular-monolith"})
REASONS = 3
_SAID_BY_SCHEMA = frozenset(
    {
        "sign.architecture-shared-tables",
        "sign.architecture-some-shared-tables",
        "sign.architecture-wide-transactions",
        "sign.architecture-foreign-keys",
    }
)
"""Signs that the sentence about the shared schema already tells."""
_NAMED = 4
_SHARED = 2
_SEVERAL_TABLES = 10
_BESIDE = frozenset({"worker", "scheduler", "one-shot", "frontend", "desktop"})


class Argument(NamedTuple):
    """`subject` is the dimension it speaks of; two arguments of one subject are said together."""

    strength: float
    direction: int
    subject: str
    statement: Statement


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


def _strongest(found: list[Argument]) -> list[Argument]:
    return sorted(found, key=lambda argument: (-argument.strength, argument.statement.id))


def _by_subject(found: list[Argument]) -> list[list[Statement]]:
    """Statements of each subject, strongest first; the subject whose two strongest weigh most comes first."""
    subjects: dict[str, list[Argument]] = {}
    for argument in _strongest(found):
        subjects.setdefault(argument.subject, []).append(argument)
    ordered = sorted(subjects.values(), key=lambda several: (-sum(a.strength for a in several[:2]), several[0].subject))
    return [[argument.statement for argument in several] for several in ordered]


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
        "deployables": _kinds(case),
        "several": sum(int(kind.partition("=")[2]) for kind in _kinds(case).split()),
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


def _kinds(case: Case) -> str:
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


def deciding(case: Case, decided: Tested, standing: Standing, values: Values, wording: Wording) -> list[Statement]:
    """What the matching rule rests on, where that is not itself a sign."""
    if decided.rule == 1:
        return [wording.statement(decided.says, _unread(case), **decided.values)]
    if decided.rule == 2:
        return _services(case, values, wording)
    if decided.rule == 4:
        return [
            wording.statement(
                "reason.few-units", _deployed(case), units=int(standing.units), lines=int(standing.lines), least=values["units.few"]
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
        places = best.evidence if best is not None else _deployed(case)
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
    places = _deployed(case)
    size: dict[str, object] = {"kloc": kloc(standing.lines), "units": int(standing.units)}
    if len(folders) == 1 and len(case.landscape.deployables) == 1:
        found.append(wording.statement("reason.one-deployable", places, name=case.landscape.deployables[0].name, **size))
    elif len(folders) == 1:
        found.append(wording.statement("reason.one-root", places, deployables=_kinds(case), **size))
    elif servers:
        found.append(wording.statement("reason.together", places, deployables=_kinds(case), **size))
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


def _deployed(case: Case) -> list[Evidence]:
    return [d.evidence[0] for d in case.landscape.deployables if d.evidence][:SHOWN]


def _unread(case: Case) -> list[Evidence]:
    return [
        Evidence(unread.path, 0) for unread in sorted(case.coverage.unread, key=lambda u: (-u.lines, u.path))[:SHOWN] if unread.path
    ]


def counter_argument(
    case: Case, decided: Tested, standing: Standing, dimensions: tuple[DimensionScore, ...], values: Values, wording: Wording
) -> Statement:
    """The strongest signs on the other side, and why they do not carry the verdict. Ability to operate is no reason to split."""
    direction = 1 if decided.verdict in WHOLE or decided.verdict == "insufficient-evidence" else -1
    against = _strongest(
        [
            a
            for a in arguments(case, dimensions, values, wording)
            if a.direction == direction and not (direction > 0 and a.subject == CAPPED)
        ]
    )
    if decided.verdict == "already-distributed":
        against = []
    why = wording.statement(f"counter.why.{decided.rule}", (), **decided.values)
    if against:
        strongest = against[0].statement
        if len(against) > 1:
            strongest = wording.together(strongest, against[1].statement)
        return wording.together(strongest, why)
    return wording.together(_structural(case, decided, standing, values, wording), why)


def _structural(case: Case, decided: Tested, standing: Standing, values: Values, wording: Wording) -> Statement:
    """No sign speaks for the other side: what its advocate would say all the same, from the structure."""
    if decided.verdict == "already-distributed":
        counted = [service for service in case.distribution.services if service.counted]
        shared = [store for store in case.distribution.stores if len(store.services) > 1]
        if shared:
            store = max(shared, key=lambda one: (len(one.services), one.store))
            users = joined(store.services[:4])
            return wording.statement(
                "counter.shared-store", store.evidence, store=store.store, users=users, services=len(store.services)
            )
        small = sorted(counted, key=lambda service: (service.lines, service.name))[:2]
        names = " and ".join(f"{service.name} ({service.lines:,} lines)" for service in small)
        return wording.statement(
            "counter.small-services", [s.evidence[0] for s in small if s.evidence], services=len(counted), names=names
        )
    workers = next((figure for figure in case.figures if figure.name == "deployables.workers" and figure.value), None)
    if workers is not None:
        return wording.statement("counter.workers", workers.evidence, workers=int(workers.value), names=", ".join(workers.names))
    best = max(case.parts, key=lambda part: (part.cut, part.name), default=None)
    if best is not None and best.cut >= values["cut.least"]:
        known: dict[str, object] = {"name": best.name, "cut": best.cut, "least": values["cut.least"], "units": best.units}
        return wording.statement("counter.part", best.evidence, **known)
    propagation = case.figure("propagation")
    if not case.cut.applies and standing.units >= values["units.few"] and 0 < propagation < values["cycle.large"]:
        return wording.statement(
            "counter.loose", _deployed(case), share=percent(propagation), packages=int(case.figure("packages"))
        )
    return wording.statement(
        "counter.unknown", _deployed(case), **dict(paired({"units": int(standing.units), "kloc": kloc(standing.lines)}))
    )
