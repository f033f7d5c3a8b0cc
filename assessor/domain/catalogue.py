"""The shapes of `rules/services/` and `rules/runtimes/`: how backing services and runtimes are recognised and packaged.

A glob is matched whole, in lower case, by shell rules (`*` crosses every separator). A regular expression is searched in the
value, ignoring case. A weight is the probability, 0..1, that the sign alone is right; signs of one kind count once (the
strongest), kinds are independent: confidence = 1 - product of (1 - weight). Every number below that is a default here can be
set in each file.
"""

from typing import Literal

from msgspec import Struct, field

from assessor.domain.deployment import Healthcheck

# --- signs of a backing service ---------------------------------------------------------------------------------------------


class LibrarySign(Struct, frozen=True, forbid_unknown_fields=True):
    """A dependency. `names` are globs on `ecosystem:name` (`maven:org.postgresql:postgresql`, `pypi:psycopg2*`), `traits` globs on
    `trait:value of its field name` (`php.extension:pdo_pgsql`).

    `strength` is `driver` (speaks to this product and nothing else) or `generic` (can speak to several, or often lies unused).
    """

    names: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    weight: float = 0.55
    strength: Literal["driver", "generic"] = "driver"


class SettingSign(Struct, frozen=True, forbid_unknown_fields=True):
    """A configured value. `keys` are globs on the dotted key, `values` a regular expression on the value (empty: any value).

    `decides` marks a value that names the product as the one in use (`DB_CONNECTION=pgsql`): it wins the slot over drivers that
    merely lie there. `denies` marks a value that names another choice (`STORAGE_DRIVER=local`): settings and addresses of this
    one then say nothing. `boilerplate_of` are library globs: where one of them is a dependency the key is the framework's own
    template and says nothing (Laravel writes `REDIS_HOST` into every `.env.example`).
    """

    keys: tuple[str, ...]
    values: str = ""
    weight: float = 0.6
    decides: bool = False
    denies: bool = False
    boilerplate_of: tuple[str, ...] = ()


class ConnectionSign(Struct, frozen=True, forbid_unknown_fields=True):
    """An address. `schemes` as in `Connection.scheme`, `hosts` globs; `ports` count where the scheme says nothing (`tcp`, `ado`,
    empty). `boilerplate_of` as in `SettingSign`, for environment files."""

    schemes: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()
    hosts: tuple[str, ...] = ()
    weight: float = 0.65
    boilerplate_of: tuple[str, ...] = ()


class CodeSign(Struct, frozen=True, forbid_unknown_fields=True):
    """First-party code: globs on imported names, on called or created names, and on trait names."""

    imports: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    weight: float = 0.4


class SchemaSign(Struct, frozen=True, forbid_unknown_fields=True):
    """The dialect of the application's own SQL: words that name a folder or file (`postgresql` in `db/postgresql/schema.sql`),
    globs on trait names, and on imports of a dialect's own types (`sqlalchemy.dialects.postgresql*`)."""

    words: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    weight: float = 0.35


class DeploymentSign(Struct, frozen=True, forbid_unknown_fields=True):
    """An existing deployment: globs on image repositories (without host and tag), on commands that are started, on names of
    configuration files of the product itself, and on traits as `reader/trait` (`nginx/proxy.backend`)."""

    images: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    weight: float = 0.8


class ServiceSigns(Struct, frozen=True, forbid_unknown_fields=True):
    """Six kinds of evidence, independent of each other; their names are those of `BackingService.kinds`."""

    library: tuple[LibrarySign, ...] = ()
    setting: tuple[SettingSign, ...] = ()
    connection: tuple[ConnectionSign, ...] = ()
    code: tuple[CodeSign, ...] = ()
    schema: tuple[SchemaSign, ...] = ()
    deployment: tuple[DeploymentSign, ...] = ()


# --- how a backing service is packaged --------------------------------------------------------------------------------------


class ServiceVariable(Struct, frozen=True, forbid_unknown_fields=True):
    """A variable of the service's own container.

    `role`: `user`, `password`, `root-password` and `database` take the bundle's values (one user and one database per service;
    passwords are secrets without a value), `value` of `user` and `database` is the default name; `literal` and `licence` take
    `value`; `virtual-host` is set only where the application names one.
    """

    name: str
    role: Literal["user", "password", "root-password", "database", "literal", "licence", "virtual-host"]
    value: str = ""


class ClientVariable(Struct, frozen=True, forbid_unknown_fields=True):
    """A variable that a client of the service usually reads. `value` may hold `{host} {port} {user} {password} {database}`.

    `role` as in `ServiceVariable`, or `host`, `port`, `url`, `jdbc`, or `command` for what a library's own program
    reads beside what the application is told. `secret` when the whole value must not be written down.
    `libraries` (`ecosystem:name`): only for an application that depends on one of them.
    """

    name: str
    value: str
    role: str
    secret: bool = False
    libraries: tuple[str, ...] = ()


class NamedPort(Struct, frozen=True, forbid_unknown_fields=True):
    """A further port of the service and what it is for."""

    number: int
    purpose: str


class ServiceContainer(Struct, frozen=True, forbid_unknown_fields=True):
    """The container of a service that lies in the bundle. `name` is what the container is called, where people do
    not say the id.

    `image` is the repository without tag, `tag` the pinned default. `versions` maps the beginning of a version that the
    application states (`9.6`, `12`) to the tag for it; the longest that fits wins. `architectures` are the processors that the
    image is published for (none: nobody knows), `amd64_only` globs on tags that are for amd64 alone, both from
    `architectures_source`. `data` are the mount points that need a named
    volume. The image runs `*.sql` and `*.sh` of `init_folder` on the first start. `user` is a non-root user that the image can run
    as, empty when it drops root by itself. `memory_mib` is a working minimum for a small installation, from `memory_source`.
    `without_account` is the note of a service that lets everybody in when it is given no account: it gets none where the
    application's own settings name its host and no account.
    """

    image: str
    tag: str
    port: int
    name: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    architectures: tuple[Literal["amd64", "arm64"], ...] = ()
    amd64_only: tuple[str, ...] = ()
    architectures_source: str = ""
    other_ports: tuple[NamedPort, ...] = ()
    data: tuple[str, ...] = ()
    environment: tuple[ServiceVariable, ...] = ()
    client: tuple[ClientVariable, ...] = ()
    command: tuple[str, ...] = ()
    healthcheck: Healthcheck | None = None
    memory_mib: int = 256
    memory_source: str = "assumed"
    user: str = ""
    tmpfs: tuple[str, ...] = ()
    init_folder: str = ""
    stop_grace_period: str = ""
    without_account: str = ""
    notes: tuple[str, ...] = ()


# --- examples: the tests that every file brings along -----------------------------------------------------------------------


class ExampleFact(Struct, frozen=True, forbid_unknown_fields=True):
    """One fact in short form, or (with `path` alone) a file without facts. Exactly one of the first nine names it.

    `library: maven:org.postgresql:postgresql`, `setting: DB_CONNECTION` with `value`, `connection: jdbc:postgresql://db/x`,
    `image: postgres:12`, `trait`, `import`, `call`, `process` (a command), `artifact` (a kind, with `main`), `listens` (a port).
    """

    library: str = ""
    setting: str = ""
    connection: str = ""
    image: str = ""
    trait: str = ""
    imports: str = field(default="", name="import")
    call: str = ""
    process: str = ""
    artifact: str = ""
    listens: int = 0
    value: str = ""
    version: str = ""
    scope: str = "runtime"
    profile: str = ""
    kind: str = ""
    main: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    language: str = ""
    role: str = "source"
    path: str = ""
    lines: int = 20


class ServiceExample(Struct, frozen=True, forbid_unknown_fields=True):
    """Facts and the placement they must give; `gives: none` when the service must not be named. `version` where it is read."""

    facts: tuple[ExampleFact, ...]
    gives: Literal["bundle", "optional", "outside", "embedded", "mentioned", "none"] = "bundle"
    version: str = ""
    note: str = ""


class RuntimeExample(Struct, frozen=True, forbid_unknown_fields=True):
    """Facts and the deployables they must give: `gives` holds `role folder artifact :port` (`web . war :8080`), empty when none."""

    facts: tuple[ExampleFact, ...]
    gives: tuple[str, ...] = ()
    version: str = ""
    note: str = ""


class ClientVersions(Struct, frozen=True, forbid_unknown_fields=True):
    """Which version of a service its clients are made for. `names` are globs on `ecosystem:name`; `versions` maps the beginning of
    a library's version to the service's (`2.7` of Spring Boot to `7` of Elasticsearch), the longest that fits wins. Without any the
    two have the same version."""

    names: tuple[str, ...]
    versions: dict[str, str] = field(default_factory=dict)


class ServiceKind(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/services/`.

    `slot` is what it is used for: database, document-database, cache, queue, search, object-store, coordination, mail,
    directory, identity, proxy, metrics, ... One database is chosen per application part; other slots may be filled several times.
    `placement` is where it belongs when it is certain: `bundle`, `outside` (licensed or shared; `licence` says why), `embedded`
    (inside the application's process). `alternatives` are ids of services that take its place without a change of code.
    `source` is where the knowledge is from. `clients` tell the version of a service that does not speak with clients of another.
    """

    id: str
    name: str
    slot: str
    source: str
    signs: ServiceSigns
    clients: tuple[ClientVersions, ...] = ()
    placement: Literal["bundle", "outside", "embedded"] = "bundle"
    licence: str = ""
    alternatives: tuple[str, ...] = ()
    container: ServiceContainer | None = None
    examples: tuple[ServiceExample, ...] = ()
    notes: tuple[str, ...] = ()


# --- runtimes ---------------------------------------------------------------------------------------------------------------


class RuntimeVersion(Struct, frozen=True, forbid_unknown_fields=True):
    """One release line: `version` as people write it (`8.1`), its image, the day the vendor's support ends (ISO; empty: open)."""

    version: str
    image: str
    end_of_life: str = ""


class SettingCondition(Struct, frozen=True, forbid_unknown_fields=True):
    """A setting whose key fits one of the globs `keys` and in whose value the regular expression `values` is found."""

    keys: tuple[str, ...]
    values: str = "."


class DeployableRule(Struct, frozen=True, forbid_unknown_fields=True):
    """How something that is started shows itself. One file (or fact) is the anchor; its folder plus `root` is the source root.

    Anchors, any of: `paths` (globs on the POSIX path), `artifacts` (kinds of `Artifact`; with `main` only those that start by
    themselves), `calls`, `imports` and `traits` (globs, in source files), `processes` (regular expressions on started commands),
    `settings`, `libraries_anchor` (globs: the manifest is the anchor), `bases` (globs on the image that an own Dockerfile ends
    with: `python:3.11-slim`; what it starts is the process).
    `root` is a step (`..`) or `build`: the nearest folder above the anchor in which a manifest says that something is built.
    Conditions: `libraries` any of which must be a dependency of the root or of a folder above it; `beside` globs relative to the
    root, any of which must exist; `stated` names of which one must be the runtime that is stated nearest to the root (`dotnet`);
    `used` globs of imports, any of which must stand in the root; `listens` that a port is stated in the root; `least_lines` of
    code in an anchor of `paths` (an empty `index.php` only guards a folder); and `unless_libraries`, `unless_beside`,
    `unless_used`, none of which may. In one root only the rule with the highest `rank` gives a deployable of a role. `command`
    and `name` may hold `{module}` (dotted name of the anchor without suffix), `{file}` (anchor relative to the root), `{folder}`
    (last part of the root), `{artifact}`, `{process}`, `{port}`, and for Python `{wsgi}`, `{celery}` and `{paste}`.
    """

    id: str
    role: Literal["web", "worker", "scheduler", "one-shot", "frontend", "service", "desktop"]
    artifact: str
    rank: int = 50
    paths: tuple[str, ...] = ()
    artifacts: tuple[str, ...] = ()
    main: bool = False
    calls: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    settings: tuple[SettingCondition, ...] = ()
    libraries_anchor: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    root: str = "."
    libraries: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    listens: bool = False
    least_lines: int = 0
    unless_libraries: tuple[str, ...] = ()
    unless_beside: tuple[str, ...] = ()
    unless_used: tuple[str, ...] = ()
    name: str = ""
    command: str = ""
    port: int = 0
    schedule: str = ""


class RuntimeVariable(Struct, frozen=True, forbid_unknown_fields=True):
    """A variable that a runtime or a framework reads by itself, where no line of the application says so.

    `role`: `url` of the backing service `service`, `address` at which visitors reach the application, `port` at which it
    listens, or `secret` without which it does not start. `libraries` (`ecosystem:name`): only for an application that depends on
    one of them. `explanation` is the comment in `.env`.
    """

    name: str
    role: Literal["url", "address", "port", "secret"]
    service: str = ""
    libraries: tuple[str, ...] = ()
    explanation: str = ""


class RuntimeContainer(Struct, frozen=True, forbid_unknown_fields=True):
    """How something of this runtime is packaged.

    `template` (a finished artefact or interpreted source) and `build_template` (built from source inside the image) are names of
    `templates/containers/<name>.dockerfile.j2`, `build_image` the image of the build stage, `health_image` one that
    lends the program (`/bin/wget`) with which a health check asks, where the runtime's own image has none. `port` is the default;
    `port_settings` are globs on settings that state another, `port_readers` names of descriptors whose ports are this runtime's
    own (Tomcat's `server.xml`), the best first; `port_folders` the first folders below the source root whose code may state it (a
    default in another folder is a side program's; empty: any); `sockets` the code rules for sockets that are
    opened beside the pages; `proxied` when a proxy's backend on the same machine is such a
    process.
    `port_variable` makes the process listen elsewhere. `data` and `logs` are folders that are written to, relative to the source
    root or absolute. `memory_settings` are globs on settings of a limit. `languages` are the ids of those it runs: variables
    that only code of another language reads are not its own. `bundlers` are
    libraries that make what pages load, `script_libraries` those that start Node when they make it. `reads` are the variables that
    the runtime or a framework reads by itself.
    """

    template: str
    build_template: str = ""
    build_image: str = ""
    health_image: str = ""
    port: int = 0
    port_settings: tuple[str, ...] = ()
    port_readers: tuple[str, ...] = ()
    port_folders: tuple[str, ...] = ()
    sockets: tuple[str, ...] = ()
    proxied: bool = False
    port_variable: str = ""
    command: str = ""
    workdir: str = "/app"
    user: str = ""
    memory_mib: int = 256
    memory_source: str = "assumed"
    memory_settings: tuple[str, ...] = ()
    workers: int = 0
    languages: tuple[str, ...] = ()
    bundlers: tuple[str, ...] = ()
    script_libraries: tuple[str, ...] = ()
    reads: tuple[RuntimeVariable, ...] = ()
    data: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    healthcheck: Healthcheck | None = None
    stop_grace_period: str = ""
    notes: tuple[str, ...] = ()


class RuntimeKind(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/runtimes/`.

    `versions` go from old to new; `default` is the version taken when the application states none. `version_names` are the
    names under which a `runtime.version` trait speaks of this runtime (its field `name`: `java`, `php`...).
    `newer` is the image of a stated version that is newer than all of them (`ruby:{version}-slim`). `architectures` are the
    processors that the images of run and build are published for, from `architectures_source`. `end_of_life_source` is the
    vendor's published calendar.
    """

    id: str
    name: str
    source: str
    container: RuntimeContainer
    versions: tuple[RuntimeVersion, ...]
    default: str
    newer: str = ""
    architectures: tuple[Literal["amd64", "arm64"], ...] = ()
    architectures_source: str = ""
    version_names: tuple[str, ...] = ()
    deployables: tuple[DeployableRule, ...] = ()
    platform: Literal["linux", "windows"] = "linux"
    end_of_life_source: str = ""
    examples: tuple[RuntimeExample, ...] = ()
