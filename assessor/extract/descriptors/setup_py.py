"""Python's `setup.py` (as a syntax tree, never run), `setup.cfg`, and the entry files of web applications (`wsgi.py`)."""

import ast
import configparser
import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.python_requirement import requirement
from assessor.extract.reading import Reading

_LONGEST = 200_000
_ENTRY_FILES = {"manage.py": "django", "wsgi.py": "wsgi", "asgi.py": "asgi"}
_DJANGO = re.compile(r"\bexecute_from_command_line\b|DJANGO_SETTINGS_MODULE")
_APPLICATION = re.compile(
    r"(?m)^(?:application|app)\s{0,4}(?::[^=\n]{0,80})?=|^from\s{1,4}\S{1,100}\s{1,4}import\s[^\n]{0,200}\b(?:app|application)\b"
)
_SETTINGS_MODULE = re.compile(r"DJANGO_SETTINGS_MODULE[\"']?\s{0,4}[,\]=]{1,3}\s{0,4}[\"']([\w.]{1,100})[\"']")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "setup")
    name = document.path.rpartition("/")[2]
    if name in _ENTRY_FILES:
        yield from _entry(document, reading, name)
    elif name == "setup.cfg":
        yield from _configured(document, reading)
    else:
        yield from _called(document, reading)


def _entry(document: Document, reading: Reading, name: str) -> Iterator[Fact]:
    text = document.text[:_LONGEST]
    found = (_DJANGO if name == "manage.py" else _APPLICATION).search(text)
    if found:
        line = document.line(found.start())
        settings = _SETTINGS_MODULE.search(text)
        yield reading.artifact(document.path, _ENTRY_FILES[name], line, main=True)
        if settings:
            yield reading.trait("settings.module", document.line(settings.start()), name=settings[1])


def _called(document: Document, reading: Reading) -> Iterator[Fact]:
    if len(document.text) > _LONGEST:
        raise Unreadable("longer than any set-up script")
    try:
        tree = ast.parse(document.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unreadable("not Python of today") from None
    names = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) == "setup":
            given = {
                keyword.arg: names.get(keyword.value.id, keyword.value) if isinstance(keyword.value, ast.Name) else keyword.value
                for keyword in call.keywords
            }
            for key, scope in (("install_requires", "runtime"), ("tests_require", "test"), ("setup_requires", "development")):
                yield from _required(reading, given.get(key), scope)
            for extra in _values(given.get("extras_require")):
                yield from _required(reading, extra, "optional")
            python = given.get("python_requires")
            if isinstance(python, ast.Constant):
                yield reading.trait("runtime.version", python.lineno, name="python", version=str(python.value))
            named, version = given.get("name"), given.get("version")
            if isinstance(named, ast.Constant):
                stated = str(version.value) if isinstance(version, ast.Constant) else ""
                yield reading.artifact(
                    str(named.value), "wheel", named.lineno, version=stated, main="entry_points" in given or "scripts" in given
                )


def _values(node: ast.AST | None) -> list[ast.expr]:
    return list(node.values) if isinstance(node, ast.Dict) else []


def _required(reading: Reading, node: ast.AST | None, scope: str) -> Iterator[Fact]:
    for each in node.elts if isinstance(node, ast.List | ast.Tuple) else []:
        found = requirement(each.value) if isinstance(each, ast.Constant) and isinstance(each.value, str) else None
        if found:
            yield reading.library(found.name, "pypi", found.version, scope, each.lineno)


def _configured(document: Document, reading: Reading) -> Iterator[Fact]:
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(document.text)
    except configparser.Error as error:
        raise Unreadable(str(error)[:100]) from None
    requires = parser.get("options", "install_requires", fallback="").split("\n")
    for text in requires:
        found = requirement(text) if text.strip() else None
        if found:
            yield reading.library(found.name, "pypi", found.version, "runtime", reading.line_of(text.strip()))
    python = parser.get("options", "python_requires", fallback="")
    if python:
        yield reading.trait("runtime.version", reading.line_of("python_requires"), name="python", version=python)
    name = parser.get("metadata", "name", fallback="")
    if name:
        scripts = parser.has_section("options.entry_points") or parser.has_option("options", "scripts")
        yield reading.artifact(
            name, "wheel", reading.line_of("name"), version=parser.get("metadata", "version", fallback=""), main=scripts
        )


def _matches(path: str) -> bool:
    return path.rpartition("/")[2] in ("setup.py", "setup.cfg", *_ENTRY_FILES)


DESCRIPTOR = Descriptor("setup", _matches, _read)
