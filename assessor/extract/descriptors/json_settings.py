"""Settings in JSON: `appsettings.Production.json`, `launchSettings.json`, `config/default.json`, `config.json`.

`"ConnectionStrings": {"Orders": "Server=db;..."}` is the setting `ConnectionStrings.Orders` and a connection.
"""

import re
from collections.abc import Iterator
from itertools import islice

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined
from assessor.extract.structured import read_json

_NAME = re.compile(
    r"(?i)(?:^|/)(?:appsettings(?:[.\-_](?P<profile>[\w\-]{1,40}))?|local\.settings|launchsettings|connectionstrings"
    r"|(?:conf|config|settings|env|environment|database|db|parameters|secrets|credentials|ormconfig|knexfile)"
    r"(?:[.\-_](?P<suffix>[\w\-]{1,40}))?|config/(?P<folder>defaults?|production|development|staging"
    r"|test|local|custom-environment-variables))"
    r"(?:\.(?:sample|example|dist|template))?\.json(?:\.(?:sample|example|dist|template))?$"
)
_NO_SETTINGS = re.compile(
    r"(?i)(?:^|/)(?:\.vscode|\.idea|locales?|i18n|lang|languages?|l10n|translations?|fontello|\.devcontainer|tsconfig"
    r"|schemas?)[./]|(?:schema|manifest)\.json$"
)
_PORT_KEY = re.compile(r"(?i)(?:^|\.)(?:port|http_?port|listen_?port|server\.port|api_?port)$")
_OTHER_PORT = re.compile(
    r"(?i)(?:db|database|redis|smtp|mail|mongo|postgres|mysql|amqp|rabbit|elastic|ldap|cache|kafka"
    r"|connection|proxy|queue)"
)
_LISTENING = re.compile(r"https?://[^/:;\s]{1,100}:(\d{2,5})")
_OWN_ADDRESS = re.compile(r"(?i)(?:applicationUrl|launchUrl|inspectUri|sslPort)$|Kestrel\.Endpoints\.\w{1,40}\.Url$|^urls$")
_MOST_LEAVES = 400
_LIST_ITEM = re.compile(r"\[\d+\]\.")


def _read(document: Document) -> Iterator[Fact]:
    named = _NAME.search(document.path)
    profile = next((value for value in named.groups() if value), "") if named else ""
    reading = Reading(document, "json", "" if profile in ("default", "defaults") else profile)
    root = read_json(document.text)
    leaves = [(key, leaf) for key, leaf in islice(root.leaves(), _MOST_LEAVES + 1) if leaf.text]
    if root.kind != "mapping" or (len(leaves) > _MOST_LEAVES and not document.path.lower().endswith("settings.json")):
        return
    if len(leaves) > 100 and sum(bool(_LIST_ITEM.search(key)) for key, _ in leaves) > len(leaves) / 2:
        return  # a list of records: data
    facts: list[Fact] = []
    for key, leaf in leaves:
        own = _OWN_ADDRESS.search(key)
        facts += (fact for fact in reading.setting(key, leaf.text, leaf.line) if not (own and isinstance(fact, Connection)))
        if _PORT_KEY.search(key) and not _OTHER_PORT.search(key):
            facts += reading.port(leaf.text, key, leaf.line)
        elif own and not key.startswith("iisSettings"):
            for number in _LISTENING.findall(leaf.text):
                facts += reading.port(number, key, leaf.line)
    yield from joined(facts)


def _matches(path: str) -> bool:
    return bool(_NAME.search(path)) and not _NO_SETTINGS.search(path)


DESCRIPTOR = Descriptor("json", _matches, _read)
