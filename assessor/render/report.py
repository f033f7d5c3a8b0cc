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
from assessor.render.citations import Citations


class Report(Struct, frozen=True):
    """One rendering: the assessment, the texts of the rules, and the evidence cited so far."""

    assessment: Assessment
    knowledge: Knowledge
    citations: Citations
    language: str = "en"


class View(Struct, frozen=True):
    """`build` gives the values the section `name` shows; it computes from the report alone."""

    name: str
    build: Callable[[Report], Any]


def views() -> dict[str, View]:
    """All views by the name of their section."""
    from assessor.render import views as package

    return {view.name: view for view in offered(package, "VIEW")}
