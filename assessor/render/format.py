"""An output format is a module `render/as_<format>.py` with `FORMAT = OutputFormat(name, ...)`; `render/write.py` writes it."""

from collections.abc import Callable

from msgspec import Struct

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge


class RenderOptions(Struct, frozen=True):
    """`language` en or zh-CN; `redact` shows no source (names are replaced before); `logo` is a data URL, `author` a name;
    with `hints` the report names uncertain findings."""

    language: str = "en"
    redact: bool = False
    logo: str = ""
    author: str = ""
    hints: bool = False


class OutputFormat(Struct, frozen=True):
    """`render` gives relative POSIX path -> bytes; a format of one file gives one entry named `filename`.

    `default` formats are written when the user names none.
    """

    name: str
    filename: str
    render: Callable[[Assessment, Knowledge, RenderOptions], dict[str, bytes]]
    default: bool = False
