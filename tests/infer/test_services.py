"""The measured lessons of recognising services, each as facts and the placement they must lead to."""

import pytest

from assessor.domain.facts import FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService
from assessor.infer.landscape import infer
from tests.builders import artifact, connection, file, image, library, reference, setting


def services(knowledge: Knowledge, *facts: FileFacts) -> dict[str, BackingService]:
    return {service.id: service for service in infer(tuple(facts), knowledge).services}


def placements(knowledge: Knowledge, *facts: FileFacts) -> dict[str, str]:
    return {id: service.placement for id, service in services(knowledge, *facts).items()}


def test_confidence_grows_with_independent_kinds_of_evidence(knowledge: Knowledge) -> None:
    driver = file("pom.xml", library("maven:com.rabbitmq:amqp-client"))
    host = file("app.properties", setting("rabbitmq.host", "mq", "app.properties"))
    alone, both = services(knowledge, driver)["rabbitmq"], services(knowledge, driver, host)["rabbitmq"]
    assert (alone.confidence, alone.kinds, alone.placement) == (0.55, ("library",), "optional")
    assert (both.confidence, both.kinds, both.placement) == (0.82, ("library", "setting"), "bundle")


def test_a_connection_read_from_a_setting_is_not_a_second_kind(knowledge: Knowledge) -> None:
    at = "app.properties"
    same_line = file(at, setting("jms.url", "amqp://mq/", at, 4), connection("amqp://mq/", at, 4))
    assert services(knowledge, same_line)["rabbitmq"].kinds == ("setting",)


def test_an_object_store_client_alone_is_not_even_mentioned(knowledge: Knowledge) -> None:
    assert "minio" not in placements(knowledge, file("Gemfile", library("gem:aws-sdk-s3", path="Gemfile")))


def test_a_framework_template_is_not_use(knowledge: Knowledge) -> None:
    laravel = file("composer.json", library("composer:laravel/framework", path="composer.json"))
    template = (
        setting("REDIS_HOST", "127.0.0.1", ".env.example", 3, format="env"),
        setting("REDIS_PORT", "6379", ".env.example", 4, format="env"),
    )
    unused = file(".env.example", setting("CACHE_DRIVER", "file", ".env.example", 2, format="env"), *template)
    used = file(".env.example", setting("CACHE_DRIVER", "redis", ".env.example", 2, format="env"), *template)
    assert "redis" not in placements(knowledge, laravel, unused)
    assert placements(knowledge, laravel, used)["redis"] == "bundle"


def test_several_drivers_are_a_choice_that_the_default_configuration_makes(knowledge: Knowledge) -> None:
    drivers = file("Gemfile", library("gem:pg", path="Gemfile"), library("gem:mysql2", path="Gemfile", line=2))
    found = services(
        knowledge, drivers, file("config/database.yml", setting("production.adapter", "mysql2", "config/database.yml"))
    )
    assert (found["mysql"].placement, found["postgres"].placement) == ("bundle", "mentioned")
    assert found["mysql"].alternatives == ("mariadb", "postgres")
    assert "PostgreSQL" in found["mysql"].reason and "MySQL" in found["postgres"].reason


def test_an_embedded_default_hides_the_database_of_production(knowledge: Knowledge) -> None:
    at, production = "src/main/resources/application.yml", "src/main/resources/application-prod.yml"
    found = placements(
        knowledge,
        file(at, setting("spring.datasource.url", "jdbc:h2:mem:app", at)),
        file(production, setting("spring.datasource.url", "jdbc:postgresql://db/app", production, profile="prod")),
    )
    assert found == {"h2": "mentioned", "postgres": "bundle"}


def test_an_embedded_database_with_nothing_behind_it_stays_embedded(knowledge: Knowledge) -> None:
    assert placements(knowledge, file("pom.xml", library("maven:org.hsqldb:hsqldb"))) == {"hsqldb": "embedded"}


def test_data_sources_of_a_reporting_tool_are_no_databases_of_its_own(knowledge: Knowledge) -> None:
    plug_ins = {
        "pg.py": "psycopg2",
        "mysql.py": "pymysql",
        "oracle.py": "oracledb",
        "mongo.py": "pymongo",
        "cassandra.py": "cassandra.cluster",
        "elastic.py": "elasticsearch",
    }
    runners = [file(f"app/runners/{name}", reference(target, "import"), language="python") for name, target in plug_ins.items()]
    own = file("app/models.py", reference("sqlalchemy.dialects.postgresql", "import"), language="python")
    found = placements(knowledge, *runners, own, file("requirements.txt", library("pypi:psycopg2", path="requirements.txt")))
    assert found == {"postgres": "bundle"}


def test_a_transport_library_is_not_a_broker(knowledge: Knowledge) -> None:
    celery = file(
        "requirements.txt", library("pypi:celery", path="requirements.txt"), library("pypi:kombu", path="requirements.txt", line=2)
    )
    assert placements(knowledge, celery) == {}
    broker = file("settings.py", setting("CELERY_BROKER_URL", "redis://cache/1", "settings.py"), language="python")
    assert placements(knowledge, celery, file("requirements.txt", library("pypi:redis", path="requirements.txt")), broker) == {
        "redis": "bundle"
    }


def test_each_part_with_its_own_settings_has_its_own_database(knowledge: Knowledge) -> None:
    def part(name: str, url: str) -> tuple[FileFacts, ...]:
        at = f"{name}/src/main/resources/application.yml"
        return (
            file(f"{name}/pom.xml", artifact("war", name, name, f"{name}/pom.xml", main=True)),
            file(at, setting("spring.datasource.url", url, at)),
        )

    found = placements(knowledge, *part("orders", "jdbc:postgresql://a/orders"), *part("stock", "jdbc:mysql://b/stock"))
    assert found == {"mysql": "bundle", "postgres": "bundle"}


def test_a_licensed_database_stays_outside(knowledge: Knowledge) -> None:
    at = "server/claims.properties"
    found = services(knowledge, file(at, setting("db.url", "jdbc:oracle:thin:@db:1521/CLAIMS", at)))["oracle"]
    assert found.placement == "outside" and "licensed" in found.reason


def test_an_existing_compose_file_says_what_runs(knowledge: Knowledge) -> None:
    found = services(knowledge, file("docker-compose.yml", image("docker.io/library/postgres:13.4-alpine")))["postgres"]
    assert (found.placement, found.kinds, found.version) == ("bundle", ("deployment",), "13.4-alpine")


@pytest.mark.parametrize("role", ["test", "vendored", "generated", "document"])
def test_only_first_party_source_decides(knowledge: Knowledge, role: str) -> None:
    found = file("x.properties", setting("url", "jdbc:mysql://db/x", "x.properties"), role=role)  # type: ignore[arg-type]
    assert placements(knowledge, found) == {}


def test_the_order_of_the_files_does_not_matter(knowledge: Knowledge) -> None:
    files = (
        file("pom.xml", library("maven:org.postgresql:postgresql"), library("maven:mysql:mysql-connector-java", line=2)),
        file("a.properties", setting("jdbc.url", "jdbc:mysql://db/x", "a.properties")),
        file("b.properties", setting("mq", "amqp://mq", "b.properties")),
    )
    assert infer(files, knowledge) == infer(files[::-1], knowledge)


def test_what_only_a_profile_of_its_name_configures_is_an_option(knowledge: Knowledge) -> None:
    client = file("pom.xml", library("maven:co.elastic.clients:elasticsearch-java"))

    def configured(profile: str, *more: FileFacts) -> str:
        at = f"application-{profile}.yaml"
        address = file(at, setting("spring.elasticsearch.uris", "http://localhost:9200", at, profile=profile))
        return placements(knowledge, client, address, *more)["elasticsearch"]

    active = file("application.yaml", setting("spring.profiles.active", "prod, elastic", "application.yaml"))
    assert configured("elastic") == "optional"
    assert configured("elastic", active) == "bundle"
    assert configured("dev") == "bundle"


def test_what_stands_under_the_question_whether_somebody_wants_it_is_an_option(knowledge: Knowledge) -> None:
    client = file(
        "requirements.txt", library("pypi:redis", path="requirements.txt"), library("pypi:django-redis", path="requirements.txt")
    )

    def configured(condition: str) -> str:
        cache = setting("CACHES.default.LOCATION", "redis://{}:{}", "settings.py", profile=condition)
        return placements(knowledge, client, file("settings.py", cache))["redis"]

    assert configured("if REDIS_HOST") == "optional"
    assert configured("") == "bundle"


def test_a_jar_that_does_not_say_whose_it_is(knowledge: Knowledge) -> None:
    """`postgresql-9.1-901.jdbc4.jar` in `WEB-INF/lib` has no group: the artifact's name does, where it is a whole one."""
    page = file("shop.war/WEB-INF/web.xml", artifact("war", "shop", "shop.war/WEB-INF", "shop.war/WEB-INF/web.xml", main=True))
    driver = file("shop.war/WEB-INF/lib/d.jar", library("maven:postgresql", path="shop.war/WEB-INF/lib/d.jar"))
    other = file("shop.war/WEB-INF/lib/e.jar", library("maven:postgresql-tools", path="shop.war/WEB-INF/lib/e.jar"))
    assert [one.id for one in infer((page, driver), knowledge).services] == ["postgres"]
    assert [one.id for one in infer((page, other), knowledge).services] == []
