"""Findings in doubtful places are hints: `scripts/release.py` starts git, but not in the container.

In: findings and `rules/doubts/`. Out: the same findings in their order, some with less confidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from assessor.domain.doubt import Doubt
from assessor.domain.findings import Finding
from assessor.findings.patterns import path_glob


def doubted(findings: Iterable[Finding], doubts: Sequence[Doubt]) -> Iterator[Finding]:
    """Each finding with at most the confidence that its place deserves. Boosters are not doubted: they ask for no work."""
    tests = [(doubt, doubtful(doubt)) for doubt in doubts]
    for finding in findings:
        for doubt, applies in tests:
            if finding.concern in doubt.concerns and finding.confidence > doubt.confidence and applies(finding.evidence.path):
                finding = replace(finding, confidence=doubt.confidence)
        yield finding


def doubtful(doubt: Doubt) -> Callable[[str], bool]:
    """Whether a path is one of the doubt's places."""
    places, others = list(map(path_glob, doubt.path)), list(map(path_glob, doubt.not_path))
    return lambda path: any(glob.match(path) for glob in places) and not any(glob.match(path) for glob in others)
