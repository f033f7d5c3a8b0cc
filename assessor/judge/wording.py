"""Statements from the sentences of `rules/`: the id and the values stay with the text, so that it can be said again in Chinese."""

from collections.abc import Iterable, Mapping

from assessor.domain.facts import Evidence
from assessor.domain.judgement import Statement
from assessor.domain.sentences import Templates, say

SHOWN = 6
"""Places a single sentence points at."""


class Wording:
    """Says sentences in English and keeps what they were made of."""

    def __init__(self, sentences: Templates) -> None:
        self.sentences = sentences

    def text(self, sentence: str, values: Mapping[str, object] | Iterable[tuple[str, str]] = ()) -> str:
        """The sentence in English."""
        return say(self.sentences, sentence, paired(values))

    def statement(self, sentence: str, evidence: Iterable[Evidence] = (), /, **values: object) -> Statement:
        """The sentence with its proof, at most six places."""
        pairs = paired(values)
        return Statement(sentence, say(self.sentences, sentence, pairs), tuple(sorted(set(evidence)))[:SHOWN], pairs)

    def together(self, first: Statement, second: Statement) -> Statement:
        """Two statements as one, said one after the other."""
        ids = [*first.id.split("+"), *second.id.split("+")]
        values = [*_numbered(first, 0), *_numbered(second, len(first.id.split("+")))]
        text = f"{first.text} {second.text}".strip()
        half = SHOWN // 2
        places = (*first.evidence[: SHOWN - min(half, len(second.evidence))], *second.evidence[:half])
        return Statement("+".join(ids), text, tuple(sorted(set(places))), tuple(values))


def paired(values: Mapping[str, object] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Values as the statement keeps them: sorted pairs of texts."""
    pairs = values.items() if isinstance(values, Mapping) else values
    return tuple(sorted((str(name), shown(value)) for name, value in pairs))


def in_a_sentence(name: str) -> str:
    """The name of a backing service as a sentence says it: `Mail server (SMTP)` is the mail server, Redis is Redis."""
    short = name.partition(" (")[0]
    if short.rpartition(" ")[2] not in ("server", "directory", "store"):
        return short
    return "the " + (short[0].lower() + short[1:] if short.startswith(("Mail ", "Object ")) else short)


def shown(value: object) -> str:
    """Whole numbers without a point, others with two places at most; a real minus."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        value = int(value) if value == int(value) else f"{value:.2f}".rstrip("0").rstrip(".")
    text = f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)
    return "\u2212" + text[1:] if text[:1] == "-" and text[1:2].isdigit() else text


def _numbered(statement: Statement, offset: int) -> list[tuple[str, str]]:
    if "+" not in statement.id:
        return [(f"{offset}.{name}", value) for name, value in statement.values]
    renumbered = []
    for name, value in statement.values:
        number, _, rest = name.partition(".")
        renumbered.append((f"{int(number) + offset}.{rest}", value))
    return renumbered
