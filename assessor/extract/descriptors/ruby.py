"""Ruby: `Gemfile` and `Gemfile.lock`, `*.gemspec`, `config.ru`, `db/schema.rb`, `config/puma.rb`, `config/schedule.rb`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_GEM = re.compile(r"^[ \t]{0,20}gem[ \t(]{1,4}[\"'](?P<name>[\w\-.]{1,80})[\"'](?P<rest>[^\n]{0,500})")
_GEM_VERSION = re.compile(r"^,[ \t]{0,4}[\"'](?P<version>[^\"']{1,40})[\"']")
_GROUP = re.compile(r"^[ \t]{0,8}group[ \t(]{1,4}(?P<names>[^\n]{1,200}?)\)?[ \t]{1,4}do")
_IN_GROUP = re.compile(r"group(?:s)?:?[ \t]{0,4}(?:=>)?[ \t]{0,4}(?P<names>\[[^\]]{1,100}\]|:\w{1,30})")
_RUBY = re.compile(r"^[ \t]{0,8}ruby[ \t(]{1,4}[\"'](?P<version>[^\"']{1,30})[\"']")
_SPECIFICATION = re.compile(
    r"add_(?P<kind>runtime_|development_)?dependency[ \t(]{1,4}[\"'](?P<name>[\w\-.]{1,80})[\"'](?:,["
    r" \t]{0,4}[\"'](?P<version>[^\"']{1,40})[\"'])?"
)
_EXTENSION = re.compile(r"enable_extension[ \t(]{1,4}[\"'](?P<name>[\w\-]{1,60})[\"']")
_ADAPTER_PORT = re.compile(
    r"^[ \t]{0,8}port[ \t(]{1,4}(?:ENV(?:\.fetch)?[\[(][\"'](?P<variable>\w{1,60})[\"']\]?[^\d\n]{0,20"
    r"})?(?P<port>\d{2,5})"
)
_EVERY = re.compile(r"^[ \t]{0,8}every[ \t(]{1,4}(?P<schedule>[^\n]{1,100}?)\)?[ \t]{1,4}do")
_DEVELOPMENT = ("development", "test", "lint", "debug", "ci", "docs")


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2]
    reading = Reading(document, "ruby")
    if name == "Gemfile":
        yield from _gemfile(reading)
    elif name == "Gemfile.lock":
        yield from _lock(reading)
    elif name.endswith(".gemspec"):
        for number, line in enumerate(reading.lines, 1):
            if found := _SPECIFICATION.search(line[:1000]):
                scope = "development" if found["kind"] == "development_" else "runtime"
                yield reading.library(found["name"], "gem", found["version"] or "", scope, number)
        yield reading.artifact(name.removesuffix(".gemspec"), "gem", 1)
    elif name == "config.ru":
        yield reading.artifact(reading.folder.rpartition("/")[2], "rack", 1, main=True)
    elif name == "schema.rb":
        yield from _schema(reading)
    else:
        yield from _started(reading)


def _gemfile(reading: Reading) -> Iterator[Fact]:
    groups: list[str] = []
    for number, line in enumerate(reading.lines, 1):
        line = line[:1000]
        if found := _RUBY.match(line):
            yield reading.trait("runtime.version", number, name="ruby", version=found["version"])
        elif found := _GROUP.match(line):
            groups.append(found["names"])
        elif re.match(
            r"^[ \t]{0,8}(?:if|unless|platforms?|source|install_if|path|git)\b[^\n]{0,200}(?:\bdo\b|$)", line
        ) and not line.rstrip().endswith(("'", '"')):
            groups.append("")
        elif line.strip() == "end" and groups:
            groups.pop()
        elif found := _GEM.match(line):
            named = _IN_GROUP.search(found["rest"])
            inside = " ".join([*groups, named["names"] if named else ""])
            scope = "development" if any(word in inside for word in _DEVELOPMENT) and "production" not in inside else "runtime"
            version = _GEM_VERSION.match(found["rest"])
            yield reading.library(found["name"], "gem", version["version"] if version else "", scope, number)


def _lock(reading: Reading) -> Iterator[Fact]:
    for number, line in enumerate(reading.lines, 1):
        if line.strip() == "RUBY VERSION" and number < len(reading.lines):
            version = re.search(r"ruby (\d[\d.]{0,10})", reading.lines[number][:100])
            if version:
                yield reading.trait("runtime.version", number + 1, name="ruby", version=version[1])


def _schema(reading: Reading) -> Iterator[Fact]:
    for number, line in enumerate(reading.lines, 1):
        line = line[:1000]
        if found := _EXTENSION.search(line):
            yield reading.trait("sql.extension", number, name=found["name"])
            yield reading.trait("sql.dialect", number, name="postgres")
        elif found := re.search(r"(?:charset|options):[ \t]{0,4}\"[^\"]{0,40}(?:utf8mb4|ENGINE=InnoDB)", line):
            yield reading.trait("sql.dialect", number, name="mysql")


def _started(reading: Reading) -> Iterator[Fact]:
    for number, line in enumerate(reading.lines, 1):
        line = line[:1000]
        if found := _ADAPTER_PORT.match(line):
            yield from reading.port(found["port"], "puma", number)
            if found["variable"]:
                yield reading.trait("config.environment", number, name=found["variable"], default=found["port"], key="port")
        elif found := _EVERY.match(line):
            command = reading.lines[number].strip() if number < len(reading.lines) else ""
            yield reading.process(re.sub(r"\W+", " ", command)[:40].strip(), command, "job", number, found["schedule"])
            yield reading.trait("scheduler.cron", number, schedule=found["schedule"], command=command)


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2]
    return (
        name in ("Gemfile", "Gemfile.lock", "config.ru")
        or name.endswith(".gemspec")
        or path.endswith(("db/schema.rb", "config/puma.rb", "config/schedule.rb", "config/unicorn.rb"))
    )


DESCRIPTOR = Descriptor("ruby", _matches, _read)
