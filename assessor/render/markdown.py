"""Markdown from text nobody may trust: what was read in an application never becomes markup, a link or HTML."""

import re
from typing import Any

from assessor.render.wording import printable

SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
"""Characters that mean something anywhere in a line. `<`, `>` and `&` become entities instead, so that no HTML parser sees them."""
OPENING = re.compile(r"^(\d*)([#+=.)-]+)(?=\s|$)")
AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|vbscript|file|xmpp):")
MENTION = re.compile(r"(?i)\bwww\.|@(?=\w)|(?<!&)#(?=\d)")


class MarkdownText(str):
    """Text that already is Markdown. `%` escapes what is filled in, as `markupsafe.Markup` does for HTML."""

    __slots__ = ()

    def __mod__(self, values: Any) -> "MarkdownText":
        escaped = {name: escape(value) for name, value in values.items()} if isinstance(values, dict) else escape(values)
        return MarkdownText(str.__mod__(self, escaped))


def escape(value: object) -> MarkdownText:
    """One line of Markdown that shows `value` literally, safe in a table cell. `MarkdownText` passes as it is."""
    if isinstance(value, MarkdownText):
        return value
    text = " ".join(printable(str(value)).split())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = SPECIAL.sub(r"\\\1", text)
    text = OPENING.sub(r"\1\\\2", text)
    text = AUTOLINK.sub(lambda match: match.group(1) + "&#58;", text)
    return MarkdownText(MENTION.sub(lambda match: match.group(0)[:-1] + f"&#{ord(match.group(0)[-1])};", text))


def code(value: object) -> MarkdownText:
    """A code span; the fence is longer than any run of backticks inside, pipes are escaped for tables."""
    text = " ".join(printable(str(value)).split())
    if not text:
        return MarkdownText("")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or longest else ""
    return MarkdownText(f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|"))


def block(value: object, language: str = "") -> MarkdownText:
    """A fenced block that `value` cannot close."""
    text = printable(str(value)).rstrip("\n")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return MarkdownText(f"{fence}{language}\n{text}\n{fence}")


def mermaid(value: object) -> MarkdownText:
    """A label between quotes in a Mermaid diagram: letters and digits of any script and `. _ / : -`; the rest becomes blank."""
    return MarkdownText("".join(c if c.isalnum() or c in " ._/:-" else " " for c in printable(str(value))).strip() or "unnamed")
