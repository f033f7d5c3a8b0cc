"""Which tag is pinned."""

import pytest

from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Runtime
from assessor.plan.images import build_image, pinned, runtime_image, service_image


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


def test_a_compiler_is_at_least_what_the_source_states(knowledge: Knowledge) -> None:
    go = next(kind for kind in knowledge.runtimes if kind.id == "go")
    image = go.versions[0].image

    def of(version: str, basis: str) -> str:
        return build_image(go.container.build_image, go, Runtime("go", "Go", version, image, basis, ()))  # type: ignore[arg-type]

    assert of("1.99.1", "observed") == "golang:1.99"
    assert of("1.18", "observed") == f"golang:{go.default}"
    assert of("", "assumed") == f"golang:{go.default}"
