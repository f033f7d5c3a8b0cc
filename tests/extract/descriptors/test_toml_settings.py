"""Settings in TOML form."""

from facts_of import facts_of

from assessor.extract.descriptors.toml_settings import DESCRIPTOR


def test_sample_configuration() -> None:
    text = """# where to listen
[app]
address = "localhost:9100"  # all interfaces: 0.0.0.0

[db]
host = "localhost"
port = 5432
password = "hunter2"
hosts = ["a", "b"]
"""
    assert facts_of(DESCRIPTOR, text, "config.toml.sample") == [
        "3 Setting app.address localhost:9100 toml",
        "6 Connection localhost:5432 localhost 5432",
        "6 Setting db.host localhost toml",
        "7 Setting db.port 5432 toml",
        "8 Setting db.password *** toml secret!",
    ]


def test_a_static_site_is_configured_under_the_same_name() -> None:
    assert facts_of(DESCRIPTOR, 'baseURL = "https://example.org/"\ntitle = "x"\n', "config.toml") == []


def test_names() -> None:
    assert DESCRIPTOR.matches("conf/app.production.toml") and DESCRIPTOR.matches("settings.toml")
    assert not DESCRIPTOR.matches("pyproject.toml") and not DESCRIPTOR.matches(".cargo/config.toml")
