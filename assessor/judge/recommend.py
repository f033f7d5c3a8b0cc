"""The verdict with its whole defence: scores, reasons, the case against, what would change it, and what to do next.

In: one `Case`. Out: one `Recommendation`. Nothing here reads files, and nothing is random: the sweep draws from a fixed seed.
"""

from typing import get_args

from assessor.domain.case import Case
from assessor.domain.facts import Evidence
from assessor.domain.judgement import Condition, Flip, Override, Recommendation, Score, Sensitivity, Statement, Verdict
from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import joined
from assessor.domain.spoken import templates
from assessor.judge.assumed import Assumed, assumed, printed
from assessor.judge.consequences import advice, containers, flags, missing, steps
from assessor.judge.constraints import constraint_flips
from assessor.judge.counter import counter_argument
from assessor.judge.decision_list import Tested, decide, tested
from assessor.judge.dimensions import cells, need
from assessor.judge.precedents import nearest
from assessor.judge.questions import contradictions, extremes, flips, questions
from assessor.judge.reasons import reasons
from assessor.judge.sensitivity import sweep, threshold_flips
from assessor.judge.signs import dimension_scores
from assessor.judge.standing import PREREQUISITES, Standing, standing
from assessor.judge.wording import SHOWN, Wording, in_a_sentence, paired

VERDICTS: tuple[str, ...] = get_args(Verdict)


def recommend(case: Case, knowledge: Knowledge) -> Recommendation:
    """What `decision.md` calls the verdict, and everything it must show beside it."""
    wording = Wording(templates(knowledge))
    values = assumed(knowledge)
    here = standing(case, case.answers, knowledge)
    decided = decide(here, values)
    scored = cells(here.evidence, values)
    ranges, (low, high) = extremes(case, knowledge, values)
    dimensions = dimension_scores(case, scored, ranges, values, knowledge, wording)
    needed = need(scored, values)
    flagged = flags(case, decided, values, knowledge)
    advised = advice(case, decided, here, flagged, values, knowledge)
    asked = flips(case, knowledge, values, wording)
    firmness = sweep(here, knowledge)
    override = _override(case)
    headline = _headline(case, decided, advised, wording)
    return Recommendation(
        verdict=override.verdict if override else decided.verdict,
        computed=decided.verdict,
        detail=decided.detail,
        rule=decided.rule,
        sentence=headline.text,
        confidence=_confidence(case, decided.verdict, firmness, asked),
        advice=advised,
        flags=flagged,
        reasons=reasons(case, decided, here, dimensions, values, wording),
        counter_argument=counter_argument(case, decided, here, dimensions, values, wording),
        flips=(*asked, *constraint_flips(here, values, wording), *threshold_flips(here, knowledge, wording)),
        steps=steps(case, decided, here, advised, asked, values, knowledge, wording),
        dimensions=dimensions,
        need=_need(needed, min(low, needed), max(high, needed), wording),
        ops=_ops(case, here, knowledge, wording),
        cut=_cut(case, wording),
        conditions=tuple(_condition(one, wording) for one in tested(here, values)),
        questions=questions(case, knowledge),
        contradictions=contradictions(case, knowledge, wording),
        precedents=nearest(here, decided.verdict, knowledge, wording) if decided.rule > 1 else (),
        missing=missing(case, here, wording, knowledge),
        override=override,
        headline=headline,
        sensitivity=firmness,
        assumptions=printed(knowledge),
        distribution=case.distribution,
    )


def _confidence(case: Case, verdict: Verdict, firmness: Sensitivity, asked: tuple[Flip, ...]) -> float:
    """Share of sweep runs that keep the verdict, times the share of code understood, times that of open answers that keep it."""
    kept = sum(flip.verdict == verdict for flip in asked) / len(asked) if asked else 1.0
    return round(firmness.kept / firmness.runs * case.coverage.share * kept, 3)


def _override(case: Case) -> Override | None:
    said = case.answers
    for verdict in get_args(Verdict):
        if said.override_verdict == verdict:
            return Override(verdict, said.override_reason, said.override_by)
    return None


def _headline(case: Case, decided: Tested, advised: str, wording: Wording) -> Statement:
    outside = [service for service in case.landscape.services if service.placement == "outside"]
    says = f"headline.{decided.verdict}"
    if decided.verdict == "already-distributed":
        says += f".{advised}"
    elif decided.verdict == "insufficient-evidence":
        says += f".{decided.detail}"
    elif outside and decided.verdict in ("bundle", "modular-monolith"):
        says += ".outside"
    if containers(case) == 1 and decided.verdict in ("bundle", "modular-monolith"):
        says += ".one"
    values: dict[str, object] = {
        "containers": containers(case),
        "outside": joined([in_a_sentence(service.name) for service in outside[:2]]),
        "names": joined([part.name for part in decided.parts]),
        "parts": len(decided.parts),
        "services": sum(service.counted for service in case.distribution.services),
    }
    return wording.statement(says, [e for service in outside for e in service.evidence[:1]], **values)


def _condition(one: Tested, wording: Wording) -> Condition:
    pairs = paired(one.values)
    return Condition(one.rule, one.verdict, one.holds, wording.text(one.says, pairs), one.says, pairs)


def _need(value: float, low: float, high: float, wording: Wording) -> Score:
    pairs = paired({"need": value, "low": low, "high": high})
    return Score(
        "NEED", round(value, 4), True, wording.text("score.need", pairs), round(low, 4), round(high, 4), (), "score.need", pairs
    )


def _ops(case: Case, here: Standing, knowledge: Knowledge, wording: Wording) -> Score:
    criteria = {criterion.id: criterion for criterion in knowledge.criteria}
    places = [e for o in case.observations if criteria[o.criterion].prerequisite for e in o.evidence[:2]]
    asked = {question.id for question in knowledge.interview if question.prerequisite}
    source = case.answers.source
    places += [Evidence(source, a.line, f"question.{a.question}") for a in case.answers.answers if source and a.question in asked]
    absent = [name for name in PREREQUISITES if name not in here.ops]
    says = "score.ops" if here.ops and absent else "score.ops.all" if here.ops else "score.ops.none"
    pairs = paired(
        {
            "ops": len(here.ops),
            "found": " ".join(f"prerequisite.{name}=1" for name in here.ops),
            "absent": " ".join(f"prerequisite.{name}=1" for name in absent),
        }
    )
    high = float(len(PREREQUISITES))
    return Score(
        "OPS", float(len(here.ops)), True, wording.text(says, pairs), 0.0, high, tuple(sorted(set(places)))[:SHOWN], says, pairs
    )


def _cut(case: Case, wording: Wording) -> Score:
    cut = case.cut
    if cut.text or not cut.says:
        return cut
    return Score(
        cut.name, cut.value, cut.applies, wording.text(cut.says, cut.values), cut.low, cut.high, cut.evidence, cut.says, cut.values
    )


__all__ = ["VERDICTS", "Assumed", "recommend"]
