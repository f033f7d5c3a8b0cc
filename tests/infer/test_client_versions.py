"""The version of a service by the version of its clients."""

import pytest

from assessor.domain.facts import Library
from assessor.domain.knowledge import Knowledge
from assessor.infer.client_versions import for_clients
from assessor.infer.scene import scene
from tests.builders import file, library


@pytest.mark.parametrize(
    ("libraries", "version"),
    [
        ([library("maven:org.springframework.boot:spring-boot-starter-parent", "2.7.5", "parent")], "7"),
        ([library("maven:org.springframework.boot:spring-boot-starter-parent", "2.2.1.RELEASE", "parent")], "6"),
        ([library("maven:org.springframework.boot:spring-boot-starter-parent", "3.4.0", "parent")], "8"),
        ([library("npm:@elastic/elasticsearch", "^8.11.0")], "8.11.0"),
        ([library("npm:@elastic/elasticsearch", "^8.11.0", "development")], ""),
        ([library("pypi:elasticsearch", "==7.17.9"), library("pypi:elasticsearch-dsl", "==7.4.1")], "7.4.1"),
        ([library("pypi:elasticsearch", ">=7")], ""),
        ([library("pypi:elasticsearch", "7.1"), library("npm:@elastic/elasticsearch", "8.1")], ""),
        ([library("composer:elasticsearch/elasticsearch", "^7.0 || ^8.0")], ""),
        ([library("maven:org.springframework.boot:spring-boot-starter-web", "2.7.5")], ""),
    ],
)
def test_the_clients_tell_the_version(knowledge: Knowledge, libraries: list[Library], version: str) -> None:
    kind = next(kind for kind in knowledge.services if kind.id == "elasticsearch")
    assert for_clients(kind, scene((file("build", *libraries),))) == version
