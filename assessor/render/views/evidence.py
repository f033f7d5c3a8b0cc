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
    """Built last, when every other section has cited what it needs."""
    texts = rule_texts(report.knowledge)
    return EvidenceList(
        tuple(
            Proof(entry, entry.says[0] if entry.says else "", tuple((rule, texts.get(rule, ("", ""))[0]) for rule in entry.rules))
            for entry in report.citations.entries()
        )
    )


VIEW = View("evidence", build)
