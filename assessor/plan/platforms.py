"""For which processors an image is published, and what a container of one without arm64 says.

In: a packaging of the catalogue and the image that was chosen. Out: compose's `platform`, empty where both kinds of machine pull
the image, and a note for people.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase

AMD64 = "linux/amd64"


def platform(image: str, architectures: Sequence[str], amd64_only: Sequence[str]) -> str:
    """`linux/amd64` for an image that is published for it alone: pulled by name, an arm64 machine would find none."""
    tag = image.rpartition(":")[2]
    return AMD64 if tuple(architectures) == ("amd64",) or any(fnmatchcase(tag, glob) for glob in amd64_only) else ""


def note(image: str, architectures: Sequence[str], chosen: str) -> tuple[str, ...]:
    """What a person on an arm64 machine has to know; nothing when the image is published for it."""
    if chosen:
        return (f"{image} is published for amd64 alone: an arm64 machine emulates it, slowly, or uses a server outside",)
    if not architectures:
        return (
            f"nothing was found that says whether {image} is published for arm64; if not, `platform: {AMD64}` emulates it there",
        )
    return ()
