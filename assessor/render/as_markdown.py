"""`report.md`: the same sections for code review and wikis, with Mermaid diagrams where they help."""

import re

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.render.environment import markdown_environment
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.markdown import MarkdownText
from assessor.render.report import report_of
from assessor.render.sections import rendered

HEADING = re.compile(r"#{1,6} ")
BETWEEN = re.compile(r"(?<=[。；：，、？！）]) +(?=[\u4e00-\u9fff“（])")
"""A blank behind a mark of Chinese; one before a reference or bold letters stays, which Markdown needs."""


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The report as one Markdown document, UTF-8, blank lines never doubled."""
    environment = markdown_environment(options.language)
    report = report_of(assessment, knowledge, options)
    page = environment.get_template("report.md.j2").render(
        assessment=report.assessment,
        sections=[MarkdownText(section.text) for section in rendered(report, environment, "md")],
    )
    return {FORMAT.filename: (_single_spaced(page, options.language.startswith("zh")) + "\n").encode("utf-8")}


def _single_spaced(text: str, chinese: bool = False) -> str:
    """Without doubled blank lines, and in Chinese without the blanks that sentences put together leave between its letters; source
    stays as it is."""
    kept: list[str] = []
    fence = ""
    for line in text.splitlines():
        ticks = line[: len(line) - len(line.lstrip("`"))]
        if len(ticks) >= 3 and (not fence or line.rstrip() == fence):
            fence = "" if fence else ticks
        if not fence and line.strip() and kept and HEADING.match(kept[-1]):
            kept.append("")
        if fence or line.strip() or (kept and kept[-1].strip()):
            kept.append(line if fence else BETWEEN.sub("", line).rstrip() if chinese else line.rstrip())
    return "\n".join(kept).strip()


FORMAT = OutputFormat("md", "report.md", render, default=True)
