"""Archives that are all there is of an application: a folder with a finished WAR, and at most texts about it."""

from pathlib import Path

_ARCHIVES = (".war", ".ear", ".jar")
_TEXTS = (".txt", ".md", ".pdf", ".html", ".sha1", ".sha256", ".md5", ".asc")


def archives_alone(folder: Path) -> tuple[Path, ...]:
    """The WARs, EARs and executable JARs of a folder, when there is nothing beside them but texts about them."""
    try:
        entries = sorted(each for each in folder.iterdir() if not each.name.startswith("."))
        if not folder.is_dir() or not all(each.is_file() and not each.is_symlink() for each in entries):
            return ()
    except OSError:
        return ()
    kinds = {each: each.suffix.lower() for each in entries}
    if not all(kind in (*_ARCHIVES, *_TEXTS) for kind in kinds.values()):
        return ()
    return tuple(each for each, kind in kinds.items() if kind in _ARCHIVES)
