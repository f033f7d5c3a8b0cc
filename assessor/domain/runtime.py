"""What runs the code, and what it needs beside it: the conclusions of `infer`."""

from typing import Literal

from msgspec import Struct

from assessor.domain.facts import Evidence

Placement = Literal["bundle", "optional", "outside", "embedded", "mentioned"]
"""bundle: a container of ours. optional: written, but commented out with the reason. outside: licensed or shared, reached by a
variable. embedded: lives in the application's own process. mentioned: named in the report only."""


class Runtime(Struct, frozen=True, order=True):
    """What executes a deployable: `id` of `rules/runtimes/`. `version` is what the application states or needs;
    `basis` observed or assumed; `end_of_life` the ISO date on which the vendor's support of it ends or ended, empty when open or
    not known: whoever knows the day of the assessment compares."""

    id: str
    name: str
    version: str
    image: str
    basis: Literal["observed", "assumed"]
    evidence: tuple[Evidence, ...]
    end_of_life: str = ""
    platform: Literal["linux", "windows"] = "linux"


class Deployable(Struct, frozen=True, order=True):
    """Something that is started or installed by itself. `role`: web, worker, scheduler, one-shot, frontend, service, desktop.

    `folder` is its source root relative to the tree ("" is the tree itself); deployables of one folder share an image.
    `artifact` is the kind of thing (war, ear, jar, site, exe, script). `port` 0 means: listens on nothing; `port_basis` is
    observed (then `port_evidence` says where) or assumed. `runtime` and `runtime_version` name a `Runtime` of the landscape.
    """

    name: str
    role: str
    folder: str
    artifact: str
    runtime: str
    command: str
    port: int
    port_basis: str
    evidence: tuple[Evidence, ...]
    schedule: str = ""
    port_evidence: tuple[Evidence, ...] = ()
    runtime_version: str = ""


class BackingService(Struct, frozen=True, order=True):
    """A service the application uses. `id` of `rules/services/`; `confidence` 0..1 computed from independent kinds of evidence.

    `kinds` are those kinds (library, setting, connection, code, schema, deployment), sorted. `alternatives` are other
    service ids that would fill the same slot.
    """

    id: str
    name: str
    slot: str
    placement: Placement
    confidence: float
    kinds: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...]
    version: str = ""
    alternatives: tuple[str, ...] = ()


class ApplicationPart(Struct, frozen=True, order=True):
    """One application of the tree: deployables that share code, a store or a call, with all files that belong to it.

    `paths` and `deployables` are sorted; a part without deployables is a library, a framework or a tool.
    """

    name: str
    paths: tuple[str, ...]
    deployables: tuple[Deployable, ...]


class Landscape(Struct, frozen=True):
    """Runtimes, deployables and backing services of one application, each sorted."""

    runtimes: tuple[Runtime, ...]
    deployables: tuple[Deployable, ...]
    services: tuple[BackingService, ...]
