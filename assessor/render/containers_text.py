"""The template environment of the bundle: YAML, Dockerfiles, `.env` and prose, each with a filter that lets nothing break out.

Values come from foreign source code: a scalar is always quoted, a comment never holds a line break.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assessor.domain.facts import Evidence
from assessor.resources import folder

_MOST_PLACES = 3


def environment() -> Environment:
    """For the templates in `templates/containers/`."""
    made = Environment(
        loader=FileSystemLoader(folder("templates") / "containers"),
        undefined=StrictUndefined,
        autoescape=False,  # no HTML: every format has its own filter below
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters |= {
        "yaml": yaml_scalar,
        "comment": comment,
        "places": places,
        "dotenv": dotenv,
        "commented": commented,
        "code": code,
        "json": yaml_scalar,
    }
    made.tests["match_end"] = lambda text, end: str(text).endswith(end)
    return made


def yaml_scalar(value: Any) -> str:
    """A string or a list of strings as YAML: double quotes always, control characters and odd line ends as escapes."""
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(yaml_scalar(part) for part in value) + "]"
    text = json.dumps(str(value), ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", lambda match: f"\\u{ord(match.group()):04x}", text)


def comment(text: object) -> str:
    """One line that can stand behind `#`."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+", " ", str(text)).strip()


def places(evidence: Iterable[Evidence], before: str = "") -> str:
    """`before` and the first places as `path:line`; an empty string when there are none."""
    listed = list(evidence)
    shown = [comment(place.path) + (f":{place.line}" if place.line else "") for place in listed[:_MOST_PLACES]]
    more = f" and {len(listed) - len(shown)} more" if len(listed) > len(shown) else ""
    return f"{before}{', '.join(dict.fromkeys(shown))}{more}" if shown else ""


def dotenv(text: str) -> str:
    """A value of `.env`: in single quotes where compose would cut, expand or trim it."""
    if re.fullmatch(r"[A-Za-z0-9_@%+:.,/\[\]?&=~-]*", text):
        return text
    return "'" + comment(text).replace("\\", "\\\\").replace("'", "\\'") + "'"


def commented(text: str) -> str:
    """Every line of a block as a comment, at its own indentation."""
    return "".join(f"  # {line[2:]}\n" if line.strip() else "\n" for line in text.splitlines())


def code(text: object) -> str:
    """Inline code of Markdown."""
    plain = comment(text)
    ticks = "`" * (max((len(run) for run in re.findall(r"`+", plain)), default=0) + 1)
    return f"{ticks}{plain}{ticks}" if len(ticks) == 1 else f"{ticks} {plain} {ticks}"
