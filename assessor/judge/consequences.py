"""What follows from the verdict: advice, flags, the next three steps, and what is missing to be surer."""

from assessor.domain.case import Case
from assessor.domain.criteria import Choice
from assessor.domain.facts import Evidence
from assessor.domain.findings import CERTAIN
from assessor.domain.judgement import Flip, Statement, Verdict
from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import joined
from assessor.judge.assumed import Values
from assessor.judge.decision_list import Tested, operated_by_customers
from assessor.judge.dimensions import answered
from assessor.judge.questions import open_questions
from assessor.judge.standing import PREREQUISITES, Standing
from assessor.judge.wording import Wording

STEPS = 3


def advice(case: Case, decided: Tested, standing: Standing, flags: tuple[str, ...], values: Values, knowledge: Knowledge) -> str:
    """For an application that already is several services: `keep`, `merge-some` or `merge-all`; else empty.

    Services with one operator and one release gain nothing from being several (Istio 1.5, Segment), unless a part has a reason
    of its own; services that share a store, or are too many for one bundle, are merged in part (Sentry).
    """
    if decided.verdict != "already-distributed":
        return ""
    choices = _choices(case, knowledge)
    together = any(choice.rhythm == "together" for choice in choices)
    own_reason = any(choice.driver for choice in choices)
    one_operator = standing.teams == 1 or operated_by_customers(standing, values)
    if together and one_operator and not own_reason:
        return "merge-all"
    shared = any(len(store.services) > 1 for store in case.distribution.stores)
    return "merge-some" if shared or together or "bundle-too-heavy" in flags else "keep"


def flags(case: Case, decided: Tested, values: Values, knowledge: Knowledge) -> tuple[str, ...]:
    """Words beside the verdict, sorted."""
    found = {choice.flag for choice in _choices(case, knowledge) if choice.flag}
    if containers(case) > values["budget.containers"] or case.memory_mib > values["budget.memory"]:  # as in `heavy`
        found.add("bundle-too-heavy")
    if case.figure("images.modes") >= values["run-modes.least"] and decided.verdict != "insufficient-evidence":
        found.add("run-modes")
    if any(runtime.platform == "windows" for runtime in case.landscape.runtimes):
        found.add("windows-containers")
    if any(s.placement == "outside" for s in case.landscape.services) or any(
        d.role == "desktop" for d in case.landscape.deployables
    ):
        found.add("part-stays-outside")
    return tuple(sorted(found))


def containers(case: Case) -> int:
    """Containers of the bundle: stated, else what would run in it."""
    inside = [d for d in case.landscape.deployables if d.role not in ("desktop", "one-shot")]
    return case.containers or len(inside) + sum(s.placement == "bundle" for s in case.landscape.services)


def _choices(case: Case, knowledge: Knowledge) -> list[Choice]:
    return [choice for several in answered(case.answers, knowledge).values() for choice, _ in several]


def heavy(case: Case, values: Values, wording: Wording) -> Statement | None:
    """Says that the bundle itself becomes the problem, with its weight and the budget; None below it."""
    count = containers(case)
    if count <= values["budget.containers"] and case.memory_mib <= values["budget.memory"]:
        return None
    said: dict[str, object] = {
        "containers": count,
        "most": int(values["budget.containers"]),
        "memory": f"{case.memory_mib / 1024:.1f}",
        "limit": f"{values['budget.memory'] / 1024:.0f}",
    }
    return wording.statement("step.lighten", [d.evidence[0] for d in case.landscape.deployables if d.evidence], **said)


def steps(
    case: Case,
    decided: Tested,
    standing: Standing,
    advised: str,
    flips: tuple[Flip, ...],
    values: Values,
    knowledge: Knowledge,
    wording: Wording,
) -> tuple[Statement, ...]:
    """The next three: what decides first, then what stands in the way, then the proof."""
    asking = _asking(case, decided.verdict, flips, knowledge, wording)
    warned = heavy(case, values, wording)
    working = [*([warned] if warned else []), *_working(case, decided, standing, advised, wording)]
    found = [*working[:1], *asking, *working[1:]] if decided.rule == 1 else [*asking, *working]
    found = found[: STEPS - 1]
    last = "step.point" if decided.verdict == "insufficient-evidence" else "step.beside"
    closing = [wording.statement(last, ()), wording.statement("step.agree", ()), wording.statement("step.backup", ())]
    return tuple([*found, *closing][:STEPS])


def _asking(case: Case, verdict: Verdict, flips: tuple[Flip, ...], knowledge: Knowledge, wording: Wording) -> list[Statement]:
    pending = open_questions(case, knowledge)
    if not pending:
        return []
    moving = [question for question in pending if any(f.subject == question.id and f.verdict != verdict for f in flips)]
    if not moving:
        return [wording.statement("step.ask", (), open=len(pending), first=pending[0].text)]
    if len(moving) == 1:
        return [wording.statement("step.ask.one", (), first=moving[0].text)]
    return [wording.statement("step.ask.deciding", (), moving=len(moving), first=moving[0].text, second=moving[1].text)]


def _working(case: Case, decided: Tested, standing: Standing, advised: str, wording: Wording) -> list[Statement]:
    found = []
    blockers: dict[str, list[Evidence]] = {}
    words: dict[str, str] = {}
    days: dict[str, tuple[float, float]] = {}
    for finding in case.findings:
        if finding.mark == "blocker" and finding.confidence >= CERTAIN:
            blockers.setdefault(finding.rule, []).append(finding.evidence)
            words.setdefault(finding.rule, finding.message)
            days[finding.rule] = (finding.effort.low, finding.effort.high)
    if decided.verdict == "already-distributed":
        found.append(
            wording.statement(
                f"step.{advised}", [e for s in case.distribution.stores if len(s.services) > 1 for e in s.evidence[:1]]
            )
        )
    if decided.verdict in ("selective-extraction", "microservices"):
        found.append(wording.statement("step.extract", (), name=joined([part.name for part in decided.parts[:3]])))
    if decided.rule == 8:
        found.extend(_lifting(case, decided, standing, wording))
    if blockers:
        low, high = sum(one[0] for one in days.values()), sum(one[1] for one in days.values())
        names = "; ".join(words[rule].rstrip(".") for rule in sorted(blockers)[:3])
        places = [places[0] for _, places in sorted(blockers.items())]
        found.append(wording.statement("step.blockers", places, kinds=len(blockers), names=names, low=low, high=high))
    cycle = next((figure for figure in case.figures if figure.name == "cycle.units" and figure.value > 1), None)
    if decided.verdict == "modular-monolith" and cycle is not None:
        says = "step.cycle" if cycle.names else "step.cycle.unnamed"
        found.append(wording.statement(says, cycle.evidence, units=int(cycle.value), names=joined(cycle.names[:2])))
    if decided.verdict == "insufficient-evidence":
        says = {"not-an-application": "step.find-start", "contradicting-answers": "step.mend-answers"}.get(
            decided.detail, "step.read-more"
        )
        found.append(wording.statement(says, (), **decided.values))
    outside = [s for s in case.landscape.services if s.placement == "outside"]
    if outside:
        found.append(
            wording.statement(
                "step.outside", [e for s in outside for e in s.evidence[:1]], names=joined([s.name for s in outside[:3]])
            )
        )
    stores = [s for s in case.landscape.services if s.placement == "bundle" and s.slot == "database"]
    if stores:
        found.append(wording.statement("step.data", stores[0].evidence[:2], name=stores[0].name))
    return found


def _lifting(case: Case, decided: Tested, standing: Standing, wording: Wording) -> list[Statement]:
    """What would make the rules before the last one hold: the best part's binding constraint, and missing prerequisites."""
    found = []
    best = max(case.parts, key=lambda part: (part.cut, part.name), default=None)
    if "failed.cut" in str(decided.values["failed"]) and best is not None and best.remedy in wording.sentences:
        said = wording.statement("flip.constraint", best.evidence, name=best.name, cut=best.cut, lifted=best.lifted)
        found.append(wording.together(said, wording.statement(best.remedy, ())))
    absent = " ".join(f"prerequisite.{name}=1" for name in PREREQUISITES if name not in standing.ops)
    if "failed.ops" in str(decided.values["failed"]):
        found.append(wording.statement("step.prerequisites", (), absent=absent))
    return found


def missing(case: Case, standing: Standing, wording: Wording, knowledge: Knowledge) -> tuple[Statement, ...]:
    """What was not read, not simulated and not answered."""
    found = []
    strangers = [language for language in case.coverage.languages if not language.understood]
    for language in strangers:
        found.append(
            wording.statement("missing.language", (), language=language.name, files=language.files, lines=f"{language.lines:,}")
        )
    reasons: dict[str, list[Evidence]] = {}
    for unread in case.coverage.unread:
        if unread.reason != "no-grammar":
            reasons.setdefault(unread.reason, []).append(Evidence(unread.path, 0))
    for reason, places in sorted(reasons.items()):
        found.append(wording.statement("missing.unread", places, reason=reason, files=len(places)))
    if not standing.cut_applies:
        found.append(wording.statement(case.cut.says or "cut.not-simulated", (), **dict(case.cut.values)))
    pending = open_questions(case, knowledge)
    if pending:
        found.append(wording.statement("missing.answers", (), open=len(pending), all=len(knowledge.interview)))
    return tuple(found)
