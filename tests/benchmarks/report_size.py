"""Size and time of the page for large assessments.

Usage: python tests/benchmarks/report_size.py ASSESSMENT.json ...

For every `assessment.json`: lines read, findings in the data and in the page, seconds to read and to render the HTML (wall and
processor), its size, and, where Playwright and a Chromium are there, milliseconds until the load event of a cold page, the best and
the worst of three. Goals: 5 s, 5 MB, 2,000 findings, 2 s.
"""

import sys
import tempfile
import time
from pathlib import Path

import msgspec

from assessor import pipeline
from assessor.domain.assessment import Assessment
from assessor.render import as_html
from assessor.render.as_pdf import browser
from assessor.render.format import RenderOptions

LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def opened(page: Path) -> str:
    """Milliseconds from navigation to the load event; a dash without a browser."""
    program = browser()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "-"
    if not program:
        return "-"
    taken = []
    with sync_playwright() as play:
        for _ in range(3):
            started = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
            one = started.new_page()
            one.goto(page.as_uri(), wait_until="load")
            one.wait_for_function(f"{LOADED} > 0")
            taken.append(one.evaluate(LOADED))
            started.close()
    return f"{min(taken):.0f}-{max(taken):.0f} ms"


def measure(path: Path, folder: Path) -> str:
    """One line of figures."""
    known = pipeline.knowledge()
    assessment = msgspec.json.decode(path.read_bytes(), type=Assessment)
    wall, processor = time.perf_counter(), time.process_time()
    content = as_html.render(assessment, known, RenderOptions())["report.html"]
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    page = folder / "report.html"
    page.write_bytes(content)
    shown = content.count(b'<li><span class="mono place">')
    return (
        f"{assessment.application}: {assessment.coverage.lines:,} lines, {len(assessment.findings):,} findings, {shown:,} places in the "
        f"page, HTML {wall:.1f} s ({processor:.1f} s processor), {len(content) / 1e6:.1f} MB, opened in {opened(page)}"
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        for argument in sys.argv[1:]:
            print(measure(Path(argument), Path(scratch)), flush=True)
