"""The verdict and everything that lets a person defend or attack it."""

from typing import Literal

from msgspec import Struct

from assessor.domain.facts import Evidence

Verdict = Literal[
    "bundle", "modular-monolith", "selective-extraction", "microservices", "already-distributed", "insufficient-evidence"
]
Basis = Literal["observed", "answered", "assumed"]


class Statement(Struct, frozen=True, order=True):
    """A sentence with its proof. `id` names the message in `rules/`, `values` fill its placeholders, `text` is it in English."""

    id: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


class Sign(Struct, frozen=True, order=True):
    """A static sign or an answer that speaks for one dimension: `score` -2 (bundle) .. +2 (distribution)."""

    id: str
    score: float
    text: str
    basis: Basis
    hits: int
    evidence: tuple[Evidence, ...] = ()
    source: str = ""
    values: tuple[tuple[str, str], ...] = ()
    contribution: float = 0.0


class DimensionScore(Struct, frozen=True, order=True):
    """One of the five dimensions. `score` -2..+2, `confidence` 0, 0.5 or 1, `low`/`high` the range over all open answers.

    `product` = weight * confidence * score; NEED is the sum of the products over the sum of the weights.
    """

    dimension: str
    score: float
    confidence: float
    weight: float
    basis: Basis
    low: float
    high: float
    signs: tuple[Sign, ...]


class Question(Struct, frozen=True, order=True):
    """A question of the interview with the answer in force: `basis` answered (a person) or assumed (nobody said)."""

    id: str
    dimension: str
    text: str
    answer: str
    basis: Basis
    choices: tuple[str, ...]
    note: str = ""
    part: str = ""
    evidence: tuple[Evidence, ...] = ()


class Flip(Struct, frozen=True, order=True):
    """What would change the verdict. `kind`: question, threshold, constraint, evidence."""

    kind: str
    subject: str
    change: str
    verdict: Verdict
    says: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Condition(Struct, frozen=True, order=True):
    """One line of the decision list as it was tested: `holds`, with the numbers in `text`. `rule` counts from 1."""

    rule: int
    verdict: Verdict
    holds: bool
    text: str
    says: str = ""
    values: tuple[tuple[str, str], ...] = ()


class PrecedentMatch(Struct, frozen=True, order=True):
    """A public precedent, `like` or `unlike` this application, and why."""

    id: str
    name: str
    verdict: str
    like: bool
    why: str
    source: str
    says: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Score(Struct, frozen=True):
    """A score with its parts: NEED in -2..2, OPS in 0..3. `applies` is false when it could not be computed, `text` says why."""

    name: str
    value: float
    applies: bool
    text: str
    low: float = 0.0
    high: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    says: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Contradiction(Struct, frozen=True, order=True):
    """An answer that what was read speaks against."""

    question: str
    answer: str
    text: str
    evidence: tuple[Evidence, ...]
    says: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Override(Struct, frozen=True):
    """The consultant's own verdict, with the reason."""

    verdict: Verdict
    reason: str
    by: str = ""


class Variation(Struct, frozen=True, order=True):
    """One weight or threshold moved 30 % down and up, alone: NEED and verdict at both ends."""

    assumption: str
    need_low: float
    need_high: float
    verdict_low: Verdict
    verdict_high: Verdict


class Sensitivity(Struct, frozen=True):
    """`runs` with every weight and threshold varied at once by `spread` (0.3 = 30 %), evenly, from `seed`.

    `kept` runs gave the same verdict, `others` counts the rest by verdict; `variations` move one of them at a time.
    """

    runs: int
    kept: int
    spread: float
    seed: int
    others: tuple[tuple[str, int], ...]
    variations: tuple[Variation, ...]


class AssumedValue(Struct, frozen=True, order=True):
    """A weight, threshold or constant in force, as the report prints it."""

    id: str
    text: str
    value: float
    unit: str
    basis: str
    source: str


class ServiceShare(Struct, frozen=True, order=True):
    """A first-party deployable with its source root. `exclusive` is the share of its code that no other deployable has, 0..1.

    `counted` when it counts as a service of its own; `why` is a sentence id saying why it does not.
    """

    name: str
    folder: str
    role: str
    lines: int
    exclusive: float
    counted: bool
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


class ServiceCall(Struct, frozen=True, order=True):
    """A call from one first-party deployable to another, resolved by the host it names. `sites` call sites."""

    source: str
    target: str
    protocol: str
    sites: int
    evidence: tuple[Evidence, ...]


class ServiceStore(Struct, frozen=True, order=True):
    """A database or other store and the first-party services that reach it, sorted. One user: exclusively owned."""

    store: str
    services: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Distribution(Struct, frozen=True):
    """How far the application is several services today."""

    services: tuple[ServiceShare, ...] = ()
    calls: tuple[ServiceCall, ...] = ()
    stores: tuple[ServiceStore, ...] = ()


class Part(Struct, frozen=True, order=True):
    """A candidate to be cut out. `cut` 0..1 is the minimum of `terms`; `binding` names the lowest.

    `writes` is its share of all write accesses, `drivers` are its own reasons to leave. `remedy` is the refactoring that would
    lift the binding constraint, `lifted` the CUT then.
    """

    name: str
    cut: float
    terms: tuple[tuple[str, float], ...] = ()
    binding: str = ""
    remedy: str = ""
    lifted: float = 0.0
    drivers: tuple[str, ...] = ()
    writes: float = 0.0
    units: int = 0
    evidence: tuple[Evidence, ...] = ()


class Recommendation(Struct, frozen=True):
    """The verdict. `verdict` is in force (an override wins), `computed` is the tool's own, by line `rule` of the decision list.

    `detail` refines it (`not-an-application`), `advice` and `flags` are words of `decision.md`.
    """

    verdict: Verdict
    computed: Verdict
    detail: str
    rule: int
    sentence: str
    confidence: float
    advice: str
    flags: tuple[str, ...]
    reasons: tuple[Statement, ...]
    counter_argument: Statement
    flips: tuple[Flip, ...]
    steps: tuple[Statement, ...]
    dimensions: tuple[DimensionScore, ...]
    need: Score
    ops: Score
    cut: Score
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    contradictions: tuple[Contradiction, ...]
    precedents: tuple[PrecedentMatch, ...]
    missing: tuple[Statement, ...] = ()
    override: Override | None = None
    headline: Statement | None = None
    sensitivity: Sensitivity | None = None
    assumptions: tuple[AssumedValue, ...] = ()
    distribution: Distribution | None = None
