"""A picture the consultant brings: the logo on the executive page, carried inside the page as a data URL."""

from base64 import b64encode
from pathlib import Path

from assessor.errors import InputError

KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
LARGEST = 500_000


def picture(path: Path) -> str:
    """The picture as `data:image/png;base64,...`. InputError when it cannot be read, is too large, or is no picture.

    An SVG inside an `img` runs no script and loads nothing.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"the logo cannot be read: {error.strerror}", at=str(path), hint="--logo FILE") from None
    if len(content) > LARGEST:
        raise InputError(f"the logo is larger than {LARGEST // 1000} kB", at=str(path), hint="give a smaller picture")
    kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), "")
    if not kind and b"<svg" in content[:2000]:
        kind = "image/svg+xml"
    if not kind:
        raise InputError("the logo is no PNG, JPEG, GIF or SVG", at=str(path), hint="give a picture in one of these formats")
    return f"data:{kind};base64,{b64encode(content).decode('ascii')}"
