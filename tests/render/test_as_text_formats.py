"""Markdown, JSON and CSV of the same assessments."""

import csv
import io
import json
import re

import msgspec
import pytest

from assessor.domain.assessment import Assessment
from assessor.render import as_csv, as_json, as_markdown
from assessor.render.format import RenderOptions
from tests.render.example import EXAMPLES, NOTHING_KNOWN, hostile, huge, rich


def markdown(assessment: Assessment) -> str:
    return as_markdown.render(assessment, NOTHING_KNOWN, RenderOptions())["report.md"].decode("utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_section_has_a_heading_in_markdown(name: str) -> None:
    text = markdown(EXAMPLES[name]())
    assert len(re.findall(r"^## (?:\d+|[AB])\. ", text, re.M)) >= 14
    assert "\n\n\n" not in re.sub(r"(?ms)^(`{3,}).*?^\1$", "code", text)
    assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("name", EXAMPLES)
def test_rows_of_a_markdown_table_have_as_many_cells_as_its_head(name: str) -> None:
    cells = 0
    fence = ""
    for line in markdown(EXAMPLES[name]()).splitlines():
        opening = re.match("`{3,}", line)
        if opening and (not fence or line == fence):
            fence = "" if fence else opening[0]
        elif not fence and line.startswith("|"):
            count = len(re.findall(r"(?<!\\)\|", line))
            cells = cells or count
            assert count == cells, line
        else:
            cells = 0


def test_markdown_of_a_hostile_application_holds_no_html_and_no_link_out() -> None:
    text = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", markdown(hostile()))
    text = re.sub(r"(`+) ?.*?[^`]\1(?!`)", "", text)
    assert "<" not in text
    assert {target for target in re.findall(r"(?<!\\)\]\(([^)]*)\)", text) if not re.fullmatch(r"#e-\d+", target)} == set()


def test_the_json_report_reads_back_as_it_was() -> None:
    for make in (rich, hostile):
        data = as_json.render(make(), NOTHING_KNOWN, RenderOptions())["assessment.json"]
        assert msgspec.json.decode(data, type=Assessment) == make()
        assert json.loads(data)["recommendation"]["verdict"] == "bundle"


def test_a_redacted_json_report_holds_no_excerpt() -> None:
    data = as_json.render(rich(), NOTHING_KNOWN, RenderOptions(redact=True))["assessment.json"]
    assert set(re.findall(r'"excerpt": "([^"]*)"', data.decode())) == {""}


@pytest.mark.parametrize("name", as_json.SCHEMAS)
def test_schemas_are_published(name: str) -> None:
    schema = as_json.schema(name)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["$defs"]


def test_findings_as_a_spreadsheet() -> None:
    data = as_csv.render(huge(), NOTHING_KNOWN, RenderOptions())["findings.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 3000
    assert rows[0]["rule"] == "rule-00"


def test_no_cell_of_a_spreadsheet_is_a_formula() -> None:
    data = as_csv.render(hostile(), NOTHING_KNOWN, RenderOptions())["findings.csv"].decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]
