"""The shapes of the folders of `rules/` that judge: findings, criteria, interview, assumptions, precedents, sentences."""

from typing import Any, Literal

from msgspec import Struct, field

from assessor.domain.findings import Mark
from assessor.domain.language import Translation

Dimension = Literal["audience", "scenario", "architecture", "operations", "elasticity"]
Prerequisite = Literal["provisioning", "monitoring", "deployment"]
Driver = Literal["load", "zone", "release", "isolation", "volatility"]
RuleBasis = Literal["assumed", "published", "measured"]


class FactExamples(Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of facts, written short (`{fact: trait, name: file.write}`), that the rule must find something in, or nothing."""

    match: tuple[tuple[dict[str, Any], ...], ...] = ()
    miss: tuple[tuple[dict[str, Any], ...], ...] = ()


class FindingRule(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/findings/`: a predicate over facts that is a finding (see `findings/predicates.py`).

    `effort` is a range of person-days per kind of fix. `message` may name fields of the fact: `{key}`, `{value}`, `{name}`.
    """

    id: str
    when: dict[str, Any]
    message: str
    mark: Mark
    concern: str
    source: str
    note: str = ""
    fix: str = ""
    effort: tuple[float, float] = (0.0, 0.0)
    confidence: float = 1.0
    once: bool = False
    examples: FactExamples = FactExamples()
    zh_CN: Translation | None = field(default=None, name="zh-CN")


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in another language."""

    message: str
    note: str = ""


class Criterion(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/criteria/<dimension>/`: a sign. `score` -2 argues for the bundle, +2 for distribution.

    `topic` marks signs that count together elsewhere (`customer-operated`, `centrally-operated`); `prerequisite` is what the sign
    proves for OPS, `asks` the question of the interview that it hints at. `message` knows {hits}, {places} (files), {first} (a
    file), {names} (what was captured), {kinds} (how many of them), {figure_count} and {percent}.
    """

    id: str
    dimension: Dimension
    score: float
    when: dict[str, Any]
    message: str
    basis: RuleBasis
    source: str
    topic: str = ""
    asks: str = ""
    prerequisite: Prerequisite | None = None
    examples: FactExamples = FactExamples()
    zh_CN: Wording | None = field(default=None, name="zh-CN")


class Choice(Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed answer. `score` as in `Criterion`; `prerequisite` true or false answers OPS; `driver` gives the named part a reason
    of its own; `teams` and `operator` set what the decision list asks for; `flag` is a flag of the recommendation.
    `contradicts` names `question=value` that cannot also be true. `statement` is what the answer says, as a sentence of a report.
    """

    id: str
    text: str
    score: float = 0.0
    zh_CN: str = field(default="", name="zh-CN")
    statement: str = ""
    zh_CN_statement: str = field(default="", name="zh-CN-statement")
    prerequisite: bool | None = None
    driver: Driver | None = None
    teams: int = 0
    operator: Literal["", "customers", "own"] = ""
    flag: str = ""
    rhythm: Literal["", "together"] = ""
    contradicts: tuple[str, ...] = ()


class InterviewQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/interview/`: choices sorted from the bundle towards distribution. `per_part`: may be answered for a part.

    `prerequisite` is the one of OPS it decides. `order`: questions that decide more come first.
    """

    id: str
    dimension: Dimension
    text: str
    choices: tuple[Choice, ...]
    source: str
    order: int = 50
    per_part: bool = False
    prerequisite: Prerequisite | None = None
    note: str = ""
    zh_CN: str = field(default="", name="zh-CN")


class Assumption(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/assumptions/`: a weight, threshold or constant, printed with basis and source.

    `kind` weight and threshold are varied in the sensitivity sweep; `words` is for lists of names. `whole`: only integers make
    sense. `low` and `high` bound the value where both are given.
    """

    id: str
    text: str
    basis: RuleBasis
    source: str
    kind: Literal["weight", "threshold", "constant", "list"] = "constant"
    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    words: tuple[str, ...] = ()
    whole: bool = False
    zh_CN: str = field(default="", name="zh-CN")


class PartProfile(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a precedent: its CUT as published figures suggest, the drivers, its share of the writes."""

    name: str
    cut: float
    drivers: tuple[Driver, ...] = ()
    writes: float = 0.0


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """A precedent in the terms of the decision list. `services` counts first-party servers from source roots of their own."""

    answers: dict[str, str] = field(default_factory=dict)
    lines: int = 0
    units: int = 0
    cycle: float = 0.0
    services: int = 1
    exclusive: float = 1.0
    calls: int = 0
    stores: int = 0
    shared_stores: int = 0
    containers: int = 0
    memory_mib: int = 0
    run_modes: int = 0
    parts: tuple[PartProfile, ...] = ()


class Expectation(Struct, frozen=True, forbid_unknown_fields=True):
    """What the profile of a precedent must give; empty advice and flags are not compared."""

    verdict: tuple[str, ...]
    advice: str = ""
    flags: tuple[str, ...] = ()


class Precedent(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/precedents/`: a public case with the numbers it published and the feature it calibrates."""

    id: str
    name: str
    story: str
    source: str
    profile: Profile
    expect: Expectation
    calibrates: str = ""
    needs: tuple[str, ...] = ()
    zh_CN: str = field(default="", name="zh-CN")


class Sentence(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence of the judgement. Placeholders as `domain/sentences.py` fills them."""

    id: str
    en: str
    zh_CN: str = field(default="", name="zh-CN")


class SentenceBook(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/sentences/`: sentences that belong together."""

    id: str
    sentences: tuple[Sentence, ...]
