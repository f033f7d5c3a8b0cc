"""`report.html`: one file without any outside request, true without its script, closed by a content security policy."""

import re
from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment
from markupsafe import Markup

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.render.environment import html_environment
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.report import report_of
from assessor.render.sections import Rendered, rendered

SOURCE = re.compile(r"(<(?:pre|code|title)\b.*?</(?:pre|code|title)>)", re.DOTALL)
BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|(?<=[。；：，、？！）]) +(?=[^\s<])|(?<=[。；：，、？！）]) +(?=<(?:b|code|a)\b)"
)


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The report as one HTML page, UTF-8."""
    environment = html_environment(options.language)
    report = report_of(assessment, knowledge, options)
    written = rendered(report, environment, "html")
    page = environment.get_template("report.html.j2").render(
        assessment=report.assessment,
        language=options.language,
        options=options,
        contents=written,
        body=Markup("\n\n").join(_markup(section, options.language) for section in written),
        **inlined(environment, report.assessment),
    )
    return {FORMAT.filename: page.encode("utf-8")}


def inlined(environment: Environment, assessment: Assessment) -> dict[str, str]:
    """Style and script as they stand in a page, and the digests that its policy allows."""
    style = environment.get_template("report.css.j2").render(assessment=assessment)
    script = environment.get_template("report.js").render()
    return {"style": Markup(style), "script": Markup(script), "style_hash": _hash(style), "script_hash": _hash(script)}


def _markup(section: Rendered, language: str) -> Markup:
    """The section; in Chinese without blanks between its letters, which sentences put together leave. Source stays as it is."""
    if not language.startswith("zh"):
        return Markup(section.text)
    parts = SOURCE.split(section.text)
    return Markup("".join(part if n % 2 else BLANK.sub("", part) for n, part in enumerate(parts)))


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


FORMAT = OutputFormat("html", "report.html", render, default=True)
