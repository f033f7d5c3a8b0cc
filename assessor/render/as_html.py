"""`report.html`: one file without any outside request, true without its script, closed by a content security policy."""

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
        body=Markup("\n\n").join(_markup(section) for section in written),
        **inlined(environment, report.assessment),
    )
    return {FORMAT.filename: page.encode("utf-8")}


def inlined(environment: Environment, assessment: Assessment) -> dict[str, str]:
    """Style and script as they stand in a page, and the digests that its policy allows."""
    style = environment.get_template("report.css.j2").render(assessment=assessment)
    script = environment.get_template("report.js").render()
    return {"style": Markup(style), "script": Markup(script), "style_hash": _hash(style), "script_hash": _hash(script)}


def _markup(section: Rendered) -> Markup:
    return Markup(section.text)


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


FORMAT = OutputFormat("html", "report.html", render, default=True)
