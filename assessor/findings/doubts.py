"""Doubtful findings are hints: `scripts/release.py` starts git, but not in the container, and `TEMP` is no setting of the program.

In: findings and `rules/doubts/`. Out: the same findings in their order, some with less confidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from assessor.domain.doubt import Doubt
from assessor.domain.findings import Finding
from assessor.findings.patterns import expression, path_glob, text_glob


def doubted(findings: Iterable[Finding], doubts: Sequence[Doubt]) -> Iterator[Finding]:
    """Each finding with at most the confidence that its place and its message deserve."""
    tests = [
        (doubt, cache(doubtful_place(doubt)), doubtful_message(doubt), doubtful_excerpt(doubt), list(map(text_glob, doubt.rules)))
        for doubt in doubts
    ]
    for finding in findings:
        for doubt, place, message, excerpt, rules in tests:
            if (
                finding.concern in doubt.concerns
                and finding.confidence > doubt.confidence
                and any(glob.match(finding.rule) for glob in rules)
                and place(finding.evidence.path)
                and message(finding.message)
                and excerpt(finding.evidence.excerpt)
            ):
                finding = replace(finding, confidence=doubt.confidence)
        yield finding


def doubtful_place(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a path is one of the doubt's places."""
    places, others = list(map(path_glob, doubt.path)), list(map(path_glob, doubt.not_path))
    return lambda path: any(glob.match(path) for glob in places) and not any(glob.match(path) for glob in others)


def doubtful_message(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a message is one of which the doubt speaks; a doubt without an expression speaks of all."""
    return _saying(doubt.message)


def doubtful_excerpt(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a line of the source is one of which the doubt speaks."""
    return _saying(doubt.excerpt)


def _saying(text: str) -> Callable[[str], bool]:
    said = expression(text)
    return lambda message: bool(said.search(message))
