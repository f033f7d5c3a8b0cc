"""Links between findings and lines of the bundle, both ways.

While the templates write, `Links.above` leaves a mark above each line that answers findings. When a file is complete, `settle` puts
the comment in the place of the mark (`# answers java-timer in src/Jobs.java:12`) and notes the number of the line it speaks of.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from assessor.domain.findings import LIKELY, Finding
from assessor.render.answers import Answer, Answered
from assessor.render.containers_text import code, comment

README, ENVIRONMENT = "README.md", ".env.example"
_MARK = re.compile("\x02(\\d+)\x03")
_MOST_PLACES = 3


class Links:
    """What of one bundle answers what. `places` (`compose.yaml:34` by part of the bundle) and `rows` of the README (by part and
    rule) are complete when all files are settled."""

    def __init__(self, answered: Sequence[Answer]) -> None:
        self.answers = {answer.part: answer.answered for answer in answered}
        self.places: dict[str, str] = {}
        self.rows: dict[tuple[str, str], str] = {}
        self._marks: list[tuple[str, str]] = []

    def above(self, part: str, indent: str = "") -> str:
        """A line of its own that will hold the comment; nothing where the part answers no finding."""
        return f"{indent}# {self.row(part)}\n" if part in self.answers else ""

    def row(self, part: str, rule: str = "") -> str:
        """Marks a row of a table in the README; `rule` for a row of what is still to do."""
        self._marks.append((part, rule))
        return f"\x02{len(self._marks) - 1}\x03"

    def settle(self, path: str, text: str) -> str:
        """The text with comments for marks."""
        if "\x02" not in text:
            return text
        lines = text.split("\n")
        for index, line in enumerate(lines):
            found = _MARK.search(line)
            if found is None or int(found[1]) >= len(self._marks):
                continue
            part, rule = self._marks[int(found[1])]
            if path == README:
                lines[index] = line.replace(found[0], "")
                self.rows[part, rule] = f"{path}:{index + 1}"
            else:
                lines[index] = line.replace(found[0], f"answers {said(self.answers[part])}")
                inside = part.startswith("service ")
                self.places.setdefault(part, f"{path}:{(index - 1 if inside else _spoken_of(path, lines, index)) + 1}")
        return "\n".join(lines)


def _spoken_of(path: str, lines: Sequence[str], index: int) -> int:
    """The line that the comment at `index` speaks of; in `.env.example` that may be a comment itself."""
    rest = range(index + 1, len(lines))
    return next((at for at in rest if lines[at].strip() and (path == ENVIRONMENT or not lines[at].lstrip().startswith("#"))), index)


def said(answered: Sequence[Answered]) -> str:
    """The rules, each with its first places, as one line of a comment."""
    return "; ".join(f"{comment(one.rule)} in {first(one.places)}" for one in answered)


def first(places: Sequence[str], most: int = _MOST_PLACES, *, marked: bool = False) -> str:
    """The first places and how many more there are."""
    shown = ", ".join(code(place) if marked else comment(place) for place in places[:most])
    return f"{shown} and {len(places) - most} more" if len(places) > most else shown


def linked(findings: Sequence[Finding], links: Links) -> tuple[Finding, ...]:
    """The findings in their order, those with the mark `handled` with where in the bundle they are answered: for each part the line
    that does it, or the row of the README that names it; for what is still to do the row that says so."""
    return tuple(
        replace(finding, handled_at=_at(finding, links))
        if finding.mark == "handled" and finding.confidence >= LIKELY and links.rows
        else finding
        for finding in findings
    )


def _at(finding: Finding, links: Links) -> tuple[str, ...]:
    if finding.handled_by:
        return tuple(links.places.get(part) or links.rows[part, ""] for part in finding.handled_by)
    return () if finding.accepted else (links.rows["", finding.rule],)
