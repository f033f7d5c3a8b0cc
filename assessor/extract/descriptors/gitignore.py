"""Folders that `.gitignore` keeps out of version control and whose name says that people's files lie there.

`/public/uploads` gives the trait `folder.ignored` with `path=public/uploads`: the application writes there, nobody ships it.
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
_LINKS = ("public/storage",)
"""Laravel's link to a folder that is kept already."""
_TEMPLATES = ("app_data",)
"""What the templates of a language's tools list for everybody says nothing about one application."""


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "gitignore")
    for number, line in enumerate(document.text.split("\n")[:5000], 1):
        found = _FOLDER.match(line.strip()[:300])
        path = found["path"].removesuffix("/") if found else ""
        parts = path.lower().split("/")
        if path.lower() in _TEMPLATES:
            continue
        kept = parts[-1] in _KEPT or (path.lower() in _AT_THE_TOP and not reading.folder and line.lstrip().startswith("/"))
        if kept and not _ELSEWHERE & set(parts) and path.lower() not in _LINKS and ".." not in parts:
            yield reading.trait("folder.ignored", number, path=join(reading.folder, path))


DESCRIPTOR = Descriptor("gitignore", lambda path: path == ".gitignore" or path.endswith("/.gitignore"), _read)
