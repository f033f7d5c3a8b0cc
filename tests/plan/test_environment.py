"""Which variable speaks of which service, and what the application is told instead."""

import pytest

from assessor.domain.facts import Evidence, Trait
from assessor.domain.knowledge import Knowledge
from assessor.plan.environment import assigned, rewritten_pairs, rewritten_url
from assessor.plan.readings import Reading, readings, secret_name
from tests.builders import file, library, setting, trait

HERE = (Evidence("config.php", 1),)


def _reading(name: str, default: str = "", secret: bool = False) -> Reading:
    return Reading(name, default, secret, "environment", HERE)


def _spoken(knowledge: Knowledge, services: tuple[str, ...], *read: Reading) -> list[str]:
    kinds = [kind for kind in knowledge.services if kind.id in services]
    return [f"{one.reading.name} {one.service} {one.role}" for one in assigned(read, kinds)]


def test_names_of_a_database(knowledge: Knowledge) -> None:
    read = [_reading(name) for name in ("DB_HOST", "DB_PORT", "DB_NAME", "DB_USER", "DB_PASS", "SHOP_NAME", "DB_POOL_SIZE")]
    assert _spoken(knowledge, ("mysql", "zookeeper"), *read) == [
        "DB_HOST mysql host",
        "DB_NAME mysql database",
        "DB_PASS mysql password",
        "DB_PORT mysql port",
        "DB_USER mysql user",
    ]


def test_the_value_decides_before_the_name(knowledge: Knowledge) -> None:
    read = (
        _reading("BROKER", "redis://10.20.4.12:6379/1"),
        _reading("LOCKS", "10.20.0.31:2181"),
        _reading("PAYMENT_URL", "https://pay.example/v2"),
    )
    assert _spoken(knowledge, ("redis", "zookeeper", "postgres"), *read) == ["BROKER redis url", "LOCKS zookeeper address"]


def test_a_word_that_chooses_a_connection_is_no_address(knowledge: Knowledge) -> None:
    sync, empty = _reading("QUEUE_CONNECTION", "sync"), _reading("REDIS_CONNECTION", "")
    assert _spoken(knowledge, ("redis",), sync, empty) == ["REDIS_CONNECTION redis url"]


def test_mail_is_no_database(knowledge: Knowledge) -> None:
    assert _spoken(knowledge, ("postgres",), _reading("EMAIL_HOST", "mail.acme.example"), _reading("SMTP_USER", "shop")) == []


@pytest.mark.parametrize(
    ("found", "inside"),
    [
        ("redis://10.20.4.12:6379/0", "redis://box:1234/0"),
        ("postgres://u:p@old/shop", "postgres://USER:WORD@box:1234/BASE"),
        ("jdbc:mysql://10.1.1.1/shop?useSSL=false", "jdbc:mysql://box:1234/BASE?useSSL=false&allowPublicKeyRetrieval=true"),
        ("jdbc:mysql://10.1.1.1/shop?useSSL=true", "jdbc:mysql://box:1234/BASE?useSSL=true"),
        ("jdbc:mariadb://10.1.1.1/shop?useSSL=false", "jdbc:mariadb://box:1234/BASE?useSSL=false"),
        (
            "jdbc:mysql://10.1.1.1/shop?allowPublicKeyRetrieval=true&useSSL=false",
            "jdbc:mysql://box:1234/BASE?allowPublicKeyRetrieval=true&useSSL=false",
        ),
        ("jdbc:mysql://10.1.1.1/shop?user=a&password=b", "jdbc:mysql://box:1234/BASE"),
    ],
)
def test_addresses_inside_the_bundle(found: str, inside: str) -> None:
    stored = not found.startswith("redis")
    assert rewritten_url(found, "box", 1234, "USER" * stored, "WORD" * stored, "BASE" * stored) == inside


def test_readings_of_code_files_and_frameworks() -> None:
    facts = (
        file("src/main/resources/application.yml", setting("acme.batch.size", "50", "src/main/resources/application.yml", 3)),
        file("pom.xml", library("maven:org.springframework.boot:spring-boot-starter-web")),
        file("app.php", trait("config.environment", "app.php", 7, name="DB_HOST", default="10.0.0.1")),
        file(".env.example", setting("DB_HOST", "localhost", ".env.example", 1, profile="example", format="env")),
        file("docker-compose.yml", trait("config.environment", "docker-compose.yml", 5, name="TAG")),
        file("dev.env", setting("DB_DEBUG", "1", "dev.env", 1, profile="development", format="env")),
    )
    assert [(one.name, one.default, one.via) for one in readings(facts)] == [
        ("ACME_BATCH_SIZE", "50", "spring"),
        ("DB_HOST", "10.0.0.1", "environment"),
    ]


def test_default_beside_a_call() -> None:
    place = Evidence("config.php", 12, "", "define('DB_NAME', getenv('DB_NAME') ?: 'storefront');")
    facts = (file("config.php", Trait("config.environment", place, (("name", "DB_NAME"),))),)
    assert readings(facts)[0].default == "storefront"


@pytest.mark.parametrize(
    "name", ["DB_PASS", "SECRET_KEY", "apiKey", "AWS_SECRET_ACCESS_KEY", "spring.datasource.password", "SCANNER_TOKEN"]
)
def test_secret_names(name: str) -> None:
    assert secret_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "PASSENGER_COUNT",
        "KEY_PREFIX",
        "COMPASS_URL",
        "PRIMARY_KEY",
        "SORT_KEY",
        "PASSWORD_RESET_TIMEOUT",
        "CORS_ALLOW_CREDENTIALS",
        "AWS_ACCESS_KEY_ID",
    ],
)
def test_names_that_only_look_secret(name: str) -> None:
    assert not secret_name(name)


def test_an_account_of_the_service_is_looked_for_where_the_service_keeps_it() -> None:
    usual = "mongodb://{user}:{password}@{host}:{port}/{database}?authSource=admin"
    asked = {
        "mongodb://localhost:27017/shop": "mongodb://app:WORD@mongodb:27017/shop?authSource=admin",
        "mongodb://localhost/shop?w=majority": "mongodb://app:WORD@mongodb:27017/shop?w=majority&authSource=admin",
        "mongodb://localhost/shop?authSource=shop": "mongodb://app:WORD@mongodb:27017/shop?authSource=shop",
    }
    for found, inside in asked.items():
        assert rewritten_url(found, "mongodb", 27017, "app", "WORD", "shop", usual) == inside
    assert rewritten_url("mongodb://localhost/shop", "mongodb", 27017, "", "", "shop", usual) == "mongodb://mongodb:27017/shop"


def test_the_certificate_of_the_bundles_own_server_is_trusted() -> None:
    usual = "Server={host},{port};Database={database};User Id=sa;Password={password};TrustServerCertificate=True"
    account = "User Id=sa;Password=WORD"
    assert rewritten_pairs("Server=old;Database=Orders", "mssql", 1433, "sa", "WORD", usual) == (
        f"Server=mssql,1433;Database=Orders;{account};TrustServerCertificate=True"
    )
    stated = "Server=old;Database=Orders;Trust Server Certificate=False"
    assert rewritten_pairs(stated, "mssql", 1433, "sa", "WORD", usual) == (
        f"Server=mssql,1433;Database=Orders;Trust Server Certificate=False;{account}"
    )


def test_connection_strings_of_pairs() -> None:
    found = "Server=sql1\\X;Initial Catalog=Orders;Integrated Security=True;Encrypt=False"
    assert rewritten_pairs(found, "mssql", 1433, "sa", "WORD") == (
        "Server=mssql,1433;Initial Catalog=Orders;Encrypt=False;User Id=sa;Password=WORD"
    )
    assert rewritten_pairs("Host=old;Port=5432;Database=shop;Username=a;Password=b", "postgres", 5432, "app", "WORD") == (
        "Host=postgres;Port=5432;Database=shop;User Id=app;Password=WORD"
    )


def test_an_expression_is_no_default() -> None:
    place = Evidence("settings.py", 3, "", 'BADGE = os.getenv("BADGE", SITE_NAME)')
    facts = (file("settings.py", Trait("config.environment", place, (("default", "SITE_NAME"), ("name", "BADGE")))),)
    assert [(one.default, one.stated) for one in readings(facts)] == [("", False)]


def test_the_word_for_a_database(knowledge: Knowledge) -> None:
    assert _spoken(
        knowledge, ("postgres",), _reading("DB_CONNECTION", "mysql"), _reading("DB", "sqlite"), _reading("DB_TYPE", "7")
    ) == [
        "DB postgres product",
        "DB_CONNECTION postgres product",
    ]


def test_a_web_address_is_a_service_only_by_name_host_or_port(knowledge: Knowledge) -> None:
    kinds = [kind for kind in knowledge.services if kind.id in ("elasticsearch", "minio")]

    def said(name: str, value: str) -> str:
        found = assigned([Reading(name, value, False, "environment", ())], kinds)
        return found[0].service if found else ""

    assert said("ELASTICSEARCH_HOST", "http://localhost") == "elasticsearch"
    assert said("CATALOG_INDEX_URL", "http://localhost:9200") == "elasticsearch"
    assert said("MINIO_ENDPOINT", "http://10.0.0.4:9000") == "minio"
    assert said("APP_URL", "http://localhost") == ""
    assert said("OLLAMA_BASE_URL", "http://localhost:11434") == ""


def _read(name: str, line: str) -> Reading:
    return Reading(name, "", False, "environment", (Evidence("settings.py", 9, "", line),))


def test_a_variable_that_code_compares_with_a_database(knowledge: Knowledge) -> None:
    kinds = [kind for kind in knowledge.services if kind.id in ("postgres", "redis")]
    (found,) = assigned([_read("DB", 'if os.getenv("DB") == "postgres":'), _read("DB_KIND", 'x = os.getenv("DB_KIND")')], kinds)
    assert (found.reading.name, found.reading.default, found.service, found.role) == ("DB", "postgres", "postgres", "product")


def test_the_way_to_a_service_of_the_bundle_is_not_encrypted(knowledge: Knowledge) -> None:
    kinds = [kind for kind in knowledge.services if kind.id == "postgres"]
    read = [
        _read("DATABASE_SSL", "if (process.env.DATABASE_SSL != null) {"),
        _read("DB_SSL", "ssl: process.env.DB_SSL"),  # any text would be taken for yes: left alone
        _reading("DB_TLS", "True"),
    ]
    assert [(one.reading.name, one.role) for one in assigned(read, kinds)] == [("DATABASE_SSL", "tls"), ("DB_TLS", "tls")]


def test_names_that_refine_a_connection(knowledge: Knowledge) -> None:
    read = [_reading("DB_APPLICATION_NAME", "shop"), _reading("DATABASE_SCHEMA", "public"), _reading("DATABASE_NAME", "shop")]
    assert _spoken(knowledge, ("postgres",), *read) == ["DATABASE_NAME postgres database"]
    assert _spoken(knowledge, ("mysql",), _reading("DATABASE_SCHEMA", "shop")) == ["DATABASE_SCHEMA mysql database"]


def test_a_developers_run_mode_is_no_default() -> None:
    facts = (
        file(
            "app.js",
            trait("config.environment", "app.js", 1, name="NODE_ENV", default="development"),
            trait("config.environment", "app.js", 2, name="APP_MODE", default="cluster"),
        ),
    )
    assert [(one.name, one.default) for one in readings(facts)] == [("APP_MODE", "cluster"), ("NODE_ENV", "")]
