"""The report as people see it: on paper the executive page is one page, on a phone nothing sticks out sideways."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assessor.render import as_html
from assessor.render.format import RenderOptions
from tests.render.example import EXAMPLES, NOTHING_KNOWN

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PROBE = """<script>addEventListener("load", () => {
  const width = document.documentElement.clientWidth;
  const inside = e => e.closest(".scroll, pre") || e.getBoundingClientRect().right <= width + 1;
  const out = [...document.querySelectorAll("main *")].filter(e => !inside(e));
  parent.postMessage(out.slice(0, 5).map(e => e.tagName + " " + e.textContent.slice(0, 30)).join("; ") || "nothing", "*");
})</script></body>"""
FRAME = """<!doctype html><body><p id="seen">?</p><script>addEventListener("message", e => seen.textContent = e.data)</script>
<iframe src="inside.html" width="390" height="2000"></iframe></body>"""

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")]


def run(folder: Path, *arguments: str) -> str:
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_executive_page_is_exactly_one_sheet(name: str, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    page = as_html.render(EXAMPLES[name](), NOTHING_KNOWN, RenderOptions())["report.html"].decode("utf-8")
    third = page.index('<section id="system"')
    report.write_text(page[:third] + page[page.index("</main>") :], encoding="utf-8")
    run(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'report.pdf'}", report.as_uri())
    first = subprocess.run(
        ["pdftotext", "-l", "1", tmp_path / "report.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    second = subprocess.run(
        ["pdftotext", "-f", "2", "-l", "2", tmp_path / "report.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert "The strongest argument against" in first and "What would change the verdict" in first
    assert re.match(r"2\s", second.stdout.lstrip("\f"))


@pytest.mark.parametrize("name", ["rich", "hostile"])
def test_nothing_sticks_out_on_a_phone(name: str, tmp_path: Path) -> None:
    page = as_html.render(EXAMPLES[name](), NOTHING_KNOWN, RenderOptions())["report.html"].decode("utf-8")
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("</body>", PROBE)
    (tmp_path / "inside.html").write_text(page, encoding="utf-8")
    (tmp_path / "frame.html").write_text(FRAME, encoding="utf-8")
    seen = run(tmp_path, "--virtual-time-budget=5000", "--dump-dom", (tmp_path / "frame.html").as_uri())
    assert re.search(r'<p id="seen">(.*?)</p>', seen, re.S)[1] == "nothing"  # type: ignore[index]
