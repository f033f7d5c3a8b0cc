"""Environment files: `.env`, `.env.example`, `.env.production`, `app.env`. `DB_HOST=db` beside `DB_PORT=3306` is one connection."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined

_NAME = re.compile(
    r"(?i)(?:^|/)(?:\.env|env|[\w\-]{1,40}\.env|\.envrc|dotenv|[\w\-]{0,20}env[\w\-]{0,10})(?:[.\-_](?P<profile>[\w.\-]{1,40}))?$"
)
_LINE = re.compile(
    r"^[ \t]{0,8}(?:export[ \t]{1,4})?(?P<key>[A-Za-z_][A-Za-z0-9_.]{0,120})[ \t]{0,4}=[ \t]{0,4}(?P<value>.{0,4000})$"
)
_GENERATED = re.compile(r"(?i)[<\[{]?[a-z _-]{0,30}(?:generate|random|insert)[a-z _-]{0,40}[>\]}]?")
"""Values that say that somebody has to make one up: `generate_a_new_key`, `<INSERT_RANDOM_STRING>`."""
_COMMENT = re.compile(r"\s#.{0,4000}$")


def _read(document: Document) -> Iterator[Fact]:
    named = _NAME.search(document.path)
    profile = re.sub(r"(?i)\.(?:env|txt)$", "", named["profile"] or "") if named else ""
    reading = Reading(document, "env", profile)
    facts: list[Fact] = []
    for number, line in enumerate(document.text.split("\n"), 1):
        found = _LINE.match(line[:5000])
        if not found:
            continue
        value = found["value"].strip()
        if value[:1] in "\"'" and value[:1]:
            value = value[1:].partition(value[0])[0]
        else:
            value = _COMMENT.sub("", value) if not value.startswith("#") else ""
        facts += reading.setting(found["key"], value, number)
        if _GENERATED.fullmatch(value[:100]):
            facts.append(reading.trait("secret.generated", number, name=found["key"]))
        if re.fullmatch(r"(?:[A-Z]{2,20}_)?(?:HTTP_)?(?:LISTEN_)?PORT", found["key"]) and re.fullmatch(
            r"(?:HTTP_|APP_|SERVER_|WEB_|LISTEN_)?(?:LISTEN_)?PORT", found["key"]
        ):
            facts += reading.port(value, found["key"], number)
    yield from joined(facts)


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return (name.startswith((".env", "env.")) or name.endswith(".env") or name in ("env", "dotenv")) and not name.endswith(
        (
            ".js",
            ".ts",
            ".py",
            ".rb",
            ".php",
            ".java",
            ".cs",
            ".go",
            ".json",
            ".yml",
            ".yaml",
            ".md",
            ".sh",
            ".mjs",
            ".cjs",
            ".d.ts",
            ".tsx",
            ".jsx",
            ".html",
            ".scss",
            ".css",
        )
    )


DESCRIPTOR = Descriptor("env", _matches, _read)
