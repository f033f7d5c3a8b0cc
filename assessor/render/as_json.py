"""`assessment.json`: everything the report is made of, and the JSON Schema of each file people write or read."""

from typing import Any

import msgspec

from assessor.domain.answers import Answers
from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import CodeRule, Language
from assessor.render.format import OutputFormat, RenderOptions

SCHEMAS: dict[str, Any] = {"assessment": Assessment, "answers": Answers, "code-rule": CodeRule, "language": Language}
"""Name -> the value that a file of that name holds."""


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The assessment, indented by two spaces; fields in the order of the schema. Redacted: without excerpts."""
    value = msgspec.to_builtins(assessment)
    if options.redact:
        value = _without_excerpts(value)
    return {FORMAT.filename: msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of `SCHEMAS`. Raises KeyError for another name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"assessor {name}",
        **msgspec.json.schema(SCHEMAS[name]),
    }


def _without_excerpts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: "" if key == "excerpt" else _without_excerpts(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_without_excerpts(part) for part in value]
    return value


FORMAT = OutputFormat("json", "assessment.json", render, default=True)
