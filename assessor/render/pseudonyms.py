"""Takes the client's names out of an assessment: every identifier becomes a stable pseudonym, excerpts and files are dropped.

It works before anything is rendered, so that every format is redacted by the same step. What is kept is what is public: the
words of `rules/` and of our own sentences. All else is replaced, known as a name or not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Struct

from assessor.domain.assessment import Assessment
from assessor.domain.facts import Evidence
from assessor.domain.knowledge import Knowledge
from assessor.render.public_words import WORD, PublicWords, public_words

ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
JOINTS = frozenset("-./\\:@_")
STRUCTURAL = frozenset(
    {
        "src",
        "first",
        "part",
        "all",
        "own",
        "other",
        "main",
        "java",
        "kotlin",
        "scala",
        "groovy",
        "resources",
        "webapp",
        "web",
        "inf",
        "meta",
        "test",
        "tests",
        "com",
        "org",
        "net",
        "io",
        "app",
        "apps",
        "lib",
        "libs",
        "config",
        "conf",
        "db",
        "sql",
        "bin",
        "docs",
        "doc",
        "etc",
        "opt",
        "var",
        "usr",
        "home",
        "data",
        "php",
        "html",
        "css",
        "js",
        "ts",
        "jsx",
        "tsx",
        "jsp",
        "xml",
        "yml",
        "yaml",
        "json",
        "properties",
        "md",
        "txt",
        "sh",
        "bat",
        "ps",
        "py",
        "rb",
        "go",
        "cs",
        "csproj",
        "sln",
        "dockerfile",
        "docker",
        "compose",
        "pom",
        "package",
        "gradle",
        "build",
        "target",
        "dist",
        "public",
        "static",
        "views",
        "templates",
        "ejb",
        "war",
        "ear",
        "jar",
        "http",
        "https",
        "jdbc",
        "tcp",
        "table",
        "external",
        "localhost",
        "server",
        "client",
        "service",
        "services",
        "api",
        "backend",
        "frontend",
        "worker",
        "scheduler",
        "proxy",
    }
)
"""Words of folders and endings that say nothing about whose application it is."""
NAMES = frozenset(
    {
        "path",
        "application",
        "client",
        "package",
        "folder",
        "source",
        "target",
        "unit",
        "units",
        "table",
        "tables",
        "reference",
        "references",
        "writes",
    }
)
"""Fields that hold identifiers and nothing else."""
NAMED = frozenset(
    {
        "Unit",
        "Table",
        "Deployable",
        "Part",
        "Candidate",
        "ServiceShare",
        "ServiceCall",
        "ServiceStore",
        "Sibling",
        "Process",
        "ApplicationPart",
    }
)
"""Values whose name is the application's own."""
SENTENCES = frozenset({"text", "message", "note", "fix", "sentence", "change", "why", "reason", "detail", "todos", "notes", "item"})
KEPT = frozenset(
    {
        "schema",
        "date",
        "digest",
        "fingerprint",
        "rules",
        "input",
        "language",
        "encoding",
        "says",
        "mark",
        "verdict",
        "computed",
        "basis",
        "restart",
        "condition",
        "role",
        "kind",
        "slot",
        "placement",
        "concern",
        "dimension",
        "rule",
        "memory_basis",
        "flags",
        "advice",
    }
)
"""Fields whose values are words of ours."""
TELLING, ROOT = 4, 0.1
"""Letters of a name that gives its owner away inside another word; least share of units whose packages begin with such a name."""
DROPPED = "# left out of a redacted bundle\n"


def redacted(assessment: Assessment, knowledge: Knowledge) -> Assessment:
    """The same assessment with pseudonyms, each name always the same one; without excerpts and without files of the source."""
    (found,) = redacted_together([assessment], knowledge)
    return found


def redacted_together(assessments: Sequence[Assessment], knowledge: Knowledge) -> list[Assessment]:
    """Several assessments where a name is the same pseudonym in all of them, so that they can be compared."""
    words = public_words(knowledge)
    known = STRUCTURAL | words.technical
    names = frozenset(name for assessment in assessments for name in _names(assessment)) - known
    said = (f"{one.application} {one.client}" for one in assessments)
    own = frozenset(word.lower() for text in said for word in WORD.findall(text)) | _roots(assessments, known)
    replaced = _Pseudonyms(assessments[0].tool.input if assessments else "", names, own - known, words)
    return [replaced.value(assessment) for assessment in assessments]


def _roots(assessments: Sequence[Assessment], known: frozenset[str]) -> frozenset[str]:
    """The words that many packages of the application begin with: `acme` of `com.acme.orders`."""
    found: set[str] = set()
    for assessment in assessments:
        units = [unit for unit in assessment.architecture.units if unit.kind != "external"]
        words = ([word.lower() for word in WORD.findall(unit.package) if word.lower() not in known] for unit in units)
        count = Counter(first[0] for first in words if first)
        found |= {word for word, times in count.items() if times >= ROOT * len(units)}
    return frozenset(found)


class _Pseudonyms:
    """`names` are replaced wherever they stand, other words unless they are public. What comes from outside keeps its name but
    for the client's `own`."""

    def __init__(self, salt: str, names: frozenset[str], own: frozenset[str], words: PublicWords) -> None:
        self._names, self._own, self._words = names, own, words
        self._done: dict[tuple[str, str, str], str] = {}
        order = sorted(names, key=lambda name: blake2b(f"{salt}\0{name}".encode("utf-8", "replace"), digest_size=8).digest())
        self._numbers = {name: number for number, name in enumerate(order, 1)}

    def value(self, value: Any, field: str = "", owner: str = "") -> Any:
        """`value` and all that is in it."""
        if isinstance(value, str):
            return self._text(value, field, owner)
        if isinstance(value, tuple):
            return tuple(self.value(one, field, owner) for one in value)
        if not isinstance(value, Struct):
            return value
        name = type(value).__name__
        if isinstance(value, Evidence):
            return msgspec.structs.replace(value, path=self._text(value.path, "path", name), excerpt="")
        if name == "BundleFile":
            return msgspec.structs.replace(value, path=self._text(str(getattr(value, "path", "")), "path", name), content=DROPPED)
        if (
            name == "Unit" and getattr(value, "kind", "") == "external"
        ):  # one name in all fields, or its pseudonyms could be read off
            texts = {one: getattr(value, one) for one in value.__struct_fields__ if isinstance(getattr(value, one), str)}
            return msgspec.structs.replace(value, **{one: self._outside(text) for one, text in texts.items()})
        changed = {one: self.value(getattr(value, one), one, name) for one in value.__struct_fields__}
        return msgspec.structs.replace(value, **changed)

    def _text(self, text: str, field: str, owner: str) -> str:
        key = (text, field, owner)
        if key not in self._done:
            self._done[key] = self._replaced(text, field, owner)
        return self._done[key]

    def _replaced(self, text: str, field: str, owner: str) -> str:
        if not text or field in KEPT or owner == "Tool" or text in self._words.whole:
            return text
        if text.startswith("external:"):
            return self._outside(text)
        if owner == "Score" and field == "name":
            return text
        strict = field in NAMES or (field == "name" and owner in NAMED)
        sentence = field in SENTENCES

        def word(match: re.Match[str]) -> str:
            found = match[0]
            low = found.lower()
            if low in STRUCTURAL:
                return found
            alone = not _joined(text, match.start(), match.end()) and (found.islower() or found.istitle())
            named = low in self._names and not (sentence and alone and low in self._words.spoken)
            if low in self._words.public and not named and not strict:
                return found
            return found if strict and low in self._words.technical else self._pseudonym(found)

        return ADDRESS.sub(self._address, WORD.sub(word, text))

    def _outside(self, text: str) -> str:
        return WORD.sub(lambda match: self._pseudonym(match[0]) if self._is_own(match[0].lower()) else match[0], text)

    def _is_own(self, word: str) -> bool:
        return word in self._own or any(name in word for name in self._own if len(name) >= TELLING)

    def _pseudonym(self, name: str) -> str:
        number = self._numbers.setdefault(name.lower(), len(self._numbers) + 1)
        said = f"name{number:03d}"
        return said.upper() if name.isupper() and len(name) > 1 else said.capitalize() if name[:1].isupper() else said

    def _address(self, match: re.Match[str]) -> str:
        if match[0] in ("127.0.0.1", "0.0.0.0", "255.255.255.255"):
            return match[0]
        return f"192.0.2.{self._numbers.setdefault(match[0], len(self._numbers) + 1) % 254 + 1}"


def _joined(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return before in JOINTS or (after[:1] in JOINTS and after[1:].isalnum())


def _names(value: Any, field: str = "", owner: str = "") -> Iterator[str]:
    """Every word of the fields that hold identifiers, in lower case."""
    if isinstance(value, str):
        if (field in NAMES or (field == "name" and owner in NAMED)) and not value.startswith("external:"):
            yield from (word.lower() for word in WORD.findall(value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _names(one, field, owner)
    elif isinstance(value, Struct) and type(value).__name__ not in ("Tool", "Coverage"):
        if type(value).__name__ == "Unit" and getattr(value, "kind", "") == "external":
            return
        for one in value.__struct_fields__:
            yield from _names(
                getattr(value, one), "unit" if one == "id" and type(value).__name__ == "Unit" else one, type(value).__name__
            )
