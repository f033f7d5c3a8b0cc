"""Settings in TOML: `config.toml`, `settings.toml`, `config.toml.sample`, `conf/app.production.toml`.

    [app]
    address = "localhost:9000"

gives the setting `app.address`. Lists and inline tables are left out: what an application is told there is no single value.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.sections import sections
from assessor.extract.siblings import joined
from assessor.extract.structured import read_toml

_NAME = re.compile(
    r"(?i)(?:^|/)(?:(?:[\w\-]{1,40}[._\-])?(?:config|configuration|settings|conf|server|database)(?:[._\-][\w\-]{1,30}){0,2}"
    r"|(?:conf|config|configs|etc)/[\w.\-]{1,60}|app|application|default|production)\.toml(?:\.(?:sample|example|dist|template|tmpl))?$"
)
_NOT_SETTINGS = re.compile(
    r"(?i)(?:^|/)(?:\.cargo|\.cocoindex_code|\.config|\.github|docs?|i18n|locales?|translations?|themes?|archetypes|content)/"
    r"|(?:^|/)(?:pyproject|cargo|hugo|book|rustfmt|clippy|netlify|wrangler|codecov|typos|release|cliff)[\w.\-]{0,40}\.toml$"
)
_LISTENING = re.compile(r"(?i)(?:^|\.)(?:app|server|http|web|listen|api)[._]?(?:address|addr|listen|bind)$")
"""Where the application itself listens is no address of another system."""
_STATIC_SITE = ("baseurl", "languagecode")
"""Keys of the static site generators whose configuration is also called `config.toml`."""


def _read(document: Document) -> Iterator[Fact]:
    data = read_toml(document.text)  # says what is wrong with a text that is no TOML
    if any(key.lower() in _STATIC_SITE for key in data):
        return
    reading = Reading(document, "toml", _profile(document.path))
    facts: list[Fact] = []
    for title, entries in sections(document.text):
        table = title.strip("[] \t")
        for entry in entries:
            if entry.value[:1] not in ("[", "{") and '"""' not in entry.value and "'''" not in entry.value:
                key = f"{table}.{entry.key}" if table else entry.key
                found = reading.setting(key, entry.value.strip("\"'"), entry.line)
                facts += (fact for fact in found if not (isinstance(fact, Connection) and _LISTENING.search(key)))
    yield from joined(facts)


def _profile(path: str) -> str:
    """`config.production.toml` is for production; `config.toml.sample` and `config.toml` are for everybody."""
    name = path.rpartition("/")[2].lower()
    found = re.search(r"[._\-](production|prod|staging|development|dev|test|testing|local|docker)\.toml", name)
    return found[1] if found else ""


def _matches(path: str) -> bool:
    return bool(_NAME.search(path)) and not _NOT_SETTINGS.search(path)


DESCRIPTOR = Descriptor("toml", _matches, _read)
