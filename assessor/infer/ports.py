"""The port a deployable listens on: what its configuration says, before the default of its framework.

`server.port=8081` in the source root of a Spring application gives 8081; a setting of another deployable's root never counts.
"""

from collections.abc import Iterator, Sequence

from assessor.domain.catalogue import DeployableRule, RuntimeKind
from assessor.domain.facts import Evidence, Port, Setting
from assessor.infer.globs import fits, lies_in
from assessor.infer.scene import Scene

_LISTENING = ("web", "frontend")
_PRODUCTION = ("", "prod*", "production", "default", "main", "docker*", "example", "sample", "dist")
_SECURE = (443, 8443, 9443)


def port_of(
    rule: DeployableRule, kind: RuntimeKind, root: str, scene: Scene, roots: Sequence[str]
) -> tuple[int, tuple[Evidence, ...]]:
    """The port and where it is stated; nowhere means that it is the framework's default. Workers listen on nothing (0)."""
    if rule.role not in _LISTENING:
        return 0, ()
    stated = sorted(_stated(kind, root, scene, roots))
    if stated:
        return stated[0][2], (stated[0][3],)
    return rule.port or kind.container.port, ()


def _stated(kind: RuntimeKind, root: str, scene: Scene, roots: Sequence[str]) -> Iterator[tuple[int, int, int, Evidence]]:
    """(how good the source is, 0 best; depth; number; place) of every port stated in `root` itself."""
    globs = kind.container.port_settings
    for setting in scene.settings:
        if globs and fits(globs, setting.key) and (number := _number(setting.value)) and _owned(setting.evidence.path, root, roots):
            yield globs_rank(globs, setting), setting.evidence.path.count("/"), number, setting.evidence
    for port in scene.ports:
        if port.evidence.rule in kind.container.port_readers and port.protocol != "udp" and _owned(port.evidence.path, root, roots):
            yield _port_rank(port), port.evidence.path.count("/"), port.number, port.evidence


def globs_rank(globs: tuple[str, ...], setting: Setting) -> int:
    """Settings for production before others, then in the order the catalogue names them."""
    place = next(index for index, glob in enumerate(globs) if fits((glob,), setting.key))
    return place + (0 if fits(_PRODUCTION, setting.profile or "default") else 50)


def _port_rank(port: Port) -> int:
    return 100 if port.number in _SECURE else 1


def _number(value: str) -> int:
    """`8080`, `0.0.0.0:8080`, `:8080`, `${PORT:8080}` already filled in; 0 when it is no port to listen on."""
    text = value.strip().rpartition(":")[2].strip("'\"")
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= 5 and 0 < int(text) < 65536 else 0


def _owned(path: str, root: str, roots: Sequence[str]) -> bool:
    return max((each for each in roots if lies_in(path, each)), key=len, default=None) == root
