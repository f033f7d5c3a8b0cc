"""Who the application is to its services, and where they expect it: accounts, virtual hosts, keys, profiles."""

from assessor.domain.deployment import Container, Deployment
from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService, Deployable, Landscape, Runtime
from assessor.plan.deployment import plan
from assessor.plan.readings import Reading, readings
from tests.builders import file, library, setting, trait

JAVA = Runtime("java", "Java", "17", "eclipse-temurin:17-jre", "observed", (Evidence("pom.xml", 1),))
BASE, PROD = "src/main/resources/application.yml", "src/main/resources/application-prod.yml"
SPRING = file("pom.xml", library("maven:org.springframework.boot:spring-boot-starter-web"))


def _stated(path: str, profile: str = "", **values: str) -> FileFacts:
    lines = enumerate(values.items(), start=2)
    return file(path, *(setting(key.replace("__", "."), value, path, line, profile, format="yaml") for line, (key, value) in lines))


def _planned(knowledge: Knowledge, services: dict[str, str], *facts: FileFacts) -> Deployment:
    found = tuple(
        BackingService(one, one.title(), slot, "bundle", 0.9, ("library",), "found", (Evidence(PROD, 3),))  # type: ignore[arg-type]
        for one, slot in services.items()
    )
    web = Deployable("shop", "web", "", "spring-boot", "java", "java -jar app.jar", 8080, "default", (Evidence("pom.xml", 1),))
    return plan("shop", (SPRING, *facts), Landscape((JAVA,), (web,), found), knowledge)


def _container(deployment: Deployment, name: str) -> Container:
    return next(one for one in deployment.containers if one.name == name)


def _environment(deployment: Deployment, name: str) -> dict[str, str]:
    return {variable.name: variable.value for variable in _container(deployment, name).environment}


def test_variables_are_spelled_as_spring_looks_for_them() -> None:
    found = {one.name: one for one in readings((SPRING, _stated(BASE, minio__accessKey="***", jwt__tokenHead="Bearer")))}
    assert sorted(found) == ["JWT_TOKENHEAD", "MINIO_ACCESSKEY"]
    assert (found["MINIO_ACCESSKEY"].secret, found["MINIO_ACCESSKEY"].words) == (True, ("minio", "access", "key"))
    assert (found["JWT_TOKENHEAD"].secret, found["JWT_TOKENHEAD"].default) == (False, "Bearer"), "what stands before the secret"


def test_a_store_without_an_account_where_the_application_names_none(knowledge: Knowledge) -> None:
    told = {"spring__data__mongodb__host": "mongo", "spring__data__mongodb__database": "shop"}
    bare = _planned(knowledge, {"mongodb": "document-database"}, _stated(PROD, "prod", **told))
    assert _environment(bare, "mongodb") == {"MONGO_INITDB_DATABASE": "${MONGODB_NAME:-shop}"}
    assert any("must not be published" in note for note in _container(bare, "mongodb").notes)
    assert [(store.user, store.password) for store in bare.stores] == [("", "")]
    told |= {"spring__data__mongodb__username": "app", "spring__data__mongodb__password": "***"}
    closed = _planned(knowledge, {"mongodb": "document-database"}, _stated(PROD, "prod", **told))
    assert _environment(closed, "mongodb")["MONGO_INITDB_ROOT_PASSWORD"] == "${MONGODB_PASSWORD:?set it in .env}"
    assert _environment(closed, "web")["SPRING_DATA_MONGODB_PASSWORD"] == "${MONGODB_PASSWORD:?set it in .env}"


def test_the_virtual_host_that_the_application_asks_for_is_made(knowledge: Knowledge) -> None:
    told = {"spring__rabbitmq__host": "mq", "spring__rabbitmq__username": "shop", "spring__rabbitmq__virtual-host": "/shop"}
    named = _planned(knowledge, {"rabbitmq": "queue"}, _stated(PROD, "prod", **told))
    assert _environment(named, "rabbitmq")["RABBITMQ_DEFAULT_VHOST"] == "/shop"
    assert _environment(named, "web")["SPRING_RABBITMQ_VIRTUALHOST"] == "/shop"
    usual = _planned(knowledge, {"rabbitmq": "queue"}, _stated(PROD, "prod", **{**told, "spring__rabbitmq__virtual-host": "/"}))
    assert "RABBITMQ_DEFAULT_VHOST" not in _environment(usual, "rabbitmq")


def test_the_keys_of_an_object_store_are_its_account(knowledge: Knowledge) -> None:
    told = {"minio__endpoint": "http://localhost:9000", "minio__accessKey": "***", "minio__secretKey": "***"}
    made = _planned(knowledge, {"minio": "object-store"}, _stated(PROD, "prod", **told))
    assert _environment(made, "minio") == {
        "MINIO_ROOT_USER": _environment(made, "web")["MINIO_ACCESSKEY"],
        "MINIO_ROOT_PASSWORD": _environment(made, "web")["MINIO_SECRETKEY"],
    }
    assert _environment(made, "web")["MINIO_ENDPOINT"] == "http://minio:9000"


def test_the_profile_for_production_is_chosen_where_the_source_chooses_a_developer_s(knowledge: Knowledge) -> None:
    prod = _stated(PROD, "prod", server__port="8085")
    asked = _planned(knowledge, {}, _stated(BASE, spring__profiles__active="dev"), prod)
    assert _environment(asked, "web")["SPRING_PROFILES_ACTIVE"] == "${SPRING_PROFILES_ACTIVE:-prod}"
    for chosen, beside in (("dev", ()), ("prod", (prod,)), ("docker", (prod,))):
        made = _planned(knowledge, {}, _stated(BASE, spring__profiles__active=chosen), *beside)
        assert "SPRING_PROFILES_ACTIVE" not in _environment(made, "web"), chosen


def test_an_address_of_the_machine_itself_is_told() -> None:
    from assessor.plan.outside import here

    assert here("SMTP_HOST", "localhost") and here("ERP_URL", "http://127.0.0.1:9000/api")
    assert not here("SMTP_HOST", "mail.acme.example")
    assert not here("ALLOWED_HOSTS", "localhost") and not here("BIND_ADDRESS", "127.0.0.1"), "where it answers itself"
    assert not here("GREETING", "localhost")


def test_secrets_and_what_is_said_about_them() -> None:
    names = ("RESET_PASSWORD_LOCK_TIME", "TOKEN_UPDATE_LAST_LOGIN_THRESHOLD", "JWT_TOKEN_HEAD", "API_TOKEN", "TIME_API_SECRET")
    found = readings((file(".env.example", *(setting(name, "x1", ".env.example", format="env") for name in names)),))
    assert [one.name for one in found if one.secret] == ["API_TOKEN", "TIME_API_SECRET"]
    assert all(isinstance(one, Reading) for one in found)


def test_flask_is_told_where_the_application_is_and_rq_where_its_redis_is(knowledge: Knowledge) -> None:
    python = Runtime("python-wsgi", "Python", "3.12", "python:3.12-slim", "observed", (Evidence("pyproject.toml", 1),))
    found = (BackingService("redis", "Redis", "cache", "bundle", 0.9, ("library",), "found", (Evidence("a.py", 3),)),)
    web = Deployable("board", "web", "", "wsgi", "python-wsgi", "gunicorn board.wsgi:app", 8000, "default", (Evidence("a.py", 1),))
    libraries = [library(f"pypi:{name}", path="pyproject.toml") for name in ("flask", "flask-migrate", "rq")]
    base = (file("pyproject.toml", *libraries), file("board/wsgi.py"), file("migrations/alembic.ini"))
    told = file("a.py", trait("config.environment", "a.py", 3, name="REDIS_URL", default="redis://localhost:6379/0"))
    commands = {
        (): ("flask", "--app", "board.wsgi", "db", "upgrade"),
        ("manage.py",): ("python", "manage.py", "db", "upgrade"),
        ("wsgi.py",): ("flask", "db", "upgrade"),
    }
    for more, command in commands.items():
        made = plan("board", (*base, told, *map(file, more)), Landscape((python,), (web,), found), knowledge)
        assert _container(made, "migrate").command == command
        assert _environment(made, "web")["RQ_REDIS_URL"] == "redis://redis:6379/0"
    without = file("pyproject.toml", *libraries[:2])
    made = plan("board", (without, *base[1:], told), Landscape((python,), (web,), found), knowledge)
    assert "RQ_REDIS_URL" not in _environment(made, "web")
