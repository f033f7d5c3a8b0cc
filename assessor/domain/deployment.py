"""The bundle as values; `render/as_containers.py` writes it down."""

from msgspec import Struct

from assessor.domain.facts import Evidence


class Variable(Struct, frozen=True, order=True):
    """An environment variable. A secret has no value: compose refuses to start without one.

    In `Deployment.variables` a line of `.env.example`, `value` as it is. In `Container.environment` a line of the compose file,
    `value` with `${NAME}` where compose fills in a variable and `$$` for a dollar sign.
    """

    name: str
    value: str
    secret: bool
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    required: bool = False


class Mount(Struct, frozen=True, order=True):
    """A named volume or a file of the bundle (`source` starts with ./) at `target`."""

    source: str
    target: str
    read_only: bool = False
    evidence: tuple[Evidence, ...] = ()

    @property
    def part(self) -> str:
        """What it is called as a part of the bundle: a volume by its name, a file of the bundle by its path, a folder of the host
        by where it is in the container."""
        if self.source.startswith("./"):
            return f"file {self.source.removeprefix('./')}"
        return f"mount {self.target}" if "/" in self.source or "$" in self.source else f"volume {self.source}"


class Healthcheck(Struct, frozen=True):
    """`test` in compose's list form; durations as compose writes them."""

    test: tuple[str, ...]
    interval: str = "10s"
    timeout: str = "5s"
    retries: int = 12
    start_period: str = "30s"


class DependsOn(Struct, frozen=True, order=True):
    """`condition`: service_healthy, service_started, service_completed_successfully."""

    container: str
    condition: str


class PublishedPort(Struct, frozen=True, order=True):
    """`host` 0: only inside the bundle's network. `pages` is false for a protocol of the application's own."""

    host: int
    container: int
    evidence: tuple[Evidence, ...] = ()
    pages: bool = True


class SourcePlace(Struct, frozen=True, order=True):
    """Where an analysed folder lies: `path` seen from the bundle, `bundle` the way back; both POSIX. `root` is its name when
    several folders were analysed together, else empty. `archive` is the file's name when an archive in the folder was analysed."""

    root: str
    path: str
    bundle: str
    archive: str = ""


class Build(Struct, frozen=True, order=True):
    """How an image is made: `dockerfile` relative to the bundle, `context` the application's source, `template` of
    `templates/containers/` and its inputs (a name may occur several times, the values stay in their order).

    compose finds a Dockerfile from its context, so `back` is the way from the context to the bundle; `context` and `back` hold
    compose variables. `existing` marks a Dockerfile of the application that is used as it is (`dockerfile` is then relative to the
    context).
    `proven` says what was tried with this template, and where.
    """

    name: str
    dockerfile: str
    context: str
    template: str
    base: str
    inputs: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    existing: bool = False
    proven: str = ""
    back: str = ""


class Container(Struct, frozen=True, order=True):
    """One service of the compose file. `commented` holds the reason when it is written out as a comment; `platform` is set
    where the image is published for that one alone (`linux/amd64`)."""

    name: str
    role: str
    image: str
    build: str = ""
    command: tuple[str, ...] = ()
    user: str = ""
    ports: tuple[PublishedPort, ...] = ()
    expose: tuple[int, ...] = ()
    environment: tuple[Variable, ...] = ()
    mounts: tuple[Mount, ...] = ()
    tmpfs: tuple[str, ...] = ()
    depends_on: tuple[DependsOn, ...] = ()
    healthcheck: Healthcheck | None = None
    restart: str = "unless-stopped"
    memory_mib: int = 0
    memory_basis: str = "assumed"
    stop_grace_period: str = ""
    replicas: int = 1
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    todos: tuple[str, ...] = ()
    commented: str = ""
    entrypoint: tuple[str, ...] = ()
    working_dir: str = ""
    hostname: str = ""
    aliases: tuple[str, ...] = ()
    platform: str = ""


class BundleFile(Struct, frozen=True, order=True):
    """A file copied or written into the bundle beside the templates (init SQL, proxy configuration). `content` is text."""

    path: str
    content: str
    evidence: tuple[Evidence, ...] = ()


class Outside(Struct, frozen=True, order=True):
    """A system the bundle reaches but does not contain."""

    name: str
    kind: str
    variables: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()


class Store(Struct, frozen=True, order=True):
    """A service of the bundle that keeps data: what the bundle's README needs for saving it and for bringing the existing data in.

    `user`, `password` and `database` are names of variables of the service's own container, empty when it has none.
    """

    container: str
    service: str
    name: str
    user: str = ""
    password: str = ""
    database: str = ""
    volumes: tuple[str, ...] = ()


class Deployment(Struct, frozen=True):
    """The whole bundle. `name` is the compose project name. `impossible` says why there is none (a library, Windows only...)."""

    name: str
    containers: tuple[Container, ...]
    builds: tuple[Build, ...]
    volumes: tuple[str, ...]
    variables: tuple[Variable, ...]
    outside: tuple[Outside, ...]
    files: tuple[BundleFile, ...] = ()
    todos: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    existing: tuple[Evidence, ...] = ()
    impossible: str = ""
    memory_mib: int = 0
    sources: tuple[SourcePlace, ...] = ()
    stores: tuple[Store, ...] = ()
