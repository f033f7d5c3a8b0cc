"""Which tag is pinned."""

import pytest

from assessor.domain.knowledge import Knowledge
from assessor.plan.images import pinned, runtime_image, service_image


def test_release_lines_of_services(knowledge: Knowledge) -> None:
    containers = {kind.id: kind.container for kind in knowledge.services if kind.container}
    assert service_image(containers["postgres"], "15.6").startswith("postgres:15")
    assert service_image(containers["mysql"], "8.0.33") == "mysql:8.0"
    for identity, container in containers.items():
        assert pinned(service_image(container, "")), identity


def test_release_lines_of_runtimes(knowledge: Knowledge) -> None:
    kinds = {kind.id: kind for kind in knowledge.runtimes}
    assert runtime_image("php:8.2.29-apache", kinds["php-apache"]) == "php:8.2-apache"
    assert runtime_image("python:3.11.13-slim", kinds["python-wsgi"]) == "python:3.11-slim"
    assert runtime_image("eclipse-temurin:17.0.16_8-jre", kinds["java"]) == "eclipse-temurin:17-jre"
    for kind in knowledge.runtimes:
        for version in kind.versions:
            assert pinned(runtime_image(version.image, kind)), version.image


@pytest.mark.parametrize("image", ["mysql", "mysql:latest", "registry.example:5000/shop", "nginx:stable", "redis:${TAG:-latest}"])
def test_what_is_not_pinned(image: str) -> None:
    assert not pinned(image)


@pytest.mark.parametrize(
    "image", ["mysql:8.4", "registry.example:5000/shop:1", "redis@sha256:" + "0" * 64, "shop/web:${APP_VERSION:-1}"]
)
def test_what_is_pinned(image: str) -> None:
    assert pinned(image)
