"""`report.pdf`: the page as an installed Chromium or Chrome prints it. The browser gets one local file and no network."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.errors import InputError
from assessor.render.as_html import FORMAT as HTML
from assessor.render.format import OutputFormat, RenderOptions

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PATIENCE = 180
"""Seconds for a page of five megabytes on a slow machine."""


def browser() -> str:
    """The first browser found, or an empty text."""
    named = (shutil.which(name) for name in BROWSERS)
    return next((found for found in named if found), "") or next((place for place in PLACES if Path(place).is_file()), "")


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The report on A4. InputError when there is no browser, or it prints nothing."""
    program = browser()
    if not program:
        raise InputError("no Chromium or Chrome was found to print with", hint="install one, or print report.html yourself")
    with tempfile.TemporaryDirectory(prefix="assessor-print-") as folder:
        page, printed = Path(folder) / "report.html", Path(folder) / "report.pdf"
        page.write_bytes(HTML.render(assessment, knowledge, options)[HTML.filename])
        command = [program, "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-dev-shm-usage"]
        command += ["--no-sandbox"] if _root() else []  # Chromium refuses its sandbox to root
        command += ["--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        command += [f"--print-to-pdf={printed}", page.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise InputError(f"{Path(program).name} did not print: {error}", hint="open report.html and print it there") from None
        if not printed.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise InputError(f"{Path(program).name} printed nothing: {' '.join(said)}", hint="open report.html and print it there")
        return {FORMAT.filename: printed.read_bytes()}


def _root() -> bool:
    import os

    return hasattr(os, "geteuid") and os.geteuid() == 0


FORMAT = OutputFormat("pdf", "report.pdf", render)
