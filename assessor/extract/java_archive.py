"""The library that a JAR in `WEB-INF/lib`, `APP-INF/lib` or `BOOT-INF/lib` is, by what Maven wrote into it or by its file's name.

`mysql-connector-j-8.0.33.jar` with one `META-INF/maven/com.mysql/mysql-connector-j/pom.properties` is `com.mysql:mysql-connector-j`
8.0.33. Without that file, or with several (libraries packed into one), the name says the artifact alone. Nothing is unpacked.
"""

import re
import zipfile
import zlib
from pathlib import Path

from assessor.domain.facts import Evidence, Library

_PLACE = re.compile(
    r"(?:^|/)(?:WEB|APP|BOOT)-INF/lib/(?P<artifact>[A-Za-z][\w.\-]{0,100}?)(?:-(?P<version>\d[\w.\-]{0,60}))?\.jar$"
)
_COORDINATES = re.compile(r"META-INF/maven/(?P<group>[\w.\-]{1,100})/(?P<artifact>[\w.\-]{1,100})/pom\.properties")
_VERSION = re.compile(r"(?m)^version[ \t]{0,4}[=:][ \t]{0,4}(?P<version>[\w.\-+]{1,60})\s*$")
_MOST_BYTES = 200 * 1024**2
_PROPERTIES_BYTES = 8192


def is_bundled(path: str) -> bool:
    """Whether the path is that of a library inside a WAR, EAR or executable JAR that lies unpacked."""
    return bool(_PLACE.search(path))


def bundled_library(path: str, location: Path, size: int) -> Library | None:
    """The fact; None for what is no archive. `size` in bytes: of a very large file the name alone counts."""
    named = _PLACE.search(path)
    if named is None or not zipfile.is_zipfile(location):
        return None
    group, artifact, version = "", named["artifact"], named["version"] or ""
    if size <= _MOST_BYTES and (stated := _stated(location)):
        group, artifact, version = stated[0], stated[1], stated[2] or version
    name = f"{group}:{artifact}" if group else artifact
    return Library(name.lower(), "maven", version, "runtime", Evidence(path, 0, "java-archive"))


def _stated(location: Path) -> tuple[str, str, str] | None:
    """(group, artifact, version) as Maven wrote them, if it wrote them once."""
    try:
        with zipfile.ZipFile(location) as archive:
            found = [(entry, match) for entry in archive.infolist() if (match := _COORDINATES.fullmatch(entry.filename))]
            if len(found) != 1:
                return None
            entry, match = found[0]
            text = ""
            if entry.file_size <= _PROPERTIES_BYTES:
                with archive.open(entry) as opened:
                    text = opened.read(_PROPERTIES_BYTES).decode("utf-8", "replace")
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error):
        return None
    version = _VERSION.search(text.replace("\r", ""))
    return match["group"], match["artifact"], version["version"] if version else ""
