"""Settings in PHP: `define('DB_HOST', 'db')`, `$config['host'] = 'db'`, and nested arrays as in Laravel's `config/database.php`.

A bounded reader of literals, not of PHP: `env('DB_HOST', 'localhost')` and `getenv('X') ?: 'y'` give the variable and its default,
everything else that is no literal is left out.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined

_NAME = re.compile(
    r"(?i)(?:^|/)(?:config/(?:autoload/)?[\w.\-]{1,60}|application/config/(?:\w{1,30}/)?[\w.\-]{1,60}"
    r"|wp-config[\w.\-]{0,20}|[\w\-]{0,30}(?:config|configuration|settings|local\.settings"
    r"|localsettings|parameters|database|db|env|constants|defines)[\w.\-]{0,30}"
    r"|app/etc/[\w.\-]{1,40})\.(?:php|inc|php\.(?:dist|example|sample|default)|inc\.php)$"
)
_NO_SETTINGS = re.compile(
    r"(?i)(?:^|/)(?:src|controllers?|models?|lang|locales?|migrations?|tests?|entity|entities|views?"
    r"|templates?|providers?|commands?|repositories|vendor)/|(?:controller|test|provider|command|model"
    r"|factory|interface|seeder|middleware|trait|exception|form|helper|repository|manager"
    r"|service)\.php$"
)
_TOKEN = re.compile(
    r"#[^\n]*|//[^\n]*|/\*.*?(?:\*/|\Z)|'(?P<single>(?:[^'\\]|\\.){0,5000})'|\"(?P<double>(?:[^\"\\]|\\.){0,5000})\""
    r"|(?P<arrow>=>)|(?P<variable>\$\w{1,80})|(?P<word>\\?[A-Za-z_][\w\\]{0,120}(?:::\w{1,60})?)"
    r"|(?P<number>-?\d[\d._]{0,30})|(?P<mark>[\[\](),;=.?:{}])|\n",
    re.DOTALL,
)
_PAGE = re.compile(r"(?i)\$_(?:POST|GET|REQUEST)\b|<(?:html|form|div|table)\b|\brender\s{0,4}\(")
_MOST_FACTS = 1500
_LONGEST = 300_000
_MANY = 200
_ENVIRONMENT = ("env", "getenv", "getenv_docker", "envparse")


class _Token:
    __slots__ = ("kind", "line", "text")

    def __init__(self, kind: str, text: str, line: int) -> None:
        self.kind, self.text, self.line = kind, text, line


def _read(document: Document) -> Iterator[Fact]:
    text = document.text[:_LONGEST]
    if re.search(r"(?m)^(?:abstract |final )?(?:class|interface|trait)\s", text) and "JConfig" not in text:
        return
    if _PAGE.search(text):
        return
    reading = Reading(document, "php")
    name = document.path.rpartition("/")[2].partition(".")[0]
    facts: list[Fact] = []
    found = list(_settings(_tokens(text), name if "config/" in document.path.lower() else ""))
    if len(found) > _MANY and sum(value.startswith("${") for _, value, _ in found) < len(found) / 20:
        return  # a table of permissions, countries or operators: data
    for key, value, line in found:
        facts += reading.setting(key, value, line)
        if len(facts) > _MOST_FACTS:
            break
    yield from joined(facts)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    line = 1
    for found in _TOKEN.finditer(text):
        if kind := found.lastgroup:
            shown = re.sub(r"\\(['\"\\$])", r"\1", found[kind]) if kind in ("single", "double") else found[kind]
            tokens.append(_Token("text" if kind in ("single", "double") else kind, shown, line))
        line += found[0].count("\n")
    return tokens


def _settings(tokens: list[_Token], root: str) -> Iterator[tuple[str, str, int]]:
    """(key, value, line) of definitions, assignments and array items; array keys are dotted below their variable or file."""
    path: list[str] = []
    pending = root
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "word" and token.text.lower() in ("define", "ini_set") and _marks(tokens, index + 1, "("):
            value, end = _value(tokens, index + 4)
            if tokens[index + 2 : index + 3] and tokens[index + 2].kind == "text" and value is not None:
                yield tokens[index + 2].text, value, token.line
            index = max(end, index + 3)
            continue
        if token.kind == "variable" or (token.kind == "word" and token.text.lower() == "const"):
            name, after = _variable(tokens, index)
            if _marks(tokens, after, "="):
                value, end = _value(tokens, after + 1)
                if value is not None:
                    yield name, value, token.line
                pending = name
                index = max(end, after + 1)
                continue
        if token.kind == "arrow" and index and tokens[index - 1].kind in ("text", "word", "number"):
            key = tokens[index - 1].text
            value, end = _value(tokens, index + 1)
            if value is not None:
                yield ".".join([*filter(None, path), key]), value, tokens[index - 1].line
                index = end
                continue
            pending = key
        elif token.kind == "mark" and token.text in "[(":
            path.append(pending if token.text == "[" or (index and tokens[index - 1].text.lower() == "array") else "")
            pending = ""
        elif token.kind == "mark" and token.text in "])":
            if path:
                path.pop()
        elif token.kind == "mark" and token.text == ";":
            path, pending = [], root
        index += 1


def _marks(tokens: list[_Token], index: int, text: str) -> bool:
    return index < len(tokens) and tokens[index].kind == "mark" and tokens[index].text == text


def _variable(tokens: list[_Token], index: int) -> tuple[str, int]:
    """`$db['default']['host']` as `db.default.host`, and the index behind it."""
    name = tokens[index].text.lstrip("$")
    index += 1
    if name.lower() == "const" and index < len(tokens):
        name, index = tokens[index].text, index + 1
    while (
        index + 2 < len(tokens)
        and _marks(tokens, index, "[")
        and tokens[index + 1].kind in ("text", "word", "number")
        and _marks(tokens, index + 2, "]")
    ):
        name += f".{tokens[index + 1].text}"
        index += 3
    return name, index


def _value(tokens: list[_Token], index: int) -> tuple[str | None, int]:
    """The literal at the index as text, or `${NAME:default}` for a variable of the environment; None for anything else."""
    if index >= len(tokens):
        return None, index
    token = tokens[index]
    if token.kind == "text" or token.kind == "number" or (token.kind == "word" and token.text.lower() in ("true", "false", "null")):
        if index + 1 < len(tokens) and tokens[index + 1].kind == "mark" and tokens[index + 1].text in ".?":
            return None, index
        return token.text, index + 1
    if (
        token.kind == "word"
        and token.text.lower().lstrip("\\").partition("::")[0] in _ENVIRONMENT
        and _marks(tokens, index + 1, "(")
        and index + 2 < len(tokens)
    ):
        name, default, end = tokens[index + 2].text, "", index + 3
        if _marks(tokens, end, ","):
            stated, end = _value(tokens, end + 1)
            default = stated or ""
        end = _closing(tokens, end)
        if _marks(tokens, end + 1, "?") and _marks(tokens, end + 2, ":"):
            stated, end = _value(tokens, end + 3)
            default = stated or default
            end -= 1
        return (f"${{{name}:{default}}}" if default else f"${{{name}}}"), end + 1
    return None, index


def _closing(tokens: list[_Token], index: int) -> int:
    """The index of the bracket that closes a call whose arguments are being read."""
    depth = 0
    while index < len(tokens):
        if _marks(tokens, index, "("):
            depth += 1
        elif _marks(tokens, index, ")"):
            if depth == 0:
                return index
            depth -= 1
        elif _marks(tokens, index, ";"):
            return index
        index += 1
    return index


def _matches(path: str) -> bool:
    return (
        path.lower().endswith((".php", ".inc", ".dist", ".example", ".sample", ".default"))
        and bool(_NAME.search(path))
        and not _NO_SETTINGS.search(path)
    )


DESCRIPTOR = Descriptor("php", _matches, _read)
