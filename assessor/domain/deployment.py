"""The bundle as values; `render/as_containers.py` writes it down."""

from msgspec import Struct

from assessor.domain.facts import Evidence


class Variable(Struct, frozen=True, order=True):
    """An environment variable. A secret has no value: compose refuses to start without one."""

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
    """`host` 0: only inside the bundle's network."""

    host: int
    container: int
    evidence: tuple[Evidence, ...] = ()


class Build(Struct, frozen=True, order=True):
    """How an image is made: `dockerfile` relative to the bundle, `context` relative too, `template` of templates/containers/ and its inputs.

    `existing` marks a Dockerfile of the application that is used as it is.
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


class Container(Struct, frozen=True, order=True):
    """One service of the compose file. `commented` holds the reason when it is written out as a comment."""

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
