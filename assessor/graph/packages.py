"""Packages that are folders (Go).

`example.org/shop/store` of the module `example.org/shop` is the folder `store` beside the module's manifest.
"""

from collections.abc import Iterable, Mapping


class Packages:
    """Folders with source as packages; a package's id is its folder's path."""

    def __init__(self, paths: Iterable[str], modules: Mapping[str, str]) -> None:
        """`modules` maps the folder of a manifest to the name of the module."""
        self.names = {path: path.rpartition("/")[0] or "." for path in sorted(paths)}
        self._folders = set(self.names.values())
        self._modules = sorted(((name, folder) for folder, name in modules.items()), key=lambda each: (-len(each[0]), each))

    def find(self, name: str, importer: str) -> str:
        """The folder an import means, or an empty string for a foreign package."""
        if name.startswith("."):
            return self._known("/".join((importer.rpartition("/")[0], name)))
        for module, folder in self._modules:
            if name == module or name.startswith(module + "/"):
                return self._known("/".join(part for part in (folder, name[len(module) + 1 :]) if part))
        return ""

    def _known(self, folder: str) -> str:
        folder = folder or "."
        return folder if folder in self._folders else ""
