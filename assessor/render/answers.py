"""The way back from the bundle to the findings: which of them each part of it answers."""

from collections.abc import Sequence

from msgspec import Struct

from assessor.domain.findings import Finding


class Answer(Struct, frozen=True):
    """A part of the bundle (`volume uploads`), the rules and the distinct places (`path:line`) of what it answers, sorted."""

    part: str
    rules: tuple[str, ...]
    places: tuple[str, ...]


def answers(findings: Sequence[Finding]) -> tuple[Answer, ...]:
    """One for each part that any finding names, sorted by its name."""
    back: dict[str, list[Finding]] = {}
    for finding in findings:
        for name in finding.handled_by:
            back.setdefault(name, []).append(finding)
    return tuple(
        Answer(
            name,
            tuple(sorted({one.rule for one in found})),
            tuple(f"{path}:{line}" for path, line in sorted({(one.evidence.path, one.evidence.line) for one in found})),
        )
        for name, found in sorted(back.items())
    )
