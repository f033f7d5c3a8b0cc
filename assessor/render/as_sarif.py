"""`findings.sarif`: SARIF 2.1.0 (OASIS), for code hosts and editors that show findings beside the code.

Paths are relative to the analysed folder (`%SRCROOT%`). What was accepted is suppressed, what could not be read is a notification
of the run, and so are decisions about findings that do not hold. Fingerprints do not depend on lines.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from assessor.domain.acceptance import Remark
from assessor.domain.assessment import Assessment
from assessor.domain.facts import Evidence
from assessor.domain.findings import CERTAIN, Finding
from assessor.domain.knowledge import Knowledge
from assessor.domain.sources import Unread
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.in_language import in_language
from assessor.render.rule_texts import RuleTexts, rule_texts
from assessor.render.wording import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "assessorFingerprint/v1"
"""`intake/baseline.py` reads it back."""
LEVELS = {"blocker": "error", "handled": "warning", "fine": "note", "booster": "note"}
SUPPRESSIONS = {"inline": "inSource", "configured": "external"}
HINT = "note"
"""The level of uncertain findings, whatever their mark."""
STATES = {"new": "new", "known": "unchanged"}
ROOT = "%SRCROOT%"
DECISION = "decision"
"""Starts the ids of notifications about acceptances that do not hold."""


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """One run. Only rules with findings are described. Redacted: without excerpts."""
    texts = rule_texts(knowledge, options.language)
    assessment = in_language(assessment, knowledge, options.language)
    ids = sorted({finding.rule for finding in assessment.findings})
    suppressing = any(finding.accepted for finding in assessment.findings)
    results = [_result(finding, ids, suppressing, options.redact) for finding in assessment.findings]
    unread, remarks = assessment.coverage.unread, assessment.review.remarks
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": assessment.tool.name,
                "semanticVersion": assessment.tool.version,
                "version": assessment.tool.version,
                "language": options.language,
                "rules": [_rule(id_, assessment.findings, texts) for id_ in ids],
                "notifications": [{"id": id_} for id_ in _notification_ids(unread, remarks)],
                "properties": {"rules": assessment.tool.rules},
            }
        },
        "automationDetails": {"id": f"assessor/{quote(printable(assessment.application), safe='')}/"},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that was analysed."}}},
        "invocations": [_invocation(unread, remarks)],
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"application": printable(assessment.application), "date": assessment.date},
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return {FORMAT.filename: msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"}


def uri(path: str) -> str:
    """A relative URI reference (RFC 3986): everything but unreserved characters and slashes percent-encoded as UTF-8."""
    return quote(printable(path), safe="/")


def _rule(id_: str, findings: Sequence[Finding], texts: dict[str, RuleTexts]) -> dict[str, Any]:
    first = next(finding for finding in findings if finding.rule == id_)
    known = texts.get(id_) or RuleTexts(first.message, first.note, first.fix)
    help_ = [part for part in (known.note, known.fix) if part]
    source = known.url or known.source
    described: dict[str, Any] = {
        "id": id_,
        "shortDescription": {"text": printable(known.title())},
        "fullDescription": {"text": printable(known.note or known.title())},
        "help": {
            "text": printable("\n".join([*(help_ or [known.title()]), *([source] if source else [])])),
            "markdown": printable("\n\n".join([f"**{known.title()}**", *help_, *([_link(source)] if source else [])])),
        },
        "defaultConfiguration": {"level": LEVELS[first.mark]},
        "properties": {"tags": sorted({first.concern, first.mark} - {""}), "effortDays": [first.effort.low, first.effort.high]},
    }
    if known.url.startswith(("https://", "http://")):
        described["helpUri"] = known.url
    return described


def _link(source: str) -> str:
    return f"<{source}>" if source.startswith(("https://", "http://")) else source


def _result(finding: Finding, ids: list[str], suppressing: bool, redact: bool) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": ids.index(finding.rule),
        "level": LEVELS[finding.mark] if finding.confidence >= CERTAIN else HINT,
        "message": {"text": printable(finding.message) or finding.rule},
        "locations": [{"physicalLocation": _place(finding.evidence, redact)}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"mark": finding.mark, "confidence": finding.confidence},
    }
    if finding.handled_at:  # by path and line inside the bundle; the row of the README when it is still to do
        result["properties"]["bundle"] = list(finding.handled_at)
    if finding.state:
        result["baselineState"] = STATES[finding.state]
    if suppressing:  # either every result says something about it or none (§3.27.23)
        result["suppressions"] = list(_suppressions(finding))
    return result


def _place(evidence: Evidence, redact: bool = False) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(evidence.path), "uriBaseId": ROOT}}
    if evidence.line > 0:
        place["region"] = {"startLine": evidence.line}
        if evidence.excerpt and not redact:
            place["region"]["snippet"] = {"text": printable(evidence.excerpt)}
    return place


def _suppressions(finding: Finding) -> Iterator[dict[str, Any]]:
    said = finding.accepted
    if said is None:
        return
    properties = {key: value for key, value in (("by", said.by), ("until", said.until), ("place", said.place)) if value}
    yield {
        "kind": SUPPRESSIONS[said.kind],
        "status": "accepted",
        "justification": printable(said.reason),
        "properties": {key: printable(value) for key, value in properties.items()},
    }


def _invocation(unread: Sequence[Unread], remarks: Sequence[Remark]) -> dict[str, Any]:
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": item.reason},
                "level": "note" if item.reason == "no-grammar" else "warning",
                "message": {"text": printable(item.detail or item.reason)},
                "locations": [{"physicalLocation": _place(Evidence(item.path, 0))}],
            }
            for item in unread
        ],
        "toolConfigurationNotifications": [
            {
                "descriptor": {"id": f"{DECISION}-{remark.kind}"},
                "level": "warning",
                "message": {"text": printable(f"{remark.rule}: {remark.text} ({remark.place})")},
            }
            for remark in remarks
        ],
    }


def _notification_ids(unread: Sequence[Unread], remarks: Sequence[Remark]) -> list[str]:
    return sorted({item.reason for item in unread} | {f"{DECISION}-{remark.kind}" for remark in remarks})


FORMAT = OutputFormat("sarif", "findings.sarif", render)
