"""`findings.csv`: one line per finding, for spreadsheets (UTF-8 with a byte order mark, as they expect)."""

import csv
from io import StringIO

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.in_language import in_language
from assessor.render.wording import printable

COLUMNS = (
    *("rule", "mark", "concern", "message", "path", "line", "effort_low", "effort_high"),
    *("confidence", "fix", "excerpt", "fingerprint"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Spreadsheets run cells that start so (OWASP, CSV injection); an apostrophe in front makes them text."""


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The findings in the order of the assessment."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for found in in_language(assessment, knowledge, options.language).findings:
        place = found.evidence
        words = (found.rule, found.mark, found.concern, found.message, place.path, place.line, found.effort.low, found.effort.high)
        more = (found.confidence, found.fix, "" if options.redact else place.excerpt, found.fingerprint)
        writer.writerow([_cell(word) for word in (*words, *more)])
    return {FORMAT.filename: text.getvalue().encode("utf-8-sig")}


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = printable(value)
    return "'" + text if text.startswith(FORMULA) else text


FORMAT = OutputFormat("csv", "findings.csv", render)
