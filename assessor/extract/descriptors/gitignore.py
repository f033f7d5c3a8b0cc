"""Folders that `.gitignore` keeps out of version control and whose name says that people's files lie there.

`/public/uploads` gives the trait `folder.ignored` with `path=public/uploads`: the application writes there, nobody ships it. A
folder that says so of itself (`userfiles/.gitignore` with `*`) is one as well, and so is a `data` or `var` at the top that lists
single files (`sqlite.db`): it is shipped empty, and filled where it runs.
"""

import re
from collections.abc import Iterator
from posixpath import join

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_KEPT = frozenset(
    ("uploads", "upload", "media", "attachments", "storage", "app_data", "user_files", "userfiles", "filestore", "assetstore")
)
_FOLDER = re.compile(r"/?(?P<path>[\w.\-]{1,60}(?:/[\w.\-]{1,60}){0,6})(?:/\*{0,2})?$")
_ELSEWHERE = frozenset(
    "test tests testing spec docs doc tmp temp node_modules vendor target build dist coverage static example examples".split()  # noqa: SIM905
)
_AT_THE_TOP = ("files", "data")
"""Names that say it only where they lie directly in the tree."""
_ALL = ("*", "/*", "**", "/**", "*.*", "./*")
_OWN = _KEPT | {"files", "data", "var"}
_LISTING = ("data", "var")
_FILE = re.compile(r"/?[\w.\-*\[\]]{1,60}\.[A-Za-z0-9*]{2,8}$")
_LINKS = ("public/storage",)
"""Laravel's link to a folder that is kept already."""
_TEMPLATES = ("app_data",)
"""What the templates of a language's tools list for everybody says nothing about one application."""


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "gitignore")
    yield from _of_itself(reading, document.text)
    for number, line in enumerate(document.text.split("\n")[:5000], 1):
        found = _FOLDER.match(line.strip()[:300])
        path = found["path"].removesuffix("/") if found else ""
        parts = path.lower().split("/")
        if path.lower() in _TEMPLATES:
            continue
        kept = parts[-1] in _KEPT or (path.lower() in _AT_THE_TOP and not reading.folder and line.lstrip().startswith("/"))
        if kept and not _ELSEWHERE & set(parts) and path.lower() not in _LINKS and ".." not in parts:
            yield reading.trait("folder.ignored", number, path=join(reading.folder, path))


def _of_itself(reading: Reading, text: str) -> Iterator[Fact]:
    """The document's own folder, at the first line that says it."""
    folder = reading.folder.lower()
    name = folder.rpartition("/")[2]
    if name not in _OWN or _ELSEWHERE & set(folder.split("/")):
        return
    for number, line in enumerate(text.split("\n")[:500], 1):
        if line.strip() in _ALL or (folder in _LISTING and _FILE.match(line.strip()[:100])):
            yield reading.trait("folder.ignored", number, path=reading.folder)
            return


DESCRIPTOR = Descriptor("gitignore", lambda path: path == ".gitignore" or path.endswith("/.gitignore"), _read)
