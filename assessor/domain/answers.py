"""What people say about the application, and how they want it assessed."""

from msgspec import Struct


class Answer(Struct, frozen=True, order=True):
    """`question` and `value` are ids of `rules/interview/`. `part` names the part a per-part question is about."""

    question: str
    value: str
    part: str = ""
    note: str = ""
    line: int = 0


class Answers(Struct, frozen=True):
    """All answers, sorted by question, and the consultant's override (empty verdict: none)."""

    answers: tuple[Answer, ...] = ()
    override_verdict: str = ""
    override_reason: str = ""
    override_by: str = ""
    note: str = ""
    source: str = ""
