"""Renders the sections: folders `templates/sections/<NN_name>/` in the order of NN, one template per format in each.

NN below 90 are numbered 1, 2, 3 in the report, from 90 on A, B, C. A section without a view shows the assessment itself.
"""

import re
from string import ascii_uppercase

from jinja2 import Environment
from msgspec import Struct

from assessor.render.report import Report, views

FOLDER = re.compile(r"^sections/((\d\d)_([a-z_]+))/section\.html\.j2$")
APPENDIX = 90


class Section(Struct, frozen=True):
    """A folder found, with the number it carries in the report."""

    name: str
    folder: str
    number: str


class Rendered(Struct, frozen=True):
    """A section written: `topic` is for the contents, the heading is part of `text`."""

    name: str
    number: str
    topic: str
    text: str


def sections(environment: Environment) -> tuple[Section, ...]:
    """All sections in their order."""
    found = [match for match in map(FOLDER.match, sorted(environment.list_templates())) if match]
    chapters = [match for match in found if int(match[2]) < APPENDIX]
    appendices = [match for match in found if int(match[2]) >= APPENDIX]
    return tuple(
        Section(match[3], match[1], number)
        for group, numbers in ((chapters, map(str, range(1, len(chapters) + 1))), (appendices, iter(ascii_uppercase)))
        for match, number in zip(group, numbers, strict=False)
    )


def rendered(report: Report, environment: Environment, suffix: str) -> tuple[Rendered, ...]:
    """Every section written with `section.<suffix>.j2`. All views are built first: the appendix of evidence is the last."""
    known, found = views(), sections(environment)
    number = {section.name: section.number for section in found}
    seen = {section.name: known[section.name].build(report) if section.name in known else None for section in found}
    written = []
    for section in found:
        template = environment.get_template(f"sections/{section.folder}/section.{suffix}.j2")
        names = {
            "assessment": report.assessment,
            "language": report.language,
            "options": report.options,
            "section": section,
            "number": number,
            "view": seen[section.name],
        }
        context = template.new_context(names)
        topic = "".join(template.blocks["topic"](context)).strip()
        written.append(Rendered(section.name, section.number, topic, template.render(names).strip()))
    return tuple(written)
