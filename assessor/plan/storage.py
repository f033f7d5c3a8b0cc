"""Folders that the application writes to, and what each becomes: a named volume, a folder in memory, or nothing.

In: settings that hold a folder (`MEDIA_ROOT` = `/srv/clinic/media`), folders of the tree whose name says it (`htdocs/uploads`), and
the folders the runtime's catalogue entry knows. Out: `Storage`, sorted by path inside the container.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assessor.domain.facts import Evidence, FileFacts, Setting, Trait
from assessor.plan.names import plain_path, service_name, words

_KEEP = frozenset(
    [
        "upload",
        "uploads",
        "media",
        "static",
        "attachment",
        "attachments",
        "export",
        "exports",
        "import",
        "imports",
        "inbox",
        "outbox",
        "archive",
        "spool",
        "storage",
        "data",
        "files",
        "store",
        "session",
        "sessions",
        "save",
        "queue",
        "dir",
        "directory",
        "folder",
        "images",
        "pictures",
    ]
)
_LOG = frozenset("log logs logfile logging accesslog errorlog customlog".split())  # noqa: SIM905
_SCRATCH = frozenset("tmp temp cache lock run pid".split())  # noqa: SIM905
_NOT_A_FOLDER = frozenset(
    "url uri route href location prefix alias endpoint exec command binary bin java documentroot serverroot "  # noqa: SIM905
    "socket sock urls uris routes endpoints whitelist ignored permit excludes exclusions patterns matchers".split()
)
_RELATIVE = frozenset(("upload", "uploads", "media", "attachment", "attachments", "assetstore"))
_KEPT_BY_PROJECT = frozenset(
    "upload uploads media attachment attachments assetstore storage data files inbox consume consumption spool".split()  # noqa: SIM905
)
_COLLECTED = {"static", "root"}
"""Words of the folder that Django collects files into, once, for all its containers: `STATIC_ROOT`."""
_DATABASE_FILE = r"(?i)\.(?:sqlite3?|db3?|mv\.db|h2\.db)$"
_PLACE = frozenset(("path", "dir", "folder", "root", "directory"))
"""A relative folder is believed when its key has a word of each."""
_OF_THE_MACHINE = ("script", "infrastructure", "crontab", "haproxy", "nginx", "kubernetes", "compose")
"""Formats whose folders belong to the machine of today or to another program."""
_TREE_FOLDERS = ("uploads", "upload", "media", "attachments")
_PLACEHOLDERS = (
    ".htaccess",
    ".gitkeep",
    ".gitignore",
    ".keep",
    ".empty",
    "readme.md",
    "index.html",
    "index.htm",
    "index.php",
    "web.config",
)
_HOME_OF_USER = "/home/app"
"""Where the templates put the home of the user they make."""
_SYSTEM = ("/dev", "/proc", "/sys", "/etc", "/bin", "/usr", "/sbin", "/lib", "/root", "/boot", "/home")


class Storage(Struct, frozen=True, order=True):
    """A folder at `target` in the container. `kind`: data (a named volume), log (a named volume too: logs in files survive),
    scratch
    (in memory). `volume` is the volume's name."""

    target: str
    kind: str
    volume: str
    evidence: tuple[Evidence, ...]


def storage(
    facts: Sequence[FileFacts],
    home: str,
    known: Iterable[str] = (),
    stated: Iterable[tuple[str, str, Evidence]] = (),
    arguments: Iterable[tuple[str, Evidence]] = (),
    inside: str = "",
) -> tuple[Storage, ...]:
    """The folders written to, for an application installed at `home`; `known` are relative folders the runtime's catalogue names,
    `stated` variables with their defaults, `arguments` words of the commands that are started, each with its place.
    `inside` is what the paths of `facts` begin with and the image leaves away."""
    found: dict[str, tuple[str, set[Evidence]]] = {}
    settings, stated = settings_of(facts), tuple(stated)
    stems = {key: value.strip() for key, value, _ in (*settings, *stated) if value.startswith("/") and plain_path(value.strip())}
    asked = [(key, f"./{value}", place) for key, value, place in stated if _names_a_folder(key, value)]
    for key, value, place in (*settings, *stated, *asked):
        folder = _folder(key, _expanded(value, stems), home)
        kind = _kind(key, folder) if folder and not f"{home}/".startswith(f"{folder}/") else ""
        if kind:
            found.setdefault(folder, (kind, set()))[1].add(place)
    outside = [one for one, (kind, _) in found.items() if kind == "data" and not one.startswith(f"{home}/")]
    told = {posixpath.basename(one) for one in outside}
    installed = {_trunk(folder) for folder, (kind, _) in found.items() if kind != "scratch"}
    for key, value, place in (*settings, *stated):
        folder = _folder(key, _expanded(value, stems), home)
        if folder.count("/") > 2 and words(key)[-1:] == ("path",) and _trunk(folder) in installed:
            found.setdefault(folder, ("data", set()))[1].add(place)
    for tree, place in _tree_folders(facts):
        found.setdefault(posixpath.join(home, tree.removeprefix(inside)), ("data", set()))[1].add(place)
    for ignored, place in _ignored_folders(facts, inside):
        target = posixpath.join(home, ignored.removeprefix(inside))
        lies_elsewhere = posixpath.basename(target) in told  # a developer's copy of the folder that a setting names
        if not lies_elsewhere and not any(f"{target}/".startswith(f"{other}/") for other in found):
            found[target] = ("data", {place})
    for word, place in arguments:
        folder = posixpath.dirname(word.partition("=")[2] or word)
        if folder.startswith("/") and folder.count("/") > 1 and plain_path(folder) and not folder.startswith((*_SYSTEM, home)):
            found.setdefault(folder, ("data", set()))[1].add(place)
    present = {part for file in facts for part in _parents(file.path.removeprefix(inside))}
    for relative in known:
        if relative in present and not any(target == posixpath.join(home, relative) for target in found):
            found[posixpath.join(home, relative)] = ("data", set())
    outer = [path for path in sorted(found) if not any(path.startswith(f"{other}/") for other in found)]
    named: list[Storage] = []
    for path in outer:
        kind, places = found[path]
        volume = _volume(
            f"{path}/logs" if kind == "log" and not path.endswith(("log", "logs")) else path, [other.volume for other in named]
        )
        named.append(Storage(path, kind, volume, tuple(sorted(places))))
    return tuple(named)


def _trunk(folder: str) -> str:
    """`/opt/claims` of `/opt/claims/store`: where an application that keeps data there was installed."""
    return "/".join(folder.split("/")[:3])


def settings_of(facts: Iterable[FileFacts]) -> list[tuple[str, str, Evidence]]:
    """Key, value and place of the settings that may name a folder of the application."""
    return [
        (fact.key, fact.value, fact.evidence)
        for file in facts
        if file.role == "source"
        for fact in file.of(Setting)
        if not fact.secret
        and (fact.format not in _OF_THE_MACHINE or re.search(r"(^|/)(docker-)?(entrypoint|start|run)[\w-]*\.sh$", file.path))
    ]


def _names_a_folder(key: str, value: str) -> bool:
    """Whether a variable is called like a place where things are kept, and its default is a folder of the application's own:
    `STORAGE_FOLDER` = `data`."""
    spoken = words(key)
    return (
        bool(spoken)
        and spoken[-1] in _PLACE - {"root"}
        and bool(set(spoken) & _KEPT_BY_PROJECT)
        and re.fullmatch(r"[A-Za-z][\w-]{0,60}(/[\w-]{1,60}){0,3}", value) is not None
        and value.lower() not in ("null", "none", "true", "false", "local")
    )


def _expanded(value: str, stems: Mapping[str, str]) -> str:
    """`${app.home}/uploads` with the folder that the setting `app.home` holds."""
    spoken = re.match(r"\$\{([\w.\-]{1,100})\}(?=/|$)", value)
    return stems[spoken[1]].rstrip("/") + value[spoken.end() :] if spoken and spoken[1] in stems else value


def _ignored_folders(facts: Sequence[FileFacts], inside: str) -> Iterable[tuple[str, Evidence]]:
    """Folders that version control leaves out and whose name says that people's files lie there."""
    for file in facts:
        for fact in file.of(Trait):
            if fact.name == "folder.ignored":
                path = dict(fact.fields).get("path", "")
                if plain_path(path) and path.startswith(inside):
                    yield path, fact.evidence


def _folder(key: str, text: str, home: str) -> str:
    """The absolute folder a setting holds, or the folder of the file it holds; a relative one lies in `home`. Empty when it is
    neither."""
    value = text.strip().strip("\"'").rstrip("/")
    if re.search(r"\.(?:svg|png|gif|ico|jpe?g|webp|css|js|woff2?)$", value):
        return ""  # a part of a page: `/dist/images/logo.svg`
    of_user = re.match(r"(?:\$\{user\.home\}|\$\{?HOME\}?|~)/(?=[\w.-]+)", value)
    if of_user:
        value = f"{_HOME_OF_USER}/{value[of_user.end() :]}"
    spoken = set(words(key))
    if (
        spoken & _RELATIVE
        and spoken & _PLACE
        and value not in ("null", "none", "true", "false")
        and re.fullmatch(r"(\./)?[A-Za-z][\w-]*(/[\w-]+){0,3}", value)
    ):
        return posixpath.normpath(posixpath.join(home, value))
    if value.startswith("./"):
        return _of_the_project(spoken, value, home)
    if not value.startswith("/") or len(value) < 4 or not plain_path(value) or "//" in value or ":" in value:
        return ""
    if set(words(key)) & _NOT_A_FOLDER or (value.startswith(_SYSTEM) and not of_user):
        return ""
    if re.search(r"\.[A-Za-z0-9]{1,5}$", value):
        value = posixpath.dirname(value)
    return value if value.count("/") > 1 else ""


def _of_the_project(spoken: set[str], value: str, home: str) -> str:
    """The folder below the application's own that a settings module names for what people leave, or that holds its database."""
    if not re.fullmatch(r"\.(/[\w.-]{1,60}){1,5}", value) or ".." in value:
        return ""
    if re.search(_DATABASE_FILE, value):
        folder = posixpath.dirname(value)
        return posixpath.normpath(posixpath.join(home, folder)) if folder != "." else ""
    kept = (spoken | set(words(value.rpartition("/")[2]))) & _KEPT_BY_PROJECT or spoken >= _COLLECTED
    return posixpath.normpath(posixpath.join(home, value)) if spoken & _PLACE and kept and "." not in value[1:] else ""


def _kind(key: str, folder: str) -> str:
    spoken = set(words(key.rpartition(".")[2])) | set(words(folder.rpartition("/")[2]))
    if spoken & _LOG or folder.startswith("/var/log"):
        return "log"
    if spoken & _SCRATCH or folder.startswith(("/tmp", "/run", "/var/run", "/var/lock")):
        return "scratch" if not folder.startswith("/tmp") else ""
    return "data" if spoken & _KEEP else ""


def _tree_folders(facts: Sequence[FileFacts]) -> Iterable[tuple[str, Evidence]]:
    """Folders of the tree that are named for what people put there, and hold nothing yet but placeholders."""
    paths = [file.path for file in facts if file.role in ("source", "data", "document")]
    named = {
        "/".join(parts[:-1])
        for parts in (path.split("/") for path in paths)
        if len(parts) > 1 and parts[-2].lower() in _TREE_FOLDERS and parts[0].lower() not in ("docs", "doc")
    }
    for tree in sorted(named):
        inside = [path for path in paths if path.startswith(f"{tree}/")]
        if plain_path(tree) and all(path.rpartition("/")[2].lower() in _PLACEHOLDERS for path in inside):
            yield tree, Evidence(inside[0], 0)


def _parents(path: str) -> Iterable[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[: index + 1]) for index in range(len(parts)))


def _volume(path: str, taken: Sequence[str]) -> str:
    parts = [service_name(part) for part in path.strip("/").split("/")]
    for length in range(1, len(parts) + 1):
        name = "-".join(parts[-length:])
        if name not in taken:
            return name
    return "-".join(parts)
