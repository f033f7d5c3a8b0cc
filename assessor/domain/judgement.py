"""The verdict and everything that lets a person defend or attack it."""

from typing import Literal

from msgspec import Struct

from assessor.domain.facts import Evidence

Verdict = Literal[
    "bundle", "modular-monolith", "selective-extraction", "microservices", "already-distributed", "insufficient-evidence"
]
Basis = Literal["observed", "answered", "assumed"]


class Statement(Struct, frozen=True, order=True):
    """A sentence with its proof. `id` names the message in `rules/`, `values` fill its placeholders, `text` is the English sentence."""

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


class Flip(Struct, frozen=True, order=True):
    """What would change the verdict. `kind`: question, threshold, constraint, evidence."""

    kind: str
    subject: str
    change: str
    verdict: Verdict


class Condition(Struct, frozen=True, order=True):
    """One line of the decision list as it was tested: `holds`, with the numbers in `text`. `rule` counts from 1."""

    rule: int
    verdict: Verdict
    holds: bool
    text: str


class PrecedentMatch(Struct, frozen=True, order=True):
    """A public precedent, `like` or `unlike` this application, and why."""

    id: str
    name: str
    verdict: str
    like: bool
    why: str
    source: str


class Score(Struct, frozen=True):
    """A score with its parts: NEED in -2..2, OPS in 0..3. `applies` is false when it could not be computed, `text` says why."""

    name: str
    value: float
    applies: bool
    text: str
    low: float = 0.0
    high: float = 0.0
    evidence: tuple[Evidence, ...] = ()


class Contradiction(Struct, frozen=True, order=True):
    """An answer that what was read speaks against."""

    question: str
    answer: str
    text: str
    evidence: tuple[Evidence, ...]


class Override(Struct, frozen=True):
    """The consultant's own verdict, with the reason."""

    verdict: Verdict
    reason: str
    by: str = ""


class Recommendation(Struct, frozen=True):
    """The verdict. `verdict` is in force (an override wins), `computed` is the tool's own; `rule` the line of the decision list that matched.

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
