"""Where a database inside the application's own process keeps its files: they have to survive the container.

In: connections such as `jdbc:h2:./data/tracker` or `sqlite:///var/shop.db`. Out: the folder inside the image, with its place.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator

from assessor.domain.facts import Connection, Evidence, FileFacts
from assessor.plan.names import plain_path

_FILE = re.compile(
    r"(?i)^(?:jdbc:)?(?:sqlite3?(?:\+\w{1,20})?:(?:///(?=/)|///|//)?|h2:(?:file:)?|hsqldb:(?:file:)?|derby:(?:directory:)?)(?P<file>[^;?]{1,300})"
    r"|^(?:Data Source|DataSource|Filename)\s{0,4}=\s{0,4}(?P<source>[^;]{1,300})"
)
_NO_FILE = ("mem:", "tcp:", "ssl:", "//", "hsql:", "http:", "res:", "classpath:", "memory:", ":memory:", "zip:", "nio:", "split:")
_SYSTEM = ("/dev", "/proc", "/sys", "/etc", "/bin", "/usr", "/sbin", "/lib", "/root", "/boot", "/tmp")
_HOME_OF_USER = "/home/app"


def database_folders(facts: Iterable[FileFacts], embedded: Iterable[str], home: str) -> Iterator[tuple[str, Evidence]]:
    """Folders of the databases `embedded` (ids of services), for an application installed at `home`."""
    wanted = frozenset(embedded)
    for file in facts:
        for fact in file.of(Connection) if file.role == "source" else ():
            if fact.scheme.lower().partition("+")[0].removesuffix("3") in wanted:
                folder = _folder(fact.url, home)
                if folder and not f"{home}/".startswith(f"{folder}/"):
                    yield folder, fact.evidence


def _folder(url: str, home: str) -> str:
    found = _FILE.match(url.strip())
    path = ((found["file"] or found["source"]) if found else "").strip().strip("\"'").removeprefix("file:")
    path = re.sub(r"^(?:///?)?%kernel\.project_dir%/", "", path)  # Symfony's name for the application's folder
    if not path or path.lower().startswith(_NO_FILE) or "$" in path or "{" in path:
        return ""
    path = re.sub(r"^(?:\$\{user\.home\}|~)/", f"{_HOME_OF_USER}/", path)
    whole = posixpath.normpath(posixpath.join(home, path.replace("\\", "/")))
    folder = posixpath.dirname(whole)
    return folder if plain_path(folder) and ":" not in folder and not folder.startswith(_SYSTEM) and folder.count("/") > 0 else ""
