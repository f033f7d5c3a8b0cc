"""The port a deployable listens on: what its configuration says, before the default of its framework.

`server.port=8081` in the source root of a Spring application gives 8081; a setting of another deployable's root never counts.
"""

from collections.abc import Iterator, Sequence
from posixpath import basename

from assessor.domain.catalogue import DeployableRule, RuntimeKind
from assessor.domain.facts import Evidence
from assessor.infer.globs import fits, key_fits, lies_in, searched
from assessor.infer.scene import Scene, is_test_profile

_LISTENING = ("web", "frontend")
_PRODUCTION = ("", "prod*", "production", "default", "main", "docker*", "example", "sample", "dist", "template")
_SECURE = (443, 8443, 9443)
_PROXIES = ("nginx", "httpd", "haproxy")
_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0", "::1")
_SCRIPTED = ("javascript", "typescript")
_SCRIPT_RUNTIMES = ("node", "static")
_MACHINE = ("systemd",)
"""Readers of what the machine of today holds open; inside a container no process without root can take such a port."""
_FIRST_FREE = 1024
_NOT_PAGES = r"ajp|https|ssl|remoting|management|shutdown|admin|iiop|jms|debug|metrics|jmx|txn|messaging|osgi"
_SCRIPTS = ("script", "pipeline")
_CODE = ("environment", "code")
_ASIDE = ("releases", "contrib", "packaging", "tools", "examples", "docs")
"""Folders of scripts that are about other ways of installing the application."""
_TESTS = ("test*", "*test.sh", "*-test-*", "e2e*", "ci-*")
_FIRST, _LATER, _LAST = 0, 50, 100

Stated = tuple[int, int, int, Evidence]
"""How good the source is (least is best), how deep the file lies, the port, the place."""


def port_of(
    rule: DeployableRule, kind: RuntimeKind, root: str, scene: Scene, roots: Sequence[str]
) -> tuple[int, tuple[Evidence, ...]]:
    """The port and where it is stated; nowhere means that it is the framework's default. Workers listen on nothing (0)."""
    if rule.role not in _LISTENING:
        return 0, ()
    stated = (*_settings(kind, scene, root), *_listeners(kind, scene), *_proxied(kind, scene))
    mine = sorted(each for each in stated if _owned(each[3].path, root, roots))
    if mine:
        return mine[0][2], (mine[0][3],)
    return rule.port or kind.container.port, ()


def _settings(kind: RuntimeKind, scene: Scene, root: str) -> Iterator[Stated]:
    globs, folders = kind.container.port_settings, kind.container.port_folders
    for setting in scene.settings if globs else ():
        if key_fits(globs, setting.key) and (number := _number(setting.value)) and not is_test_profile(setting.profile):
            place = next(index for index, glob in enumerate(globs) if key_fits((glob,), setting.key))
            rank = _FIRST + place + (0 if fits(_PRODUCTION, setting.profile or "default") else _LATER)
            beginning = _beginning(setting.evidence.path, root)
            if scene.languages.get(setting.evidence.path) in _SCRIPTED and kind.id not in _SCRIPT_RUNTIMES:
                continue  # the development server of the pages, not this one
            if setting.format in _CODE and folders and beginning and beginning not in folders:
                continue
            if setting.format in _SCRIPTS:
                if fits(_TESTS, basename(setting.evidence.path)) or beginning in _ASIDE:
                    continue
                rank += _LATER
            yield rank, setting.evidence.path.count("/"), number, setting.evidence


def _beginning(path: str, root: str) -> str:
    """The first folder of `path` below `root`, empty for a file that lies in the root itself."""
    inner = path[len(root) + 1 :] if root and lies_in(path, root) else path
    return inner.partition("/")[0].lower() if "/" in inner else ""


def _listeners(kind: RuntimeKind, scene: Scene) -> Iterator[Stated]:
    """Ports that were read as such; the readers are named in the order of their worth."""
    readers = kind.container.port_readers
    for port in scene.ports:
        held = port.number < _FIRST_FREE <= kind.container.port and port.evidence.rule in _MACHINE
        if port.evidence.rule in readers and port.protocol != "udp" and not held:
            rank = _LAST if port.number in _SECURE or port.evidence.rule in _PROXIES else _FIRST
            rank += _LATER if searched(_NOT_PAGES).search(port.of) else 0
            yield rank + readers.index(port.evidence.rule), port.evidence.path.count("/"), port.number, port.evidence


def _proxied(kind: RuntimeKind, scene: Scene) -> Iterator[Stated]:
    """A proxy of the application's own that passes to this machine says where the application listens."""
    for connection in scene.connections if kind.container.proxied else ():
        if connection.evidence.rule in _PROXIES and connection.host in _LOCAL and connection.port:
            yield _LATER, connection.evidence.path.count("/"), connection.port, connection.evidence


def _number(value: str) -> int:
    """`8080`, `0.0.0.0:8080`, `http://*:8080/`; 0 when it is no port to listen on."""
    text = value.strip().strip("'\"").rstrip("/").rpartition(":")[2]
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= 5 and 0 < int(text) < 65536 else 0


def _owned(path: str, root: str, roots: Sequence[str]) -> bool:
    """Whether `root` is the innermost source root around `path`; what lies in none belongs to the only one there is."""
    owner = max((each for each in roots if lies_in(path, each)), key=len, default=None)
    return owner == root or (owner is None and len(set(roots)) == 1)
