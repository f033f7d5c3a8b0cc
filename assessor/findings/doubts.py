"""Doubtful findings are hints: `scripts/release.py` starts git, but not in the container, and `TEMP` is no setting of the program.

In: findings and `rules/doubts/`. Out: the same findings in their order, some with less confidence.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from posixpath import dirname

from msgspec.structs import replace

from assessor.domain.doubt import Doubt
from assessor.domain.findings import Finding
from assessor.findings.patterns import expression, path_glob, text_glob

_SEVERAL = 2
"""Files that make a folder one of their kind: one window in a folder of a server is a developer's aid."""


def doubted(findings: Iterable[Finding], doubts: Sequence[Doubt]) -> Iterator[Finding]:
    """Each finding with at most the confidence that its place and its message deserve."""
    every = tuple(findings)
    tests = [
        (
            doubt,
            cache(doubtful_place(doubt)),
            cache(doubtful_neighbourhood(doubt, every)),
            doubtful_message(doubt),
            doubtful_excerpt(doubt),
            list(map(text_glob, doubt.rules)),
        )
        for doubt in doubts
    ]
    for finding in every:
        for doubt, place, near, message, excerpt, rules in tests:
            if (
                finding.concern in doubt.concerns
                and finding.confidence > doubt.confidence
                and any(glob.match(finding.rule) for glob in rules)
                and place(finding.evidence.path)
                and near(finding.evidence.path)
                and message(finding.message)
                and excerpt(finding.evidence.excerpt)
            ):
                finding = replace(finding, confidence=doubt.confidence)
        yield finding


def doubtful_place(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a path is one of the doubt's places."""
    places, others = list(map(path_glob, doubt.path)), list(map(path_glob, doubt.not_path))
    return lambda path: any(glob.match(path) for glob in places) and not any(glob.match(path) for glob in others)


def doubtful_neighbourhood(doubt: Doubt, findings: Iterable[Finding]) -> Callable[[str], bool]:
    """Whether a path lies in a folder, or below one, that is as `beside` says; a doubt without one speaks of all."""
    if not doubt.beside:
        return lambda path: True
    files: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.concern == doubt.beside:
            files[dirname(finding.evidence.path)].add(finding.evidence.path)
    folders = {folder for folder, found in files.items() if len(found) >= _SEVERAL}
    return lambda path: any(folder in folders for folder in _above(path))


def _above(path: str) -> Iterator[str]:
    """The folders that hold it, but for the root of the tree."""
    while path := dirname(path):
        yield path


def doubtful_message(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a message is one of which the doubt speaks; a doubt without an expression speaks of all."""
    return _saying(doubt.message)


def doubtful_excerpt(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a line of the source is one of which the doubt speaks."""
    return _saying(doubt.excerpt)


def _saying(text: str) -> Callable[[str], bool]:
    said = expression(text)
    return lambda message: bool(said.search(message))
