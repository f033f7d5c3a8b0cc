"""The page in a real browser: silent, offline, usable, true to its text. Needs Playwright for Python and an installed Chromium.

`ASSESSOR_REQUIRE_BROWSER=1` makes a missing browser a failure, `ASSESSOR_AXE` names an `axe.min.js` for the accessibility test.
"""

import os
import re
from pathlib import Path

import pytest

from assessor import pipeline
from assessor.render import as_html
from assessor.render.as_pdf import browser
from assessor.render.comparison import render_comparison
from assessor.render.format import RenderOptions
from tests.render.example import hostile, nearly_empty, rich

pytestmark = pytest.mark.browser
REQUIRED = os.environ.get("ASSESSOR_REQUIRE_BROWSER") == "1"
AXE = os.environ.get("ASSESSOR_AXE", "")


def lacking(what):
    """Skips with the reason, or fails where a browser is required."""
    (pytest.fail if REQUIRED else pytest.skip)(what)


@pytest.fixture(scope="module")
def chromium():
    program = browser()
    if not program:
        lacking("no Chromium or Chrome is installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        lacking("Playwright for Python is not installed")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder, known = tmp_path_factory.mktemp("pages"), pipeline.knowledge()
    found = {}
    for name, make, language in (("en", rich, "en"), ("zh-CN", rich, "zh-CN"), ("hostile", hostile, "en")):
        found[name] = folder / f"{name}.html"
        found[name].write_bytes(as_html.render(make(), known, RenderOptions(language))["report.html"])
    found["comparison"] = folder / "comparison.html"
    found["comparison"].write_bytes(render_comparison(nearly_empty(), rich(), known, RenderOptions())["comparison.html"])
    return found


@pytest.fixture
def opened(chromium, pages):
    """Opens a page by name; afterwards nothing may have been said on the console, and nothing asked of the network."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    said, asked = [], []

    def go(name, width=1280):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(pages[name].as_uri())
        return page

    yield go
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("name", ["en", "zh-CN", "hostile", "comparison"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_at_any_width(opened, name, width):
    page = opened(name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_is_filtered_and_sorted(opened):
    page = opened("en")
    field = page.locator("#findings input[type=search]").first
    before = page.locator("#findings table.rules tbody tr:not(.group):visible").count()
    field.fill("nothing has this text")
    assert page.locator("#findings table.rules tbody tr:not(.group):visible").count() == 0
    field.fill("")
    assert page.locator("#findings table.rules tbody tr:not(.group):visible").count() == before
    head = page.locator("th.sortable:visible").first
    head.click()
    assert head.get_attribute("aria-sort") == "ascending"
    head.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"


def test_the_matrix_names_row_and_column(opened):
    page = opened("en")
    cell = page.locator(".dsm [data-r]").first
    cell.scroll_into_view_if_needed()
    cell.dispatch_event("pointerover")
    assert (page.locator(".dsm text.on").count(), page.locator(".dsm .band.on").count()) == (2, 2)


def test_a_box_of_a_cycle_names_its_neighbours(opened):
    page = opened("en")
    page.locator(".layers [data-n]").first.dispatch_event("pointerover")
    assert page.locator(".layers.picked").count() == 1
    assert page.locator(".layers .tie.on").count() >= 1 and page.locator(".layers g.on").count() >= 2


def test_a_place_is_copied(opened, chromium):
    page = opened("en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry = page.locator("#evidence details").first
    entry.locator("summary").click()
    entry.locator("button.copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == entry.locator(".place").inner_text()


def test_a_comparison_fills_the_page(opened):
    assert opened("comparison").locator("main").bounding_box()["width"] > 600


def test_evidence_opens_where_a_claim_points_and_leads_back(opened):
    page = opened("en")
    link = page.locator("#executive .ev a").first
    name = link.inner_text()
    link.click()
    assert page.locator(f"#{name}").get_attribute("open") is not None
    page.locator(f"#{name} dd a[href='#executive']").click()
    assert page.url.endswith("#executive")


def test_markup_of_the_application_stays_text(opened):
    page = opened("hostile")
    assert page.evaluate("document.querySelectorAll('main script, main img, main iframe').length") == 0
    assert page.evaluate("typeof window.pwned") == "undefined"


def test_both_languages_are_there(opened):
    assert "Roadmap" in opened("en").inner_text("main")
    page = opened("zh-CN")
    assert "路线图" in page.inner_text("main") and page.get_attribute("html", "lang") == "zh-CN"


@pytest.mark.parametrize("name", ["en", "zh-CN", "hostile"])
def test_the_executive_page_is_one_page(opened, name):
    page = opened(name)
    page.evaluate("document.querySelectorAll('main > section:not(#executive), nav, footer').forEach(e => e.remove())")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["en", "zh-CN", "comparison"])
def test_axe_finds_no_violation(opened, name, scheme):
    if not AXE:
        lacking("ASSESSOR_AXE names no axe.min.js")
    page = opened(name)
    page.emulate_media(color_scheme=scheme)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.evaluate(Path(AXE).read_text("utf-8"))  # the policy of the page allows no script tag
    found = page.evaluate("axe.run().then(result => result.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html]))")
    assert found == []
