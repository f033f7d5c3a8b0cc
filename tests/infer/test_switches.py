"""Options that are switched off."""

from assessor.domain.facts import Evidence, Setting
from assessor.infer.switches import switched_off


def test_everything_that_begins_like_the_switch() -> None:
    assert _off(("TIKA_ENABLED", "no"), ("TIKA_ENDPOINT", "http://localhost:9998"), ("DBHOST", "db")) == {1, 2}


def test_dotted_keys_and_hyphens() -> None:
    assert _off(("app.elastic-search.enabled", "false"), ("app.elastic-search.url", "x"), ("app.redis.host", "y")) == {1, 2}


def test_an_option_that_is_on_somewhere() -> None:
    assert _off(("solr.enabled", "false"), ("solr.enabled", "true"), ("solr.url", "x")) == set()


def test_a_switch_of_the_whole_application() -> None:
    assert _off(("app.enabled", "false"), *((f"app.key{number}", "x") for number in range(50))) == set()


def test_names_in_camel_case_and_a_switch_that_is_called_like_its_option() -> None:
    assert _off(("Redis.RedisPubSubEnabled", "false"), ("Redis.RedisPubSubConnectionString", "a:1"), ("Redis.Url", "b")) == {1, 2}
    assert _off(("PersistKeysToRedis", "false"), ("PersistKeysToRedisUrl", "a:1"), ("PersistKeysToRedisx", "b")) == {2}


def test_a_nought_that_is_a_number_and_an_option_that_is_on() -> None:
    assert _off(("REDIS_DB", "0"), ("REDIS_DB_URL", "redis://cache")) == set()
    assert _off(("PersistKeysToRedis", "true"), ("PersistKeysToRedisUrl", "a:1")) == set()


def _off(*pairs: tuple[str, str]) -> set[int]:
    settings = [Setting(key, value, "env", Evidence("app.env", line)) for line, (key, value) in enumerate(pairs, 1)]
    return {line for _, line in switched_off(settings)}
