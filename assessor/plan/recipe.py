"""What goes into an image: the inputs of a Dockerfile template, from libraries, calls and files.

A template of `templates/containers/` asks for names (`extension`, `library`, `requirements`...) and knows by itself which packages
of the distribution each one needs.
"""

import json
import re
from collections.abc import Iterator, Sequence

from assessor.domain.facts import Artifact, FileFacts, Library, Process, Reference, Trait
from assessor.plan.names import plain_path

_PHP_CALLS = {
    "mysqli": ("mysqli_", "mysqli."),
    "gd": ("imagecreate", "imagejpeg", "imagepng", "imagecopy"),
    "intl": ("numberformatter", "collator", "intldateformatter", "transliterator"),
    "zip": ("ziparchive",),
    "soap": ("soapclient", "soapserver"),
    "ldap": ("ldap_",),
    "bcmath": ("bcadd", "bcmul", "bcdiv", "bcsub"),
    "sockets": ("socket_create", "socket_connect"),
    "pgsql": ("pg_connect", "pg_pconnect", "pg_query"),
    "imap": ("imap_open",),
    "gettext": ("bindtextdomain", "textdomain"),
    "exif": ("exif_read_data",),
    "pcntl": ("pcntl_fork", "pcntl_signal"),
    "xsl": ("xsltprocessor",),
    "imagick": ("imagick",),
    "memcached": ("memcached",),
}
"""Beginnings of functions and classes, in lower case, that only one extension has
(https://www.php.net/manual/en/extensions.alphabetical.php)."""
_PHP_SERVICES = {
    "mysql": ("mysqli", "pdo_mysql"),
    "mariadb": ("mysqli", "pdo_mysql"),
    "postgres": ("pgsql", "pdo_pgsql"),
    "redis": ("redis",),
    "memcached": ("memcached",),
    "mongodb": ("mongodb",),
    "mssql": ("pdo_sqlsrv",),
}
_MANIFESTS = {
    "pypi": (
        "requirements.txt",
        "requirements/production.txt",
        "requirements/prod.txt",
        "requirements/base.txt",
        "pyproject.toml",
        "setup.py",
        "Pipfile",
        "Pipfile.lock",
        "poetry.lock",
        "uv.lock",
    ),
    "npm": ("package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml"),
    "composer": ("composer.json", "composer.lock"),
    "gem": ("Gemfile", "Gemfile.lock"),
    "maven": ("pom.xml", "mvnw", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "gradlew"),
    "nuget": ("global.json", "nuget.config", "NuGet.config", "Directory.Build.props"),
    "golang": ("go.mod", "go.sum"),
}


_OF_MANIFEST = ("manifest", "script", "library", "berry")
"""Inputs that a manifest states."""

MANIFESTS = frozenset(name.rpartition("/")[2].lower() for names in _MANIFESTS.values() for name in names)
"""Names of files that list libraries, in lower case."""


def recipe(
    facts: Sequence[FileFacts],
    folder: str,
    ecosystem: str,
    services: Sequence[str],
    locks: Sequence[str] = (),
    described: str | None = None,
) -> tuple[tuple[str, str], ...]:
    """Inputs common to all templates: `folder`, `library` (name at version), `manifest` (file beside the source), `extension`,
    `artifact`. `locks` are paths of lock files, which tools write and which are no facts of their own. `described` is
    the folder of the manifests when it is another than that of the source (then it is the input `described`, seen from there)."""
    inside = f"{folder}/" if folder else ""
    if described is not None and described != folder and ecosystem == "npm" and plain_path(described or "."):
        beside = dict.fromkeys(pair for pair in recipe(facts, described, ecosystem, services, locks) if pair[0] in _OF_MANIFEST)
        source = recipe(facts, folder, ecosystem, services, locks)
        return (*(pair for pair in source if pair[0] not in _OF_MANIFEST), *beside, ("described", described.removeprefix(inside)))
    own = [file for file in facts if file.path.startswith(inside) and file.role not in ("test", "vendored")]
    found = set(_inputs(own, inside, ecosystem, services))
    found |= {("manifest", name) for name in _MANIFESTS.get(ecosystem, ()) if inside + name in locks}
    if ecosystem == "nuget":
        solutions = sorted(file.path for file in facts if file.path.endswith(".sln") and plain_path(file.path))
        found |= {("solution", path) for path in solutions[:1] if "/" not in path}
    if ecosystem == "npm":
        found |= set(_node(facts, own, inside))
    if folder:
        roots = {path for path in (*(file.path for file in facts), *locks) if "/" not in path}
        found |= {("root_manifest", name) for name in _MANIFESTS.get(ecosystem, ()) if name in roots}
    return (("folder", folder), *sorted(found))


def locked_extensions(lock: str) -> tuple[tuple[str, str], ...]:
    """Inputs `extension` for what the packages of a `composer.lock` require: without them composer installs nothing."""
    try:
        packages = json.loads(lock)["packages"]
        required = {name for package in packages for name in package.get("require") or {} if name.startswith("ext-")}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()
    names = sorted(name.removeprefix("ext-").lower().replace("-", "_") for name in required)
    return tuple(("extension", name) for name in names if name.isidentifier() and name.isascii())


def _node(facts: Sequence[FileFacts], own: Sequence[FileFacts], inside: str) -> Iterator[tuple[str, str]]:
    """`script`, which builds; `finished`, when what `npm start` runs lies there built and its source does not; `berry`, for a Yarn
    whose commands are those of version 2 and later."""
    names = {file.path.removeprefix(inside) for file in facts if file.path.startswith(inside)}
    stated = [fact for file in own if file.path == f"{inside}package.json" for fact in file.facts]
    traits = [(fact.name, dict(fact.fields)) for fact in stated if isinstance(fact, Trait)]
    for fact in stated:
        if isinstance(fact, Process) and fact.name == "start":
            started = re.search(r"\bnode (?:-\S+ )*(?:\./)?((?:dist|build|out)/[\w./-]+?)(?:\.js)?(?:\s|$)", fact.command)
            if started and f"{started.group(1)}.js" in names and not any(re.match(_SOURCES, name) for name in names):
                yield "finished", f"{started.group(1)}.js"
    yield from (("script", fields["name"]) for name, fields in traits if name == "build.script")
    tools = [fields for name, fields in traits if name == "build.tool" and fields.get("name") == "yarn"]
    if ".yarnrc.yml" in names or any(re.match(r"[2-9]", fields.get("version", "")) for fields in tools):
        yield "berry", "yes"


_SOURCES = r"(?:src|server|app|lib|packages)/.*\.[cm]?[jt]sx?$|tsconfig\.json$"


def _inputs(own: Sequence[FileFacts], inside: str, ecosystem: str, services: Sequence[str]) -> Iterator[tuple[str, str]]:
    names = {file.path.removeprefix(inside) for file in own}
    yield from (("manifest", name) for name in _MANIFESTS.get(ecosystem, ()) if name in names)
    if ecosystem == "nuget":
        projects = sorted(
            name for name in names if name.endswith((".csproj", ".vbproj", ".fsproj")) and "/" not in name and plain_path(name)
        )
        yield from (("manifest", name) for name in projects)
        yield from (("project", inside + name) for name in projects[:1])
    stated = set()
    for file in own:
        for fact in file.facts:
            if isinstance(fact, Library) and fact.ecosystem == ecosystem and fact.scope in ("runtime", "provided"):
                if plain_path(fact.name):
                    yield ("library", fact.name.lower())
            elif isinstance(fact, Trait) and fact.name == "php.extension":
                fields = dict(fact.fields)
                if fields.get("scope", "runtime") == "runtime":
                    stated.add(fields.get("name", "").lower().replace("-", "_"))
            elif isinstance(fact, Trait) and fact.name == "runtime.version" and file.path == f"{inside}.meteor/release":
                yield "release", dict(fact.fields).get("release", "")
            elif (
                isinstance(fact, Artifact)
                and plain_path(fact.folder or ".")
                and fact.kind in ("war", "jar", "ear")
                and plain_path(fact.name)
            ):
                yield ("artifact", f"{fact.kind}:{fact.folder}:{fact.name}")
    if ecosystem == "composer":
        called = {reference.target.lower() for file in own for reference in file.of(Reference)}
        stated |= {name for name, starts in _PHP_CALLS.items() if any(call.startswith(starts) for call in called)}
        if not stated & {"mysqli", "pdo_mysql", "pgsql", "pdo_pgsql", "mysql"}:
            stated |= {extension for service in services for extension in _PHP_SERVICES.get(service, ())}
        yield from (("extension", name) for name in stated if name.isidentifier())
