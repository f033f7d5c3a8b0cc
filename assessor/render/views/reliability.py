"""Section 14: how far to trust this: what was read, what was not, what was assumed, and how the verdict was reached."""

from msgspec import Struct

from assessor.domain.coverage import LanguageShare
from assessor.domain.judgement import Condition, Question, Variation
from assessor.domain.sources import Unread
from assessor.render.charts.tornado import Tornado, tornado
from assessor.render.report import Report, View

LISTED = 200


class Reason(Struct, frozen=True):
    """Everything unread for one reason."""

    reason: str
    files: int
    lines: int
    examples: tuple[Unread, ...]


class Reliability(Struct, frozen=True):
    """The ledger of the input and of the judgement."""

    read: int
    languages: tuple[LanguageShare, ...]
    foreign: tuple[LanguageShare, ...]
    roles: tuple[tuple[str, int], ...]
    encodings: tuple[tuple[str, int], ...]
    unread: tuple[Reason, ...]
    unread_files: int
    listed: tuple[Unread, ...]
    assumed: tuple[Question, ...]
    answered: int
    conditions: tuple[Condition, ...]
    turning: tuple[Variation, ...]
    tornado: Tornado
    basis: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


def build(report: Report) -> Reliability:
    """The values of the section."""
    assessment = report.assessment
    coverage, recommendation = assessment.coverage, assessment.recommendation
    reasons: dict[str, list[Unread]] = {}
    for unread in coverage.unread:
        reasons.setdefault(unread.reason, []).append(unread)
    languages = sorted(coverage.languages, key=lambda share: (-share.lines, share.language))
    basis: dict[str, int] = {}
    for dimension in recommendation.dimensions:
        basis[dimension.basis] = basis.get(dimension.basis, 0) + 1
    return Reliability(
        read=coverage.files,
        languages=tuple(languages),
        foreign=tuple(share for share in languages if not share.understood),
        roles=tuple(sorted(coverage.roles, key=lambda pair: (-pair[1], pair[0]))),
        encodings=tuple(sorted(coverage.encodings, key=lambda pair: (-pair[1], pair[0]))),
        unread=tuple(
            Reason(reason, len({u.path for u in found}), sum(u.lines for u in found), tuple(found[:3]))
            for reason, found in sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
        unread_files=len({unread.path for unread in coverage.unread}),
        listed=coverage.unread[:LISTED],
        assumed=tuple(q for q in recommendation.questions if q.basis == "assumed"),
        answered=sum(q.basis == "answered" for q in recommendation.questions),
        conditions=tuple(sorted(recommendation.conditions, key=lambda condition: condition.rule)),
        turning=tuple(
            v
            for v in (recommendation.sensitivity.variations if recommendation.sensitivity else ())
            if {v.verdict_low, v.verdict_high} != {recommendation.computed}
        ),
        tornado=tornado(recommendation),
        basis=tuple(sorted(basis.items())),
        notes=assessment.notes,
    )


VIEW = View("reliability", build)
