"""The report as a page: complete, self-contained, and deaf to what the application wants it to say."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest
from lxml import html

from assessor.domain.assessment import Assessment
from assessor.render import as_html
from assessor.render.format import RenderOptions
from tests.render.example import EXAMPLES, MARKUP, NOTHING_KNOWN, hostile, nearly_empty, rich

SECTIONS = [
    "executive",
    "dimensions",
    "system",
    "structure",
    "cycles",
    "services",
    "tables",
    "split",
    "footprint",
    "hotspots",
    "findings",
    "bundle",
    "unsolved",
]
SECTIONS += ["roadmap", "reliability", "evidence", "method"]
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "script",
    "main",
    "nav",
    "section",
    "header",
    "footer",
    "div",
    "span",
    "p",
}
ALLOWED |= {
    "h1",
    "h2",
    "h3",
    "a",
    "b",
    "i",
    "em",
    "code",
    "pre",
    "ol",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "details",
}
ALLOWED |= {
    "summary",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "abbr",
    "wbr",
    "fieldset",
    "legend",
    "label",
    "input",
}
ALLOWED |= {"svg", "symbol", "marker", "use", "g", "path", "rect", "circle", "text", "desc"}


def page(assessment: Assessment, **options: bool) -> str:
    return as_html.render(assessment, NOTHING_KNOWN, RenderOptions(**options))["report.html"].decode("utf-8")  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {name: page(make()) for name, make in EXAMPLES.items()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_section_is_there_whatever_was_found(pages: dict[str, str], name: str) -> None:
    tree = html.document_fromstring(pages[name])
    assert [section.get("id") for section in tree.iter("section")] == SECTIONS
    assert [link.get("href") for link in tree.xpath("//nav//a")] == ["#" + section for section in SECTIONS]


@pytest.mark.parametrize("name", EXAMPLES)
def test_links_lead_somewhere_and_only_inside(pages: dict[str, str], name: str) -> None:
    tree = html.document_fromstring(pages[name])
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = set(tree.xpath("//@href")) | set(tree.xpath("//use/@href"))
    assert all(target.startswith("#") for target in targets), sorted(targets)[:5]
    assert {target[1:] for target in targets} <= set(ids)


@pytest.mark.parametrize("name", EXAMPLES)
def test_evidence_links_both_ways(pages: dict[str, str], name: str) -> None:
    tree = html.document_fromstring(pages[name])
    cited = set(tree.xpath("//span[@class='ev']/a/@href"))
    assert {"#" + id for id in tree.xpath("//section[@id='evidence']//details/@id")} == cited
    for entry in tree.xpath("//section[@id='evidence']//details"):
        assert entry.xpath(".//dd/a/@href"), entry.get("id")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_policy_names_what_is_inlined_and_nothing_else(pages: dict[str, str], name: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', pages[name])
    assert policy and policy[1].startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        parts = re.findall(rf"<{tag}>(.*?)</{tag}>", pages[name], re.S)
        assert len(parts) == 1
        assert f"{tag}-src 'sha256-{b64encode(sha256(parts[0].encode()).digest()).decode()}'" in policy[1]
    attributes = {attribute for element in html.document_fromstring(pages[name]).iter() for attribute in element.attrib}
    assert not [attribute for attribute in attributes if attribute == "style" or attribute.startswith("on")]


@pytest.mark.parametrize("name", EXAMPLES)
def test_charts_have_a_title_and_a_description(pages: dict[str, str], name: str) -> None:
    for chart in html.document_fromstring(pages[name]).xpath("//svg[@role='img']"):
        assert chart.xpath("./title") and chart.xpath("./desc")


def test_markup_of_the_application_stays_text(pages: dict[str, str]) -> None:
    tree = html.document_fromstring(pages["hostile"])
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= ALLOWED
    assert len(tree.xpath("//script")) == 1
    shown = tree.text_content()
    assert all(text in shown for text in MARKUP if text.isprintable() and len(text) < 100)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", pages["hostile"])


def test_it_is_the_same_page_every_time() -> None:
    assert page(rich()) == page(rich())
    assert page(hostile()) == page(hostile())


def test_numbers_of_evidence_do_not_depend_on_the_format(pages: dict[str, str]) -> None:
    from assessor.render import as_markdown

    text = as_markdown.render(rich(), NOTHING_KNOWN, RenderOptions())["report.md"].decode()
    assert sorted(set(re.findall(r"\[(E-\d+)\]", text))) == sorted(set(re.findall(r'href="#(E-\d+)"', pages["rich"])))


def test_a_huge_report_stays_small_enough_to_open(pages: dict[str, str]) -> None:
    assert len(pages["huge"].encode()) < 5_000_000
    tree = html.document_fromstring(pages["huge"])
    assert len(tree.xpath("//ul[@class='placelist']/li")) <= 2000
    assert "2,000 of 3,000 places" in tree.text_content() or "of 3,000 places" in tree.text_content()
    matrices = tree.xpath("//svg[contains(@class, 'dsm')]")
    assert len(matrices) > 1 and all(len(matrix.xpath(".//text[@data-l]")) <= 60 for matrix in matrices)
    assert all(len(diagram.xpath(".//g[@data-n]")) <= 150 for diagram in tree.xpath("//svg[@class='layers']"))


def test_nothing_found_says_why_there_is_no_chart(pages: dict[str, str]) -> None:
    text = " ".join(html.document_fromstring(pages["nearly_empty"]).text_content().split())
    for sentence in (
        "No dimension was scored",
        "There is no context diagram",
        "There is no matrix: fewer than two packages were found",
        "There is no diagram: fewer than two units were found",
        "There is no bundle",
        "a library: nothing in it can be started",
    ):
        assert sentence in text


def test_the_executive_page_holds_what_a_decision_needs(pages: dict[str, str]) -> None:
    (section,) = html.document_fromstring(pages["rich"]).xpath("//section[@id='executive']")
    text = " ".join(section.text_content().split())
    for words in (
        "one bundle of four containers",
        "Confidence: high",
        "Three reasons",
        "The strongest argument against",
        "Next three steps",
    ):
        assert words in text
    assert len(section.xpath(".//table[@class='strip']/tbody/tr")) == 5
    assert len(section.xpath(".//table[@class='flips']//tr")) == 3


@pytest.mark.parametrize("make", [rich, nearly_empty])
def test_redacted_pages_hold_no_source(make: Callable[[], Assessment]) -> None:
    text = page(make(), redact=True)
    assert "claimDao.lock" not in text and "name=&#39;shapes&#39;" not in text
