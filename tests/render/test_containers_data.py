"""Commands that bring existing data in. Redis's were run against a server: a dump that is only put into the folder is not read there."""

from assessor.domain.deployment import Store
from assessor.render.containers_data import load, save

REDIS = Store("cache", "redis", "Redis", volumes=("cache-data",))
MONGO = Store("mongodb", "mongodb", "MongoDB", "MONGO_USER", "MONGO_PASSWORD", "MONGO_DATABASE", ("mongodb-data",))


def test_redis_reads_a_dump_before_its_log_is_switched_on() -> None:
    lines = load(REDIS).split("\n")
    assert lines[0].strip().startswith("redis-cli -h OLD-HOST --rdb dump.rdb")
    order = (
        "docker compose run --rm -T cache",
        "cat > /data/dump.rdb",
        "redis-server --dir",
        "appendonly yes",
        "SHUTDOWN",
        "chown",
    )
    assert [lines[2].index(word) for word in order] == sorted(lines[2].index(word) for word in order)
    assert save(REDIS).split("\n")[1].endswith("< cache.rdb      # restore")
    assert "valkey-cli" in load(Store("cache", "valkey", "Valkey", volumes=("cache-data",)))


def test_a_database_of_mongodb_gets_the_name_that_the_bundle_has() -> None:
    assert '--archive --gzip --nsFrom "OLD-DATABASE.*" --nsTo "$MONGO_DATABASE.*"' in load(MONGO)
    assert "nsFrom" not in load(Store("mongodb", "mongodb", "MongoDB", volumes=("mongodb-data",)))


def test_a_backup_of_sql_server_is_the_servers_own_file() -> None:
    assert "chown 10001 /var/opt/mssql/OLD-DATABASE.bak" in load(Store("db", "mssql", "SQL Server", volumes=("db-data",)))
