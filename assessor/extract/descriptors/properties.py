"""Java properties with settings (`application-prod.properties`, `db.properties`); message bundles are told apart and left out."""

import io
import re
from bisect import bisect
from collections.abc import Callable, Iterator

import javaproperties

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined
from assessor.extract.spring import quarkus_key, spring_facts, spring_profile

_MESSAGES = re.compile(
    r"(?i)(?:^|/)(?:[\w.\-]{0,60}(?:messages?|resources?|labels?|strings?|texts?|i18n|translations?"
    r"|locale|errors?|validation|validationmessages|bundle|lang|language|display|help)(?:_[\w]{2,20})?"
    r"|[\w.\-]{1,80}_(?:[a-z]{2}|[a-z]{2}_[a-z]{2,4}|default))\.properties$"
    r"|/(?:i18n|l10n|locales?|lang|languages|messages|translations?|nls)/"
)
_LOGGER = re.compile(r"log4j\.(?:root(?:Logger|Category)$|(?:logger|category)\.)")
_ON_PROFILE = ("spring.config.activate.on-profile", "spring.profiles")
_SENTENCES = 0.35
_LARGE = 40
_WRAPPERS = ("gradle-wrapper.properties", "maven-wrapper.properties", "package.properties", "pom.properties")


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2]
    profile = spring_profile(name)
    reading = Reading(document, "properties", profile)
    pairs = list(_pairs(document.text))
    if _is_data(name, [key for _, key, _ in pairs], [value for _, _, value in pairs]):
        return
    of_line = _document_profiles(document.text, pairs)
    facts: list[Fact] = []
    for line, written, value in pairs:
        key, stated = quarkus_key(written)
        facts += reading.setting(key, value, line, of_line(line) if stated is None else stated)
    yield from joined(facts)
    silent = _silent({key: value for _, key, value in pairs})
    for line, written, value in pairs:
        if not written.startswith(silent):
            yield from spring_facts(reading, quarkus_key(written)[0], value, line)


def _document_profiles(text: str, pairs: list[tuple[int, str, str]]) -> Callable[[int], str | None]:
    """The profile of a line where `#---` parts the file into documents of Spring; None where the file's own profile holds."""
    parts = [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip() in ("#---", "!---")]
    if not parts:
        return lambda line: None
    stated = {bisect(parts, line): value for line, key, value in pairs if key in _ON_PROFILE and value}
    return lambda line: stated.get(bisect(parts, line))


def _pairs(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, key, value) as written; the last value of a key counts for nothing special."""
    line = 1
    try:
        for item in javaproperties.parse(io.StringIO(text)):
            if isinstance(item, javaproperties.KeyValue):
                yield line, item.key, item.value
            line += item.source.count("\n")
    except javaproperties.InvalidUEscapeError:
        for number, written in enumerate(text.split("\n"), 1):
            key, sign, value = written[:5000].partition("=")
            if sign and not key.lstrip().startswith(("#", "!")):
                yield number, key.strip(), value.strip()


def _silent(settings: dict[str, str]) -> tuple[str, ...]:
    """Beginnings of the keys of Log4j 1's appenders that no logger of the file names; none where no logger is set up."""
    loggers = [value for key, value in settings.items() if _LOGGER.match(key)]
    heard = {name.strip() for value in loggers for name in value.split(",")[1:]}
    named = {key.split(".")[2] for key in settings if re.match(r"log4j\.appender\.[^.]+", key)}
    return tuple(f"log4j.appender.{name}." for name in sorted(named - heard)) if heard else ()


def _is_data(name: str, keys: list[str], values: list[str]) -> bool:
    """Mostly sentences, or a long table of plain words (countries, smileys); never a file that Spring reads."""
    if name.startswith(("application", "bootstrap")) or len(keys) < 8:
        return False
    if len(keys) > _LARGE and sum(bool(re.search(r"[._\-]", key)) for key in keys) < len(keys) / 10:
        return True
    sentences = sum(1 for value in values if value.count(" ") >= 2 and not re.search(r"[=;/\\$]", value))
    return sentences / len(values) > _SENTENCES


def _matches(path: str) -> bool:
    return path.endswith(".properties") and not _MESSAGES.search(path) and not path.endswith(_WRAPPERS)


DESCRIPTOR = Descriptor("properties", _matches, _read)
