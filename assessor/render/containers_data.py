"""Commands that save a store and bring existing data in, by service; for the bundle's README.

Each entry: how the data leaves the old system and enters the bundle, and how the bundle's own is saved and restored.
"""

import re

from assessor.domain.deployment import Deployment, Store

_WHOLE = "--single-transaction --routines --triggers --events"
_MYSQL = (
    """    mysqldump {whole} --no-tablespaces -h OLD-HOST -u OLD-USER -p OLD-DATABASE > dump.sql
    docker compose up --detach --wait {c}
    docker compose exec -T {c} sh -c '{client} -u root -p"${root}" "${database}"' < dump.sql""",
    """    docker compose exec -T {c} sh -c '{dump} {whole} -u root -p"${root}" "${database}"' > {c}.sql
    docker compose exec -T {c} sh -c '{client} -u root -p"${root}" "${database}"' < {c}.sql      # restore
""",
)
_SQL = """docker compose exec -T {c} sh -c '/opt/mssql-tools18/bin/sqlcmd -C -S localhost -U sa -P "$MSSQL_SA_PASSWORD" -b'"""
_TAKEN_IN = (
    "docker compose run --rm -T {c} sh -c 'cat > /data/dump.rdb && redis-server --dir /data --daemonize yes"
    " && until redis-cli ping | grep -q PONG; do sleep 1; done; redis-cli CONFIG SET appendonly yes;"
    " until redis-cli INFO persistence | grep -q aof_rewrite_in_progress:0; do sleep 1; done; redis-cli SHUTDOWN;"
    ' chown -R "$(stat -c %u:%g /data)" /data\''
)
"""A dump alone is not read by a server that keeps a log of changes, as the bundle's does: it starts empty. So the dump is read
without that log, which is then switched on and holds everything (https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/)."""
_REDIS = (
    f"""    redis-cli -h OLD-HOST --rdb dump.rdb      # with a password: REDISCLI_AUTH=... in front
    docker compose stop {{c}}
    {_TAKEN_IN} < dump.rdb""",
    f"""    docker compose exec -T {{c}} redis-cli SAVE && docker compose cp {{c}}:/data/dump.rdb {{c}}.rdb
    docker compose stop {{c}} && {_TAKEN_IN} < {{c}}.rdb      # restore
""",
)
_DATA = {
    "mysql": tuple(
        text.replace("{client}", "mysql").replace("{dump}", "mysqldump").replace("{root}", "{{MYSQL_ROOT_PASSWORD}}")
        for text in _MYSQL
    ),
    "mariadb": tuple(
        text.replace("{client}", "mariadb").replace("{dump}", "mariadb-dump").replace("{root}", "{{MARIADB_ROOT_PASSWORD}}")
        for text in _MYSQL
    ),
    "postgres": (
        """    pg_dump --format=custom --no-owner --no-privileges -h OLD-HOST -U OLD-USER OLD-DATABASE > dump.pgdump
    docker compose up --detach --wait {c}
    docker compose exec -T {c} sh -c 'pg_restore --clean --if-exists --no-owner -U "${user}" -d "${database}"' < dump.pgdump""",
        """    docker compose exec -T {c} sh -c 'pg_dump --format=custom -U "${user}" "${database}"' > {c}.pgdump
    docker compose exec -T {c} sh -c 'pg_restore --clean --if-exists -U "${user}" -d "${database}"' < {c}.pgdump      # restore
""",
    ),
    "mongodb": (
        """    mongodump --host OLD-HOST --db OLD-DATABASE --archive --gzip > dump.archive.gz
    docker compose up --detach --wait {c}
    docker compose exec -T {c} sh -c 'mongorestore{auth} --archive --gzip{renamed}' < dump.archive.gz""",
        """    docker compose exec -T {c} sh -c 'mongodump{auth} --archive --gzip' > {c}.archive.gz
    docker compose exec -T {c} sh -c 'mongorestore{auth} --archive --gzip --drop' < {c}.archive.gz      # restore
""",
    ),
    "mssql": (
        """    sqlcmd -S OLD-HOST -U OLD-USER -Q "BACKUP DATABASE [OLD-DATABASE] TO DISK = 'OLD-DATABASE.bak' WITH INIT"
    docker compose up --detach --wait {c}
    docker compose cp OLD-DATABASE.bak {c}:/var/opt/mssql/OLD-DATABASE.bak     # it lies in the old server's backup folder
    docker compose exec --user root {c} chown 10001 /var/opt/mssql/OLD-DATABASE.bak
    printf "RESTORE FILELISTONLY FROM DISK = '/var/opt/mssql/OLD-DATABASE.bak'\\nGO\\n" | {sql}
    printf "RESTORE DATABASE [OLD-DATABASE] FROM DISK = '/var/opt/mssql/OLD-DATABASE.bak' WITH REPLACE,
      MOVE 'NAME' TO '/var/opt/mssql/data/OLD-DATABASE.mdf',
      MOVE 'NAME_log' TO '/var/opt/mssql/data/OLD-DATABASE.ldf'\\nGO\\n" | {sql}

`NAME` and `NAME_log` are the logical names that the first statement lists.""",
        """    # DATABASE: the name of one database; sqlcmd's `SELECT name FROM sys.databases` lists them
    printf "BACKUP DATABASE [DATABASE] TO DISK = '/var/opt/mssql/DATABASE.bak' WITH INIT\\nGO\\n" | {sql}
    docker compose cp {c}:/var/opt/mssql/DATABASE.bak .
    docker compose cp DATABASE.bak {c}:/var/opt/mssql/DATABASE.bak      # restore
    docker compose exec --user root {c} chown 10001 /var/opt/mssql/DATABASE.bak
    printf "RESTORE DATABASE [DATABASE] FROM DISK = '/var/opt/mssql/DATABASE.bak' WITH REPLACE\\nGO\\n" | {sql}
""",
    ),
    "redis": _REDIS,
    "valkey": tuple(text.replace("redis-", "valkey-") for text in _REDIS),
}


def load(store: Store) -> str:
    """How existing data comes in, as an indented block; empty when nothing is known for this service."""
    return _filled(store, 0)


def save(store: Store) -> str:
    """How the bundle's own data is saved and restored, as an indented block; empty when the volume is all there is."""
    return _filled(store, 1)


def _filled(store: Store, which: int) -> str:
    text = _DATA.get(store.service, ("", ""))[which]
    auth = f' -u "${store.user}" -p "${store.password}" --authenticationDatabase admin' if store.user and store.password else ""
    for name, value in (
        ("{sql}", _SQL),
        ("{auth}", auth),
        ("{renamed}", f' --nsFrom "OLD-DATABASE.*" --nsTo "${store.database}.*"' if store.database else ""),
        ("{c}", store.container),
        ("{whole}", _WHOLE),
        ("{user}", store.user),
        ("{database}", store.database),
    ):
        text = text.replace(name, value)
    return text.replace("{{", "").replace("}}", "")


_MADE_ANEW = re.compile(r"/(?:logs?|static|staticfiles|sessions?|cache)(?:/|$)")
"""Folders whose contents are of no use to the new installation, or are made there."""


def folders(deployment: Deployment) -> tuple[tuple[str, str, str], ...]:
    """Container, folder and the user that writes there (empty: unknown) of each volume of the application that existing
    files belong into, once each; the container is a web server where one has the volume."""
    stored = {volume for store in deployment.stores for volume in store.volumes}
    users = {build.name: dict(build.inputs).get("user", "") for build in deployment.builds}
    found: dict[str, tuple[str, str, str]] = {}
    for container in sorted(deployment.containers, key=lambda one: one.role != "web"):
        for mount in container.mounts:
            own = container.build and not mount.source.startswith((".", "/", "~", "$")) and mount.source not in stored
            if own and not _MADE_ANEW.search(mount.target):
                found.setdefault(mount.source, (container.name, mount.target, users.get(container.build, "")))
    return tuple(sorted(found.values()))
