"""The strongest case against the verdict, and why it does not carry it."""

from assessor.domain.case import Case
from assessor.domain.judgement import DimensionScore, Statement
from assessor.domain.sentences import joined
from assessor.judge.arguments import WHOLE, arguments, deployed, strongest
from assessor.judge.assumed import Values
from assessor.judge.decision_list import Tested, kloc, percent
from assessor.judge.dimensions import CAPPED
from assessor.judge.standing import Standing
from assessor.judge.wording import Wording, paired


def counter_argument(
    case: Case, decided: Tested, standing: Standing, dimensions: tuple[DimensionScore, ...], values: Values, wording: Wording
) -> Statement:
    """The strongest signs on the other side, and why they do not carry the verdict. Ability to operate is no reason to split."""
    direction = 1 if decided.verdict in WHOLE or decided.verdict == "insufficient-evidence" else -1
    against = strongest(
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
        said = against[0].statement
        if len(against) > 1:
            said = wording.together(said, against[1].statement)
        return wording.together(said, why)
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
        return wording.statement("counter.loose", deployed(case), share=percent(propagation), packages=int(case.figure("packages")))
    return wording.statement(
        "counter.unknown", deployed(case), **dict(paired({"units": int(standing.units), "kloc": kloc(standing.lines)}))
    )
