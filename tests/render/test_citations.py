"""Places are numbered where they are cited first, and know where they are used."""

from assessor.domain.facts import Evidence
from assessor.render.citations import Citations

FIRST = Evidence("a.py", 3, "rule-a", "x = 1")
AGAIN = Evidence("a.py", 3, "rule-b", "x = 1")
OTHER = Evidence("b.py", 0, "rule-a", "")


def test_one_number_per_place() -> None:
    citations = Citations()
    assert [c.id for c in citations.cite("executive", "one", (FIRST, OTHER))] == ["E-01", "E-02"]
    assert [c.id for c in citations.cite("findings", "two", (AGAIN,))] == ["E-01"]
    entry, other = citations.entries()
    assert (entry.says, entry.rules, entry.excerpts, entry.sections) == (
        ["one", "two"],
        ["rule-a", "rule-b"],
        ["x = 1"],
        ["executive", "findings"],
    )
    assert (entry.citation.place, other.citation.place) == ("a.py:3", "b.py")


def test_only_so_many_are_shown() -> None:
    citations = Citations()
    shown = citations.cite("system", "", (Evidence("a", n) for n in range(1, 9)), 2)
    assert [c.place for c in shown] == ["a:1", "a:2"]
    assert len(citations.entries()) == 2


def test_redacted_reports_hold_no_excerpt() -> None:
    citations = Citations(redact=True)
    citations.cite("system", "", (FIRST,))
    assert citations.entries()[0].excerpts == []
