"""Section 10: findings by mark and by rule, with the effort of each kind of fix."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from assessor.domain.acceptance import Review
from assessor.domain.findings import CERTAIN, LIKELY, Accepted, Effort, Finding
from assessor.render.charts.bars import Bar, bar, scale
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.rule_texts import rule_texts
from assessor.render.vocabulary import HANDLERS

MARKS = ("blocker", "handled", "fine", "booster")
WORK = ("blocker", "handled")
LITTLE = 8
PIECE = re.compile(r"[\w.$/\\:@-]*[\w$]|\s+|.", re.ASCII)
PUNCTUATION = " :;,=('\"：；，（“"
DANGLING = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with"])
"""Words that no title ends with."""
NAMED = 3
"""Parts of the bundle named beside a rule."""
LISTED = 2000
"""Places listed on the page in all; the JSON report has every one."""


class RuleHits(Struct, frozen=True):
    """All findings of one rule under one mark."""

    rule: str
    mark: str
    concern: str
    message: str
    note: str
    fix: str
    hits: int
    files: int
    effort: Effort
    bar: Bar
    citations: tuple[Citation, ...]
    handled_by: tuple[str, ...] = ()
    to_do: int = 0
    """Hits marked handled for which no part of the bundle is named."""


class MarkGroup(Struct, frozen=True):
    """The rules of one mark, dearest first."""

    mark: str
    rules: tuple[RuleHits, ...]
    hits: int
    effort: Effort


class Place(Struct, frozen=True):
    """One finding in the complete list."""

    path: str
    line: int
    message: str


class Listing(Struct, frozen=True):
    """The places of one rule."""

    rule: str
    mark: str
    message: str
    note: str
    source: str
    hits: int
    places: tuple[Place, ...]


class AcceptedPlaces(Struct, frozen=True):
    """What somebody lives with: the places of one rule under one decision."""

    rule: str
    reason: str
    by: str
    until: str
    where: str
    hits: int
    places: tuple[str, ...]


class Hint(Struct, frozen=True):
    """The uncertain findings of one rule; `sure` is the highest confidence among them."""

    rule: str
    message: str
    hits: int
    sure: float
    citations: tuple[Citation, ...]


class Findings(Struct, frozen=True):
    """`end` is where the axis of the bars ends, in person-days. `new` counts what the baselines do not know, `hints` what is
    left out as uncertain, of `hint_rules` rules, with what those that are likely add to the effort and how many rules of
    blockers are among them; `doubtful` names them when asked for."""

    groups: tuple[MarkGroup, ...]
    listings: tuple[Listing, ...]
    hits: int
    listed: int
    effort: Effort
    end: float
    blockers: int
    rules: int
    accepted: tuple[AcceptedPlaces, ...] = ()
    review: Review = Review()
    new: int = 0
    hints: int = 0
    hint_rules: int = 0
    hint_effort: Effort = Effort(0, 0)
    hint_blockers: int = 0
    doubtful: tuple[Hint, ...] = ()


def build(report: Report) -> Findings:
    """The values of the section: of findings that are certain. Hints are counted; the JSON report has them."""
    findings = certain(report.assessment.findings)
    groups = []
    for mark in MARKS:
        rules = by_rule(report, "findings", mark)
        if rules:
            groups.append(MarkGroup(mark, rules, sum(rule.hits for rule in rules), _total(rules)))
    listings = _listings(findings, _sources(report))
    hints = [finding for finding in report.assessment.findings if finding.confidence < CERTAIN]
    unsure = likely(work(report.assessment.findings))
    return Findings(
        groups=tuple(groups),
        listings=listings,
        hits=len(findings),
        listed=sum(len(listing.places) for listing in listings),
        effort=packaging_effort(report.assessment.findings),
        end=_end(findings),
        blockers=sum(len(group.rules) for group in groups if group.mark == "blocker"),
        rules=sum(len(group.rules) for group in groups),
        accepted=_accepted(findings),
        review=report.assessment.review,
        new=sum(finding.state == "new" for finding in findings),
        hints=len(hints),
        hint_rules=len({finding.rule for finding in hints}),
        hint_effort=packaging_effort(unsure),
        hint_blockers=len({finding.rule for finding in unsure if finding.mark == "blocker"}),
        doubtful=_doubtful(report, hints) if report.options.hints else (),
    )


def _doubtful(report: Report, hints: Iterable[Finding]) -> tuple[Hint, ...]:
    """By rule, the most certain first."""
    rules: dict[str, list[Finding]] = {}
    for finding in hints:
        rules.setdefault(finding.rule, []).append(finding)
    listed = []
    for rule, found in rules.items():
        places = sorted(found, key=lambda one: (-one.confidence, one.evidence.path, one.evidence.line))
        cited = report.citations.cite("findings", places[0].message, (one.evidence for one in places))
        listed.append(Hint(rule, common([one.message for one in places]), len(found), places[0].confidence, cited))
    return tuple(sorted(listed, key=lambda hint: (-hint.sure, hint.rule)))


def certain(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that are more than hints."""
    return tuple(finding for finding in findings if finding.confidence >= CERTAIN)


def by_rule(report: Report, section: str, mark: str) -> tuple[RuleHits, ...]:
    """The certain findings with `mark`, one entry per rule, dearest first, then most hits."""
    findings = certain(report.assessment.findings)
    end = _end(findings)
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.mark == mark:
            rules.setdefault(finding.rule, []).append(finding)
    order = sorted(rules.values(), key=lambda found: (-_effort(found).high, -len(found), found[0].rule))
    return tuple(_rule(report, section, found, end) for found in order)


def common(messages: list[str]) -> str:
    """What all messages of one rule say: "Keeps … in the session", "Opens a connection"; the first message when that is little."""
    split = [PIECE.findall(message) for message in messages]
    low, high = min(split), max(split)
    if low == high:
        return messages[0]
    head = _alike(low, high)
    room = min(len(pieces) for pieces in split) - head
    tail = min(min(_alike(pieces[::-1], low[::-1]) for pieces in split), room)
    start, end = "".join(low[:head]), "".join(low[len(low) - tail :]) if tail else ""
    end = end.strip(PUNCTUATION)
    if len([piece for piece in PIECE.findall(end) if piece.strip(PUNCTUATION)]) > 1:
        both = f"{start.rstrip(PUNCTUATION)} … {end}".strip(" …") if start.strip(PUNCTUATION) else f"… {end}"
        return both if len(both) >= LITTLE else messages[0]
    words = start.rstrip(PUNCTUATION).split(" ")
    while len(words) > 1 and words[-1].lower() in DANGLING:
        words.pop()
    said = " ".join(words)
    for opened, closed in ("()", "（）"):
        if said.count(opened) > said.count(closed):
            said = said[: said.rindex(opened)].rstrip()
    return said if len(said) >= LITTLE or (said and not said.isascii() and len(said) > 3) else messages[0]


def _alike(one: list[str], other: list[str]) -> int:
    """How many pieces are the same from the start on."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def work(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that ask for work and that nobody accepted."""
    return tuple(finding for finding in findings if finding.mark in WORK and finding.accepted is None)


def likely(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Hints that rather hold than not, of rules of which no finding is certain."""
    every = tuple(findings)
    counted = {finding.rule for finding in certain(every)}
    return tuple(one for one in every if LIKELY <= one.confidence < CERTAIN and one.rule not in counted)


def packaging_effort(findings: Iterable[Finding]) -> Effort:
    """Person-days of all that stands in the way of the bundle and that nobody accepted, once per rule. What is only likely counts
    from nothing to its high end: it may all be untrue, or all be true."""
    every = work(findings)
    sure, unsure = _per_rule(certain(every)), _per_rule(likely(every))
    return Effort(sum(one.low for one in sure), sum(one.high for one in (*sure, *unsure)))


def _per_rule(findings: Iterable[Finding]) -> list[Effort]:
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    return [_effort(found) for found in rules.values()]


def _accepted(findings: Iterable[Finding]) -> tuple[AcceptedPlaces, ...]:
    """Sorted by rule and by where the decision is written; three places of each are named."""
    decisions: dict[tuple[str, Accepted], list[Finding]] = {}
    for finding in findings:
        if finding.accepted is not None:
            decisions.setdefault((finding.rule, finding.accepted), []).append(finding)
    return tuple(
        AcceptedPlaces(
            rule=rule,
            reason=said.reason,
            by=said.by,
            until=said.until,
            where=said.place,
            hits=len(found),
            places=tuple(f"{one.evidence.path}:{one.evidence.line}" for one in found[:3]),
        )
        for (rule, said), found in sorted(decisions.items(), key=lambda item: item[0])
    )


def _rule(report: Report, section: str, found: list[Finding], end: float) -> RuleHits:
    first = min(found, key=lambda finding: (-finding.confidence, finding.evidence.path, finding.evidence.line))
    places = [first, *(finding for finding in found if finding is not first)]
    effort = _effort(found)
    return RuleHits(
        rule=first.rule,
        mark=first.mark,
        concern=first.concern,
        message=common([finding.message for finding in places]),
        note=first.note,
        fix=first.fix,
        hits=len(found),
        files=len({finding.evidence.path for finding in found}),
        effort=effort,
        bar=bar(effort.low, effort.high, end),
        citations=report.citations.cite(section, first.message, (finding.evidence for finding in places)),
        handled_by=_handlers(report, sorted({pair for finding in found for pair in _parts(finding)})[:NAMED]),
        to_do=sum(finding.mark == "handled" and not finding.handled_by for finding in found),
    )


def _parts(finding: Finding) -> tuple[tuple[str, str], ...]:
    """(part of the bundle, where it is written there); an older assessment does not know where."""
    at = finding.handled_at or ("",) * len(finding.handled_by)
    return tuple(zip(finding.handled_by, at, strict=False))


def _handlers(report: Report, parts: list[tuple[str, str]]) -> tuple[str, ...]:
    """What of the bundle handles the findings, each kind said once: `volume uploads (compose.yaml:9), data (compose.yaml:30)`."""
    kinds: dict[str, list[str]] = {}
    for name, at in parts:
        kind = next((kind for kind in HANDLERS if name.startswith(kind + " ")), "")
        kinds.setdefault(kind, []).append(name[len(kind) :].strip() + (f" ({at})" if at else ""))
    return tuple(f"{report.text(kind)} {', '.join(named)}" if kind else ", ".join(named) for kind, named in kinds.items())


def _effort(found: list[Finding]) -> Effort:
    return Effort(max(finding.effort.low for finding in found), max(finding.effort.high for finding in found))


def _end(findings: Iterable[Finding]) -> float:
    return scale(finding.effort.high for finding in findings if finding.mark in WORK)


def _total(rules: tuple[RuleHits, ...]) -> Effort:
    return Effort(sum(rule.effort.low for rule in rules), sum(rule.effort.high for rule in rules))


def _sources(report: Report) -> dict[str, str]:
    """Rule -> where what it knows is written."""
    return {id: texts.url or texts.source for id, texts in rule_texts(report.knowledge, report.language).items()}


def _listings(findings: tuple[Finding, ...], sources: Mapping[str, str]) -> tuple[Listing, ...]:
    """Every rule gets its fair share of the room: what small rules leave goes to the large ones. `sources`: rule -> where its
    knowledge is from."""
    rules: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        rules.setdefault((MARKS.index(finding.mark), finding.rule), []).append(finding)
    share: dict[tuple[int, str], int] = {}
    room, left = LISTED, len(rules)
    for key, found in sorted(rules.items(), key=lambda item: (len(item[1]), item[0])):
        share[key] = min(len(found), room // left)
        room, left = room - share[key], left - 1
    return tuple(
        Listing(
            found[0].rule,
            found[0].mark,
            common([finding.message for finding in found]),
            found[0].note,
            sources.get(found[0].rule, ""),
            len(found),
            tuple(Place(f.evidence.path, f.evidence.line, f.message) for f in found[: share[key]]),
        )
        for key, found in sorted(rules.items())
    )


VIEW = View("findings", build)
