"""What has to run once before the application starts: migrations of its database, files collected for the proxy."""

import re
from collections.abc import Sequence

from msgspec import Struct

from assessor.domain.facts import Evidence, FileFacts, Library, Setting, Trait

_TOOLS = (
    ("pypi:django", "manage.py", "python manage.py migrate --noinput"),
    ("pypi:alembic", "alembic.ini", "alembic upgrade head"),
    ("pypi:flask-migrate", "migrations/alembic.ini", "flask db upgrade"),
    ("composer:laravel/framework", "artisan", "php artisan migrate --force"),
    ("composer:doctrine/doctrine-migrations-bundle", "bin/console", "php bin/console doctrine:migrations:migrate --no-interaction"),
    ("gem:rails", "bin/rails", "bin/rails db:prepare"),
    ("npm:prisma", "prisma/schema.prisma", "npx prisma migrate deploy"),
    ("npm:sequelize-cli", ".sequelizerc", "npx sequelize-cli db:migrate"),
    ("npm:knex", "knexfile.js", "npx knex migrate:latest"),
    ("npm:typeorm", "ormconfig.json", "npx typeorm migration:run"),
)
"""Library, file that must lie beside the source, command: each as its project documents it for unattended use."""

_TOOLS_BY_HAND = (
    "pypi:alembic",
    "pypi:yoyo-migrations",
    "npm:db-migrate",
    "npm:umzug",
    "npm:mikro-orm",
    "composer:robmorgan/phinx",
    "gem:activerecord",
    "nuget:microsoft.entityframeworkcore",
    "nuget:fluentmigrator",
    "golang:github.com/golang-migrate/migrate",
    "golang:github.com/pressly/goose",
    "composer:doctrine/migrations",
    "composer:laravel/framework",
    "npm:typeorm",
    "npm:sequelize",
    "npm:knex",
    "npm:prisma",
    "npm:@prisma/client",
)
"""Migration tools whose command cannot be told: the schema is theirs, so that SQL files of the tree are not run beside them."""
_ON_START = ("org.flywaydb:flyway-core", "org.liquibase:liquibase-core")


class OneShot(Struct, frozen=True):
    """`commands` in their order, `evidence` for them."""

    commands: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def one_shot(facts: Sequence[FileFacts], folder: str) -> OneShot | None:
    """The commands for the source in `folder`, or None."""
    inside = f"{folder}/" if folder else ""
    libraries: dict[str, Evidence] = {}
    for file in facts:
        for fact in file.of(Library):
            if fact.scope in ("runtime", "development", "optional"):
                libraries.setdefault(f"{fact.ecosystem}:{fact.name.lower()}", fact.evidence)
    paths = {file.path for file in facts}
    for library, beside, command in _TOOLS:
        if library in libraries and inside + beside in paths:
            places, commands = [Evidence(inside + beside, 0), libraries[library]], [command]
            if library == "pypi:flask-migrate":
                commands = [_of_flask(facts, inside, command)]
            if library == "pypi:django" and (static := _static_root(facts)):
                commands.append("python manage.py collectstatic --noinput")
                places.append(static)
            return OneShot(tuple(commands), tuple(sorted(places)))
    return None


def _of_flask(facts: Sequence[FileFacts], inside: str, command: str) -> str:
    """Flask finds the application by itself where `app.py` or `wsgi.py` lies in the folder it is called in; else it is told."""
    paths = {file.path for file in facts}
    if f"{inside}manage.py" in paths:
        return command.replace("flask", "python manage.py", 1)
    if {f"{inside}app.py", f"{inside}wsgi.py"} & paths:
        return command
    served = sorted(path.removeprefix(inside) for path in paths if path.startswith(inside) and path.endswith("/wsgi.py"))
    module = min(served, key=lambda path: path.count("/"), default="").removesuffix(".py").replace("/", ".")
    return command.replace("flask", f"flask --app {module}", 1) if module else command


def migrates_on_start(facts: Sequence[FileFacts]) -> bool:
    """Whether a tool of the application makes the schema, when it starts or by a command of its own."""
    return any(
        isinstance(fact, Library)
        and fact.scope != "test"
        and (fact.name in _ON_START or f"{fact.ecosystem}:{fact.name.lower()}".startswith(_TOOLS_BY_HAND))
        for file in facts
        for fact in file.facts
    )


def _static_root(facts: Sequence[FileFacts]) -> Evidence | None:
    """Where Django is told where to collect its static files: a setting, or a variable that fills it."""
    found = sorted(
        fact.evidence
        for file in facts
        if file.role == "source"
        for fact in file.facts
        if (isinstance(fact, Setting) and fact.key.rpartition(".")[2] == "STATIC_ROOT")
        or (isinstance(fact, Trait) and fact.name == "config.environment" and re.match(r"\s*STATIC_ROOT\b", fact.evidence.excerpt))
    )
    return found[0] if found else None
