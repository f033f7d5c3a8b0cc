"""Findings: what stands between the code and its container, and what helps.

Two sources: code rules with a `mark` (extraction left their id at the evidence of the fact), and `rules/findings/`.
Only files of the role `source` count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from msgspec.structs import replace

from assessor.domain.facts import Connection, Evidence, FileFacts
from assessor.domain.findings import Effort, Finding, Mark
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import CodeRule
from assessor.domain.runtime import Landscape
from assessor.errors import RuleError, nearest
from assessor.findings.doubts import doubted
from assessor.findings.predicates import predicate
from assessor.findings.routines import dropped, lasting
from assessor.findings.seen import Seen, index, value_of

_MARKS: dict[str, Mark] = {"blocker": "blocker", "handled": "handled", "fine": "fine", "booster": "booster"}
_METAVARIABLE = re.compile(r"\$([A-Z_][A-Z0-9_]*)")
_IN_BRACKETS = re.compile(r"\s*\(\$([A-Z_][A-Z0-9_]*)\)")
"""A value that a message gives in brackets."""
_DECISION = re.compile(r"\s*(?://+|#+|--|/\*+|<!--|')?\s*assessor:ignore\[.*")
"""A comment that accepts a finding does not make it another one."""
_FIELD = re.compile(r"\{(\w+)\}")


def find(facts: tuple[FileFacts, ...], landscape: Landscape, knowledge: Knowledge) -> tuple[Finding, ...]:
    """All findings, sorted by rule and place, each place once per rule."""
    found = {
        (f.rule, f.evidence.path, f.evidence.line, f.message): f
        for f in (*_of_code(facts, knowledge), *_of_rules(facts, landscape, knowledge))
    }
    return _fingerprinted(list(doubted(_weighed(sorted(found.values()), knowledge), knowledge.doubts)))


def _weighed(findings: Iterable[Finding], knowledge: Knowledge) -> Iterator[Finding]:
    """Each with at most the confidence that its rule earned where its findings were judged; the user's own rules are believed."""
    worth = {rule: worth.share for one in knowledge.measured for rule, worth in one.rules.items()}
    unjudged = min((one.unjudged for one in knowledge.measured), default=1.0)
    for finding in findings:
        share = 1.0 if finding.rule in knowledge.given else worth.get(finding.rule, unjudged)
        yield replace(finding, confidence=share) if share < finding.confidence else finding


def _of_code(facts: tuple[FileFacts, ...], knowledge: Knowledge) -> Iterator[Finding]:
    rules = {rule.id: rule for rule in knowledge.code if rule.metadata.mark}
    for rule in rules.values():
        if rule.metadata.mark not in _MARKS:
            raise RuleError(
                f"rule '{rule.id}': '{rule.metadata.mark}' is no mark{nearest(rule.metadata.mark, list(_MARKS))}",
                at=rule.id,
                hint="marks are " + ", ".join(_MARKS),
            )
    for file in facts:
        if file.role != "source":
            continue
        for fact in file.facts:
            evidence: Evidence | None = getattr(fact, "evidence", None)
            if isinstance(fact, Connection) and not fact.host:  # a file beside the program is no address
                continue
            if evidence is not None and evidence.rule in rules:
                yield _code_finding(rules[evidence.rule], Seen("", fact, file.path, file.language, evidence))


def _code_finding(rule: CodeRule, seen: Seen) -> Finding:
    said = rule.metadata
    values = {
        variable: _captured(seen, name)
        for name, template in said.fields.items()
        if template.startswith("$")
        for variable in _METAVARIABLE.findall(template)
    }
    template = _IN_BRACKETS.sub(lambda m: m.group() if values.get(m.group(1).lstrip("_")) else "", rule.message)
    message = _METAVARIABLE.sub(lambda m: values.get(m.group(1).lstrip("_"), ""), template)
    return Finding(
        rule=rule.id,
        mark=_MARKS[said.mark],
        concern=said.concern,
        message=re.sub(r"\s+", " ", message).strip(" :,"),
        note=rule.note,
        evidence=seen.evidence,
        fingerprint="",
        effort=Effort(*said.effort),
        confidence=said.confidence,
        fix=said.fix,
    )


def _captured(seen: Seen, name: str) -> str:
    """What the rule captured; a trait's own name must not hide a captured `name`."""
    return str(value_of(seen, f"fields.{name}") or value_of(seen, name) or "")


def _of_rules(facts: tuple[FileFacts, ...], landscape: Landscape, knowledge: Knowledge) -> Iterator[Finding]:
    compiled = [(rule, predicate(rule.when, rule.id)) for rule in knowledge.findings]
    seen = index(facts, landscape, frozenset(kind for _, one in compiled for kind in one.kinds))
    gone = dropped(facts)
    for rule, one in compiled:
        match = one.match(seen, {})
        for hit in match.hits[:1] if rule.once else lasting(match.hits, gone):
            place = hit.evidence
            if not place.path:  # a conclusion without a place is no finding
                continue
            yield Finding(
                rule=rule.id,
                mark=rule.mark,
                concern=rule.concern,
                message=_filled(rule.message, hit),
                note=rule.note,
                evidence=Evidence(place.path, place.line, rule.id, place.excerpt),
                fingerprint="",
                effort=Effort(*rule.effort),
                confidence=rule.confidence,
                fix=rule.fix,
            )


def _filled(message: str, hit: Seen) -> str:
    """`{key}` and the like replaced by the fact's own."""
    return _FIELD.sub(lambda match: str(value_of(hit, match.group(1)) or ""), message)


def _fingerprinted(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each with a fingerprint that survives moved lines: rule, path, text, and the how-manieth of the same."""
    seen: Counter[str] = Counter()
    done = []
    for finding in findings:
        excerpt = _DECISION.sub("", finding.evidence.excerpt)
        key = "\0".join((finding.rule, finding.evidence.path, excerpt or finding.message))
        digest = blake2b(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        seen[key] += 1
        done.append(replace(finding, fingerprint=digest))
    return tuple(done)
