"""The interview at a terminal: one question after the other, with what was observed beside each; nothing has to be answered.

How a question is put is a parameter: `questionary` where it is installed (extra `interview`), else numbered lines.
"""

from collections.abc import Callable, Sequence

from assessor.domain.answers import Answer, Answers
from assessor.domain.criteria import InterviewQuestion
from assessor.domain.judgement import Recommendation
from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import Templates
from assessor.domain.sentences import say as said_as
from assessor.domain.spoken import templates
from assessor.intake.form import observed

Choose = Callable[[str, Sequence[str]], int]
"""Shows a question and its options, and returns the number of the one that was chosen."""
Name = Callable[[str], str]
"""Asks for a text; empty when there is none."""


def ask(
    knowledge: Knowledge,
    recommendation: Recommendation | None,
    known: Answers,
    choose: Choose,
    name: Name,
    say: Callable[[str], None],
    language: str = "en",
) -> Answers:
    """The answers, those that were `known` already left alone. Ctrl-C ends the interview and keeps what was said."""
    sentences = templates(knowledge)
    answered = {answer.question for answer in known.answers}
    found = list(known.answers)
    pending = [q for q in sorted(knowledge.interview, key=lambda q: (q.order, q.id)) if q.id not in answered]
    try:
        for number, question in enumerate(pending, 1):
            for seen in observed(question.id, knowledge, sentences, recommendation, language):
                say(f"  {seen}")
            answer = _one(question, f"{number}/{len(pending)} ", sentences, language, choose, name)
            if answer is not None:
                found.append(answer)
    except (KeyboardInterrupt, EOFError):
        say("")
    return Answers(
        tuple(sorted(found)), known.override_verdict, known.override_reason, known.override_by, note=known.note, source=known.source
    )


def _one(question: InterviewQuestion, count: str, sentences: Templates, language: str, choose: Choose, name: Name) -> Answer | None:
    text = count + said_as(sentences, f"question.{question.id}", (), language)
    options = [said_as(sentences, f"answer.{question.id}.{choice.id}", (), language) for choice in question.choices]
    position = choose(text, [*options, said_as(sentences, "interview.open", (), language)])
    if position >= len(question.choices):
        return None
    choice = question.choices[position]
    part = name(said_as(sentences, "interview.part", (), language)).strip() if question.per_part and choice.driver else ""
    return Answer(question.id, choice.id, part)


def plain(read: Callable[[str], str], say: Callable[[str], None], wrong: Callable[[int], str]) -> tuple[Choose, Name]:
    """Numbered lines; an empty line leaves the question open, anything else that is no number asks again, with what is `wrong`."""

    def choose(text: str, options: Sequence[str]) -> int:
        say(text)
        for number, option in enumerate(options, 1):
            say(f"  {number}  {option}")
        while True:
            typed = read("> ").strip()
            if not typed:
                return len(options) - 1
            if typed.isdecimal() and 1 <= int(typed) <= len(options):
                return int(typed) - 1
            say(wrong(len(options)))

    return choose, lambda text: read(f"{text} ")


def wrong(knowledge: Knowledge, language: str = "en") -> Callable[[int], str]:
    """Says which numbers may be typed."""
    sentences = templates(knowledge)
    return lambda most: said_as(sentences, "interview.number", (("most", str(most)),), language)


def best(read: Callable[[str], str], say: Callable[[str], None], wrong: Callable[[int], str]) -> tuple[Choose, Name]:
    """With `questionary` where it is installed, else `plain`."""
    try:
        import questionary
    except ImportError:
        return plain(read, say, wrong)

    def choose(text: str, options: Sequence[str]) -> int:
        choices = [questionary.Choice(option, value=number) for number, option in enumerate(options)]
        open_ = choices[-1]  # Enter alone leaves a question open, as without questionary
        return int(questionary.select(text, choices=choices, default=open_).unsafe_ask())

    return choose, lambda text: str(questionary.text(text).unsafe_ask() or "")
