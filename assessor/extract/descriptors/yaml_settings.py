"""Settings in YAML: Spring's `application-prod.yml` with its documents and profiles, Rails' `database.yml`, `config/*.yml`."""

import re
from collections.abc import Iterator
from itertools import islice

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined
from assessor.extract.spring import quarkus_key, spring_facts, spring_profile
from assessor.extract.structured import Node, read_yaml

_NAME = re.compile(
    r"(?i)(?:^|/)(?:(?:application|bootstrap)[\w.\-]{0,60}|database|mongoid|redis|cable|storage"
    r"|sidekiq|resque|secrets|settings|config|configuration|parameters|"
    r"puma|newrelic|elasticsearch|memcached?|mail|smtp|email|queue|server|conf|default|production"
    r"|development|database\.\w{1,20})(?:[.\-_](?:sample|example|dist|default|prod|production|dev"
    r"|local|template|tpl))?\.ya?ml(?:\.(?:sample|example|dist|tpl|erb))?$"
    r"|(?:^|/)config/(?:packages/(?:\w{1,20}/)?|autoload/|environments/)?[\w.\-]{1,60}\.ya?ml(?:\.(?:sample|example|dist))?$"
)
_NOT_SETTINGS = re.compile(
    r"(?i)(?:^|/)(?:\.github|openapi|swagger|api-docs|api|schemas?|\.circleci|locales?|i18n"
    r"|translations?|lang|charts?|helm|k8s|kubernetes|templates|routes|playbooks|roles|group_vars"
    r"|host_vars|changelog|db|migrations?|serializer|validation|docs?)/|(?:^|/)(?:deploy|brakeman"
    r"|rubocop|i18n|pre-commit)[\w.\-]{0,40}\.ya?ml$"
)
_ENVIRONMENTS = frozenset(["development", "test", "production", "staging"])
_PROFILE_KEYS = ("spring.config.activate.on-profile", "spring.profiles", "micronaut.environments")
_LONGEST_KEY = 200
_MOST_SETTINGS = 400
_SURE = re.compile(r"(?i)application|bootstrap|config|settings")


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2]
    facts: list[Fact] = []
    for root in read_yaml(document.text):
        reading = Reading(document, "yaml", _document_profile(root) or spring_profile(name))
        if root.kind != "mapping" or (_is_data(root) and not _SURE.match(name)):
            continue
        if root.mapping.keys() <= _ENVIRONMENTS | {"default", "defaults", "common", "base"}:
            for environment, inner in root.mapping.items():
                if environment in _ENVIRONMENTS:
                    facts += _settings(reading, inner, environment)
        else:
            facts += _settings(reading, root, None)
    yield from joined(facts)


def _is_data(root: Node) -> bool:
    """Lists of currencies, icons or countries: more leaves than anybody configures."""
    return sum(1 for _ in islice(root.leaves(), _MOST_SETTINGS + 1)) > _MOST_SETTINGS


def _settings(reading: Reading, root: Node, profile: str | None) -> Iterator[Fact]:
    for written, leaf in root.leaves():
        key, stated = quarkus_key(written)
        if leaf.text and key and len(key) < _LONGEST_KEY:
            yield from reading.setting(key, leaf.text, leaf.line, profile if stated is None else stated)
            yield from spring_facts(reading, key, leaf.text, leaf.line)


def _document_profile(root: Node) -> str:
    for dotted in _PROFILE_KEYS:
        found = root.mapping.get(dotted) or root.get(*dotted.split("."))
        if found.kind == "scalar" and found.text:
            return found.text
    return ""


def _matches(path: str) -> bool:
    return bool(_NAME.search(path)) and not _NOT_SETTINGS.search(path)


DESCRIPTOR = Descriptor("yaml", _matches, _read)
