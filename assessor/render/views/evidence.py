"""Appendix A: every place cited anywhere in the report, by number, with what it proves and where it is used."""

from msgspec import Struct

from assessor.render.citations import Entry
from assessor.render.report import Report, View
from assessor.render.views.method import rule_texts


class Proof(Struct, frozen=True):
    """A place with the notes of the rules that saw it."""

    entry: Entry
    title: str
    rules: tuple[tuple[str, str], ...]


class EvidenceList(Struct, frozen=True):
    """All of it, by number."""

    proofs: tuple[Proof, ...]


def build(report: Report) -> EvidenceList:
    """Built last, when every other section has cited what it needs. What a rule said of the very place is the best title."""
    texts = rule_texts(report.knowledge, report.language)
    found = {(f.evidence.path, f.evidence.line): f.message for f in report.assessment.findings}
    return EvidenceList(
        tuple(
            Proof(entry, _title(entry, found), tuple((rule, texts.get(rule, ("", ""))[0]) for rule in entry.rules))
            for entry in report.citations.entries()
        )
    )


def _title(entry: Entry, found: dict[tuple[str, int], str]) -> str:
    return found.get((entry.citation.path, entry.citation.line)) or min(entry.says, key=len, default="")


VIEW = View("evidence", build)
