"""`--baseline FILE`: an earlier `assessment.json`, or the SARIF of one, as far as it takes to know its findings again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from assessor.domain.acceptance import Baseline, Known
from assessor.errors import InputError

FINGERPRINT = "assessorFingerprint/v1"
"""The name of our fingerprint among the `partialFingerprints` of a SARIF result."""
LARGEST = 500_000_000


def baseline(path: Path) -> Baseline:
    """What the file knew. InputError for one that is neither."""
    document = read_json(path, "the baseline", "give an assessment.json or a SARIF file of an earlier run")
    if isinstance(document, dict) and isinstance(document.get("findings"), list) and "tool" in document:
        found = tuple(sorted(_of_assessment(document["findings"])))
        return Baseline(path.name, _text(document.get("application")), _text(document.get("date")), found)
    runs = document.get("runs") if isinstance(document, dict) else None
    ours = [run for run in runs if _name(run) == "assessor"] if isinstance(runs, list) else []
    if not ours:
        raise InputError(
            "this is no assessment of ours", at=str(path), hint="give an assessment.json or a SARIF file of an earlier run"
        )
    stated = _dict(ours[0].get("properties"))
    found = tuple(sorted(each for run in ours for each in _of_results(run.get("results"))))
    return Baseline(path.name, _text(stated.get("application")), _text(stated.get("date")), found)


def read_json(path: Path, what: str, hint: str) -> Any:
    """The document in a file people hand over; InputError when there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{what} is larger than {LARGEST // 1_000_000} MB", at=str(path), hint=hint)
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{what} cannot be read: {error.strerror or error}", at=str(path), hint=hint) from None
    try:
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{what} is not JSON: {error}", at=str(path), hint=hint) from None


def _of_assessment(findings: list[Any]) -> Iterator[Known]:
    for each in map(_dict, findings):
        if each.get("fingerprint"):
            path = _text(_dict(each.get("evidence")).get("path"))
            yield Known(_text(each["fingerprint"]), _text(each.get("rule")), path, _text(each.get("message")))


def _of_results(results: Any) -> Iterator[Known]:
    from urllib.parse import unquote

    for each in map(_dict, results if isinstance(results, list) else ()):
        fingerprint = _text(_dict(each.get("partialFingerprints")).get(FINGERPRINT))
        if fingerprint:
            places = each.get("locations")
            place = _dict(places[0]) if isinstance(places, list) and places else {}
            uri = _dict(_dict(place.get("physicalLocation")).get("artifactLocation")).get("uri")
            message = _text(_dict(each.get("message")).get("text"))
            yield Known(fingerprint, _text(each.get("ruleId")), unquote(_text(uri)), message)


def _name(run: Any) -> str:
    return _text(_dict(_dict(_dict(run).get("tool")).get("driver")).get("name"))


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
