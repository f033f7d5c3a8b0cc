"""Which file a path in an import or include means (JavaScript, TypeScript, PHP, templates).

`./orders` from `src/web/page.ts` is `src/web/orders.ts` or `src/web/orders/index.ts`. `{ABSPATH}/wp.php` begins with what
is not known: the file whose path ends like that, the nearest one. Case is forgiven, as it was on the machines of the time.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping

_ENDINGS = ("", ".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".vue", ".svelte", ".json", ".php")
_INDEXES = ("index.ts", "index.tsx", "index.js", "index.jsx", "index.mjs", "index.vue")
_COMPILED = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}


class Paths:
    """Known paths. `packages` maps the name of a package of the tree itself (a workspace) to its folder."""

    def __init__(self, paths: Iterable[str], packages: Mapping[str, str]) -> None:
        self._paths = {path.lower(): path for path in sorted(paths, reverse=True)}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self._paths.values()):
            self._by_name[path.rpartition("/")[2].lower()].append(path)
        self._packages = packages

    def find(self, target: str, importer: str) -> str:
        """The path meant, or an empty string."""
        folder = importer.rpartition("/")[0]
        if target.startswith("{"):
            return self._by_ending(target.partition("}")[2].lstrip("/"), importer)
        if target.startswith("."):
            return self._file(_join(folder, target))
        if target.startswith("/"):
            return self._file(target.lstrip("/")) or self._by_ending(target.lstrip("/"), importer)
        package, rest = split_package(target)
        if package in self._packages:
            base = self._packages[package]
            return self._file(_join(base, rest)) or self._file(_join(base, "src/" + rest)) if rest else self._entry(base)
        if package in ("@", "~") or package.startswith(("@/", "~/")):
            return self._aliased(target.split("/", 1)[-1], folder)
        return ""

    def include(self, target: str, importer: str) -> str:
        """Like `find`, for languages that include a path as it stands, from their own folder or from any include path."""
        if target.startswith(("{", "/", ".")):
            return self.find(target, importer)
        return self._file(_join(importer.rpartition("/")[0], target)) or self._by_ending(target, importer)

    def _entry(self, folder: str) -> str:
        for name in ("src/index", "index", "lib/index", "src/main"):
            found = self._file(_join(folder, name))
            if found:
                return found
        return ""

    def _aliased(self, rest: str, folder: str) -> str:
        """`@/store` by convention begins in the nearest `src` (or project) folder above."""
        parts = folder.split("/") if folder else []
        for end in range(len(parts), -1, -1):
            base = "/".join(parts[:end])
            for source in ("src", "app", ""):
                found = self._file(_join(_join(base, source), rest))
                if found:
                    return found
        return ""

    def _file(self, path: str) -> str:
        lower = path.lower()
        for ending in _ENDINGS:
            if lower + ending in self._paths:
                return self._paths[lower + ending]
        stem, dot, ending = lower.rpartition(".")
        for source in _COMPILED.get(dot + ending, ()):
            if stem + source in self._paths:
                return self._paths[stem + source]
        for name in _INDEXES:
            inside = f"{lower}/{name}" if lower else name
            if inside in self._paths:
                return self._paths[inside]
        return ""

    def _by_ending(self, ending: str, importer: str) -> str:
        ending = posixpath.normpath(ending).lstrip("./")
        wanted = "/" + ending.lower()
        found = [path for path in self._by_name.get(ending.lower().rpartition("/")[2], ()) if f"/{path.lower()}".endswith(wanted)]
        if not found:
            return ""
        return min(found, key=lambda path: (-len(posixpath.commonpath([f"/{path}", f"/{importer}"])), len(path), path))


def _join(folder: str, path: str) -> str:
    joined = posixpath.normpath(posixpath.join(folder, path)) if folder or path else ""
    return "" if joined == "." else joined


def split_package(target: str) -> tuple[str, str]:
    """`@acme/ui/button` -> (`@acme/ui`, `button`); `lodash/fp` -> (`lodash`, `fp`)."""
    parts = target.split("/")
    size = 2 if target.startswith("@") and len(parts[0]) > 1 and len(parts) > 1 else 1
    return "/".join(parts[:size]), "/".join(parts[size:])
