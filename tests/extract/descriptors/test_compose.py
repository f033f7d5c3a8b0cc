"""Compose files."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.compose import DESCRIPTOR


@pytest.mark.parametrize("path", ["deploy/docker-compose/apps.yml", "compose/shop.yaml", "docker/compose/shop.yml"])
def test_any_name_in_a_folder_of_compose_files(path: str) -> None:
    assert DESCRIPTOR.matches(path)
    text = "services:\n  shop:\n    image: acme/shop:1\n"
    assert facts_of(DESCRIPTOR, text, path) == ["3 Image acme/shop:1 service shop", "3 Trait compose.service service=shop"]
    assert facts_of(DESCRIPTOR, "services:\n  shop:\n    url: http://shop\n", path) == []
    assert facts_of(DESCRIPTOR, "scrape_configs:\n  - job_name: shop\n", path) == []


@pytest.mark.parametrize(
    "path", ["deploy/apps.yml", "compose/prometheus/prometheus.yml", "decompose/shop.yml", "compose/shop.json"]
)
def test_not_elsewhere(path: str) -> None:
    assert not DESCRIPTOR.matches(path)


def test_services() -> None:
    text = """x-common: &common
  environment:
    TZ: UTC
services:
  web:
    <<: *common
    build: {context: ./web, dockerfile: Dockerfile.prod}
    command: ["gunicorn", "app:app"]
    ports: ["127.0.0.1:8080:80", "${PORT:-9000}:9000/udp"]
    volumes: ["./conf:/etc/app:ro", "uploads:/data"]
    depends_on: [db]
    deploy: {replicas: 2, resources: {limits: {memory: 512M}}}
  db:
    image: postgres:${PG_VERSION:-15}
    environment:
      - POSTGRES_PASSWORD=hunter2
      - PGDATA
    healthcheck: {test: ["CMD", "pg_isready"]}
volumes:
  uploads: {}
"""
    assert facts_of(DESCRIPTOR, text, "docker-compose.yml") == [
        "3 Setting TZ UTC compose",
        "6 Trait compose.service service=web",
        "7 Trait compose.build context=./web,dockerfile=Dockerfile.prod,service=web",
        "8 Process web gunicorn app:app web",
        "9 Port 80 tcp web",
        "9 Port 9000 udp web",
        "9 Trait port.published published=${PORT:-9000},service=web,target=9000",
        "9 Trait port.published published=8080,service=web,target=80",
        "10 Trait volume.declared kind=bind,service=web,source=./conf,target=/etc/app",
        "10 Trait volume.declared kind=named,service=web,source=uploads,target=/data",
        "11 Trait compose.depends on=db,service=web",
        "12 Trait memory.limit service=web,value=512M",
        "12 Trait replicas n=2,service=web",
        "14 Image postgres:15 service db",
        "14 Trait compose.service service=db",
        "16 Setting POSTGRES_PASSWORD *** compose secret!",
        "17 Setting PGDATA ${PGDATA} compose",
        "17 Trait config.environment key=PGDATA,name=PGDATA",
        "18 Trait probe.liveness service=db,test=CMD pg_isready",
        "20 Trait volume.named name=uploads",
    ]


def test_profile_from_the_name() -> None:
    text = """services:
  app:
    image: acme/app
    command: java -Xmx1g -jar app.jar
"""
    assert facts_of(DESCRIPTOR, text, "compose.override.yaml") == [
        "3 Image acme/app service app",
        "3 Trait compose.service service=app",
        "4 Process app java -Xmx1g -jar app.jar service",
        "4 Trait heap.fixed value=1g",
    ]


def test_not_yaml() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """a: {b
""",
            "compose.yaml",
        )


def test_aliases_do_not_multiply() -> None:
    text = """a: &a {x: 1, y: 2}
services:
  app:
    image: x
    environment: {A: &b [*a, *a, *a], B: &c [*b, *b, *b], C: [*c, *c, *c]}
"""
    assert facts_of(DESCRIPTOR, text, "compose.yml") == [
        "4 Image x service app",
        "4 Trait compose.service service=app",
    ]
