"""Settings that a library lets people give by variables with a prefix of the application's own."""

from msgspec.structs import replace

from assessor.domain.facts import Evidence
from assessor.plan.listening import closed, opened
from assessor.plan.prefixed import prefixed, prefixes, samples
from assessor.plan.readings import readings
from tests.builders import file, library, setting, trait

PROFILES = ("", "example")
MODULE = file("go.mod", library("golang:github.com/knadh/koanf/v2", path="go.mod"))
KOANF = file("cmd/main.go", trait("config.prefix", "cmd/main.go", 9, prefix="SHOP_", separator="__", style="koanf"), language="go")
SAMPLE = file(
    "config.toml.sample",
    setting("db.host", "localhost", "config.toml.sample", 3, format="toml"),
    setting("app.address", "localhost:9000", "config.toml.sample", 6, format="toml"),
)


def _names(*files: object) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in prefixed(files, PROFILES)]  # type: ignore[arg-type]


def test_koanf_keeps_the_letters_and_has_a_separator_of_its_own() -> None:
    assert _names(MODULE, KOANF, SAMPLE) == [("SHOP_app__address", "localhost:9000"), ("SHOP_db__host", "localhost")]


def test_viper_writes_capitals_and_replaces_what_it_is_told_to() -> None:
    code = (
        setting("db.host", "localhost", "main.go", 4, format="code"),
        setting("driver", "sqlite", "main.go", 5, format="code"),
    )
    prefix = trait("config.prefix", "main.go", 7, prefix="shop", style="viper")
    unset = trait("config.key", "main.go", 6, name="dsn")
    assert _names(MODULE, file("main.go", prefix, unset, *code)) == [("SHOP_DRIVER", "sqlite"), ("SHOP_DSN", "")]
    replacer = trait("config.replacer", "main.go", 8)
    replacer = replace(replacer, evidence=replace(replacer.evidence, excerpt='strings.NewReplacer(".", "_", "-", "_")'))
    named = dict(_names(MODULE, file("main.go", prefix, replacer, *code)))
    assert named == {"SHOP_DB_HOST": "localhost", "SHOP_DRIVER": "sqlite"}


def test_dotnet_has_a_prefix_where_its_builder_says_so() -> None:
    startup = file("Api/Startup.cs", trait("config.prefix", "Api/Startup.cs", 9, prefix="Shop_", style="dotnet"))
    stated = file("Api/appsettings.json", setting("ConnectionStrings:Main", "Server=db", "Api/appsettings.json", format="json"))
    assert _names(startup, stated) == [("Shop_ConnectionStrings__Main", "Server=db")]


def test_a_module_beside_it_and_another_profile_are_not_meant() -> None:
    other = file("tool/config.toml", setting("db.host", "x", "tool/config.toml", format="toml"))
    inner = (
        file("server/go.mod", library("golang:github.com/knadh/koanf/v2", path="server/go.mod")),
        file("server/main.go", trait("config.prefix", "server/main.go", 9, prefix="SHOP_", separator="_", style="koanf")),
    )
    assert _names(*inner, other) == []
    tests = file("config.test.toml", setting("db.host", "x", "config.test.toml", profile="test", format="toml"))
    assert _names(MODULE, KOANF, tests) == []
    assert prefixes((MODULE, SAMPLE)) == ()


def test_the_sample_is_copied_where_nobody_did() -> None:
    assert samples((MODULE, KOANF, SAMPLE), "", frozenset({"config.toml.sample"})) == ("config.toml.sample",)
    assert samples((MODULE, KOANF, SAMPLE), "", frozenset({"config.toml.sample", "config.toml"})) == ()
    assert samples((MODULE, SAMPLE), "", frozenset()) == ()


def test_an_address_of_the_own_machine_is_opened_by_its_variable() -> None:
    read = readings((MODULE, KOANF, SAMPLE))
    place = Evidence("config.toml.sample", 6, "", 'address = "localhost:9000"')
    stated = [one for one in read if one.name == "SHOP_app__address"]
    known = [replace(stated[0], evidence=(place,))]
    assert closed([place]) == place
    found = opened([place], known)
    assert found and (found.name, found.value) == ("SHOP_app__address", "0.0.0.0:9000")
    assert opened([place], ()) is None
    assert opened([Evidence("config.toml.sample", 6, "", 'address = ":9000"')], known) is None
