"""Public precedents: their profiles as cases, and those nearest to an application, for and against its verdict.

Distance is the mean difference over the features that both sides know, each scaled to 0..1: the five dimensions, the order of
magnitude of the code, the number of services, teams.
"""

from math import log2, log10
from typing import NamedTuple

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.domain.coverage import Coverage
from assessor.domain.criteria import Precedent, Profile
from assessor.domain.findings import Figure
from assessor.domain.judgement import Distribution, Part, PrecedentMatch, Score, ServiceCall, ServiceShare, ServiceStore, Verdict
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Deployable, Landscape
from assessor.judge.assumed import Assumed, assumed
from assessor.judge.decision_list import decide, kloc
from assessor.judge.dimensions import DIMENSIONS, cells
from assessor.judge.standing import Standing, standing
from assessor.judge.wording import Wording, paired

_LEAST_COMMON = 3
_EACH = 2


class _Feature(NamedTuple):
    """0..1, and the phrase for an application that has it: a sentence id of `rules/sentences/features.yml` with `n`."""

    value: float
    phrase: str


def case_of(profile: Profile) -> Case:
    """The case that a precedent's published figures describe."""
    answers = tuple(sorted(_answers(profile)))
    services = tuple(
        ServiceShare(f"service-{n}", f"service-{n}", "service", 0, profile.exclusive, True) for n in range(1, profile.services + 1)
    )
    calls = (ServiceCall("service-1", "service-2", "http", profile.calls, ()),) if profile.calls else ()
    stores = [ServiceStore(f"own-{n}", (f"service-{n}",), ()) for n in range(1, profile.stores + 1)]
    stores += [ServiceStore(f"shared-{n}", ("service-1", "service-2"), ()) for n in range(1, profile.shared_stores + 1)]
    figures = {
        "lines": profile.lines,
        "units": profile.units,
        "cycle.share": profile.cycle,
        "cycle.units": profile.cycle * profile.units,
        "images.modes": profile.run_modes,
    }
    deployable = Deployable("application", "web", "", "executable", "", "", 0, "assumed", ())
    return Case(
        coverage=Coverage(0, profile.lines, 1.0, (), (), (), ()),
        landscape=Landscape((), (deployable,), ()),
        figures=tuple(Figure(name, float(value)) for name, value in sorted(figures.items())),
        distribution=Distribution(services, calls, tuple(sorted(stores))),
        answers=Answers(answers=answers),
        parts=tuple(Part(part.name, part.cut, drivers=part.drivers, writes=part.writes) for part in profile.parts),
        cut=Score("CUT", max((part.cut for part in profile.parts), default=0.0), bool(profile.parts), ""),
        containers=profile.containers,
        memory_mib=profile.memory_mib,
    )


def _answers(profile: Profile) -> list[Answer]:
    """`question: value`, or `question: value@part`."""
    return [Answer(question, *value.partition("@")[::2]) for question, value in profile.answers.items()]


def nearest(here: Standing, verdict: Verdict, knowledge: Knowledge, wording: Wording) -> tuple[PrecedentMatch, ...]:
    """The nearest two with the same verdict, and the nearest two with another."""
    values = assumed(knowledge)
    mine = _features(here, values)
    measured = []
    for precedent in knowledge.precedents:
        there = standing(case_of(precedent.profile), case_of(precedent.profile).answers, knowledge)
        theirs = _features(there, values)
        common = sorted(set(mine) & set(theirs))
        if len(common) >= min(_LEAST_COMMON, len(mine)):
            distance = sum(abs(mine[name].value - theirs[name].value) for name in common) / len(common) if common else 1.0
            measured.append((round(distance, 6), precedent.id, precedent, theirs, common))
    found = []
    for like in (True, False):
        chosen = [one for one in sorted(measured, key=lambda one: one[:2]) if (verdict in one[2].expect.verdict) == like][:_EACH]
        for _, _, precedent, theirs, common in chosen:
            found.append(_match(precedent, like, mine, theirs, common, knowledge, wording))
    return tuple(found)


def _match(
    precedent: Precedent,
    like: bool,
    mine: dict[str, _Feature],
    theirs: dict[str, _Feature],
    common: list[str],
    knowledge: Knowledge,
    wording: Wording,
) -> PrecedentMatch:
    gaps = sorted(common, key=lambda name: (abs(mine[name].value - theirs[name].value), name))
    same = [name for name in gaps if abs(mine[name].value - theirs[name].value) <= 0.15][:2]
    other = [name for name in reversed(gaps) if abs(mine[name].value - theirs[name].value) > 0.25][:1]
    says = "precedent.why" + (".same" if same else "") + (".other" if other else "")
    values = {"same": " ".join(theirs[name].phrase for name in same), "other": " ".join(theirs[name].phrase for name in other)}
    verdict = decide(
        standing(case_of(precedent.profile), case_of(precedent.profile).answers, knowledge), assumed(knowledge)
    ).verdict
    pairs = tuple((f"1.{name}", value) for name, value in paired(values))
    ids = f"precedent.{precedent.id}+{says}"
    return PrecedentMatch(precedent.id, precedent.name, verdict, like, wording.text(ids, pairs), precedent.source, ids, pairs)


def _features(one: Standing, values: Assumed) -> dict[str, _Feature]:
    found: dict[str, _Feature] = {}
    for dimension in DIMENSIONS:
        scored = cells(one.evidence, values)[dimension]
        if scored.confidence:
            side = "bundle" if scored.score < 0 else "distribution" if scored.score > 0 else "even"
            found[dimension] = _Feature((scored.contribution + 2) / 4, f"feature.{dimension}.{side}=1")
    if one.lines > 0:
        found["size"] = _Feature(min(1.0, max(0.0, (log10(one.lines) - 3) / 4)), f"feature.size={kloc(one.lines)}")
    services = max(1, len(one.exclusive))
    found["services"] = _Feature(min(1.0, log2(services) / 6), f"feature.services={services}")
    if one.teams:
        found["teams"] = _Feature(min(1.0, (one.teams - 1) / 2), f"feature.teams={one.teams}")
    return found
