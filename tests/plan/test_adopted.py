"""A compose file of the application, used and completed."""

from assessor.domain.knowledge import Knowledge
from assessor.plan.adopted import Adopted, adopted

COMPOSE = """services:
  api:
    build: api
    ports: ["8088:8000"]
    environment:
      DATABASE_URL: postgresql://shop:hunter22@db:5432/shop
      TOKEN: ${TOKEN:?}
      LEVEL: ${LEVEL:-info}
    depends_on: [db, cache]
    volumes: ["./uploads:/srv/uploads"]
  db:
    image: postgres:15.6
    environment: [POSTGRES_USER=shop, POSTGRES_PASSWORD=hunter22]
    volumes: ["data:/var/lib/postgresql/data"]
  cache:
    image: redis:7.2
  mail:
    image: mailhog/mailhog
    profiles: [dev]
volumes:
  data:
"""


def _adopted(knowledge: Knowledge, text: str = COMPOSE) -> Adopted | None:
    return adopted("docker-compose.yml", text, "shop", "${APP_SOURCE:-..}", {kind.id: kind for kind in knowledge.services})


def test_services_are_kept_and_completed(knowledge: Knowledge) -> None:
    found = _adopted(knowledge)
    assert found is not None
    api, db, cache, mail = found.containers
    assert (api.image, found.builds[0].context, found.builds[0].dockerfile) == (
        "shop/api:${APP_VERSION:-1}",
        "${APP_SOURCE:-..}/api",
        "Dockerfile",
    )
    assert [(port.host, port.container) for port in api.ports] == [(8088, 8000)]
    assert [f"{one.container} {one.condition}" for one in api.depends_on] == ["cache service_healthy", "db service_healthy"]
    assert [(mount.source, mount.target) for mount in api.mounts] == [("${APP_SOURCE:-..}/uploads", "/srv/uploads")]
    assert (db.role, db.restart, db.notes) == ("database", "unless-stopped", ("completed: health check, restart policy",))
    assert cache.notes == ("completed: health check, volume, restart policy",)
    assert (mail.commented, mail.todos) == ("it belongs to a profile of its own", ("pin this image to a version",))
    assert db.evidence[0].line == 11


def test_a_secret_in_plain_text_becomes_a_variable(knowledge: Knowledge) -> None:
    found = _adopted(knowledge)
    assert found is not None
    assert {one.name: one.value for one in found.containers[0].environment} == {
        "DATABASE_URL": "postgresql://shop:${API_DATABASE_URL_PASSWORD}@db:5432/shop",
        "TOKEN": "${TOKEN:?}",
        "LEVEL": "${LEVEL:-info}",
    }
    assert found.containers[1].environment[1].value == "${API_DATABASE_URL_PASSWORD:?set it in .env}"
    assert [(one.name, one.value, one.secret) for one in found.variables] == [
        ("API_DATABASE_URL_PASSWORD", "", True),
        ("LEVEL", "info", False),
        ("TOKEN", "", True),
    ]


def test_what_is_no_bundle(knowledge: Knowledge) -> None:
    assert _adopted(knowledge, "services: {db: {image: postgres}}") is None
    assert _adopted(knowledge, "services: [") is None
    assert _adopted(knowledge, "services: {a: 1}") is None
    assert _adopted(knowledge, "a" * 300_000) is None
