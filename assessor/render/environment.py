"""The template environments, strict about names: HTML with autoescape, Markdown with its own escaping, no control characters."""

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assessor.domain.shares import share
from assessor.render import markdown, wording
from assessor.render.catalogue import catalogue
from assessor.render.citations import Citation
from assessor.render.markdown import MarkdownText
from assessor.resources import folder


def html_environment(language: str = "en") -> Environment:
    """For `*.html.j2`, `*.svg.j2` and `*.css.j2`: what is filled in is escaped."""
    environment = _environment(language, autoescape=True, finalize=_clean)
    environment.filters |= {"refs": _html_references, "path": _html_path, "fold": _html_fold, "css_string": css_string}
    texts = catalogue(language)
    environment.install_gettext_callables(texts.gettext, texts.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return environment


def markdown_environment(language: str = "en") -> Environment:
    """For `*.md.j2`: what is filled in is escaped by `finalize`, fixed sentences and the results of our filters are not."""
    environment = _environment(language, autoescape=False, finalize=_escape_markdown)
    environment.filters |= {
        "refs": _markdown_references,
        "path": markdown.code,
        "fold": str,
        "made": MarkdownText,
        "code": markdown.code,
        "block": markdown.block,
        "mermaid": markdown.mermaid,
    }
    texts = catalogue(language)
    environment.globals |= {name: MarkdownText(environment.globals[name]) for name in ("comma", "stop", "colon")}
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: MarkdownText(texts.gettext(text)),
        lambda one, many, count: MarkdownText(texts.ngettext(one, many, count)),
        newstyle=True,
    )
    return environment


def _environment(language: str, **options: Any) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder("templates")),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        **options,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters |= {
        "number": wording.number,
        "score": wording.score,
        "fixed": wording.fixed,
        "share": share,
        "kloc": lambda count: wording.lines(count, language),
        "memory": wording.memory,
        "clip": wording.clip,
        "day": lambda iso: iso[:10],
        "days": lambda effort: wording.between(effort.low, effort.high, language),
        "word": catalogue(language).gettext,
    }
    chinese = language.startswith("zh")
    # Marks between things that a page lists; inside a sentence they belong to the sentence.
    environment.globals |= {
        "comma": "、" if chinese else ", ",
        "stop": "。" if chinese else ".",
        "colon": "：" if chinese else ": ",
    }
    return environment


def css_string(text: str) -> Markup:
    """The inside of a CSS string literal: everything but letters and digits as an escape."""
    return Markup("".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in wording.printable(text)))


def _clean(value: object) -> object:
    if isinstance(value, Markup):
        return Markup(wording.printable(str(value)))
    return wording.printable(value) if isinstance(value, str) else value


def _escape_markdown(value: object) -> object:
    if isinstance(value, Markup):  # blocks and includes: escaped when they were made
        return str(value)
    return markdown.escape(value)


def _html_references(citations: Iterable[Citation]) -> Markup:
    links = " ".join(
        f'<a href="#{escape(c.id)}" title="{escape(wording.printable(c.place))}">{escape(c.id)}</a>' for c in citations
    )
    return Markup(f'<span class="ev">{links}</span>') if links else Markup("")


def _markdown_references(citations: Iterable[Citation]) -> MarkdownText:
    return MarkdownText(" ".join(f"[{c.id}](#{c.id.lower()})" for c in citations))


def _html_path(path: str) -> Markup:
    return Markup("<wbr>").join(wording.breakable(wording.printable(path)))


def _html_fold(text: str) -> Markup:
    return Markup("<wbr>").join(wording.foldable(wording.printable(text)))
