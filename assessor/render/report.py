"""What every section of a report is made from, and the registry of the views.

A section is a folder `templates/sections/<NN_name>/`; its view is the module `render/views/<name>.py` with
`VIEW = View(name, build)`. The view computes, the template writes.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.registry import offered
from assessor.render.catalogue import catalogue
from assessor.render.citations import Citations
from assessor.render.format import RenderOptions
from assessor.render.in_language import in_language


class Report(Struct, frozen=True):
    """One rendering: the assessment in the language of the report, the texts of the rules, and the evidence cited so far.

    `plain` is the assessment as it was made; what the bundle's files are written from.
    """

    assessment: Assessment
    knowledge: Knowledge
    citations: Citations
    language: str = "en"
    plain: Assessment | None = None
    options: RenderOptions = RenderOptions()

    def text(self, message: str, **values: object) -> str:
        """A sentence of ours in the language of the report, `%(name)s` filled in."""
        return catalogue(self.language).gettext(message) % values if values else catalogue(self.language).gettext(message)


def report_of(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> Report:
    """What the sections are made from, nothing cited yet."""
    said = in_language(assessment, knowledge, options.language)
    return Report(said, knowledge, Citations(options.redact), options.language, assessment, options)


class View(Struct, frozen=True):
    """`build` gives the values the section `name` shows; it computes from the report alone."""

    name: str
    build: Callable[[Report], Any]


def views() -> dict[str, View]:
    """All views by the name of their section."""
    from assessor.render import views as package

    return {view.name: view for view in offered(package, "VIEW")}
