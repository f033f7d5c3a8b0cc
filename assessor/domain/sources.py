"""What lies in the analysed folders, before anybody reads into it."""

from typing import Literal

from msgspec import Struct

Role = Literal["source", "test", "generated", "vendored", "minified", "document", "data", "binary"]
"""What a file is to the application.

`source`     first-party code, templates, descriptors and scripts: what the assessment speaks of
`test`       tests, fixtures, examples and demonstrations: read, but never counted as the application
`generated`  written by a tool (marker in the head, or a known folder): counted, not judged
`vendored`   somebody else's code carried along (node_modules, vendor, bundled libraries)
`minified`   machine-packed text
`document`   prose
`data`       text without code or settings (translations, sample data)
`binary`     not text
"""


class SourceFile(Struct, frozen=True, order=True):
    """One file: `path` is relative, POSIX, and starts with the root's name when several roots were given.

    `language` is an id of `rules/languages/`, or empty. `lines` counts line ends as editors do. `encoding` is a
    Python codec name, empty for binaries. `digest` is the BLAKE2b-128 of the bytes, in hex.
    """

    path: str
    language: str
    role: Role
    size: int
    lines: int
    encoding: str
    digest: str


class Unread(Struct, frozen=True, order=True):
    """Something that was there and was not read, or not understood. Silence would read as absence.

    `reason` is a stable word: `too-large`, `unparsable`, `encoding`, `unreadable`, `outside-link`, `archive-broken`,
    `archive-too-large`, `crashed`, `timeout`, `too-deep`, `no-grammar`, ...; `detail` is a sentence for people.
    """

    path: str
    reason: str
    detail: str = ""
    lines: int = 0


class SourceTree(Struct, frozen=True):
    """Everything found, sorted by path. `roots` are names, never places on this machine."""

    name: str
    roots: tuple[str, ...]
    files: tuple[SourceFile, ...]
    unread: tuple[Unread, ...]
    ignored: int = 0
