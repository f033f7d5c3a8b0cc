"""Which file a path in an import or include means (JavaScript, TypeScript, PHP, templates).

`./orders` from `src/web/page.ts` is `src/web/orders.ts` or `src/web/orders/index.ts`. `{ABSPATH}/wp.php` begins with what
is not known: the file whose path ends like that, the nearest one. Case is forgiven, as it was on the machines of the time.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assessor.domain.language import Resolution

_PLAIN = Resolution()


class Alias(NamedTuple):
    """A prefix of imports below `folder` that stands for another path: `@/*` -> `src/*` (both without a star: one file)."""

    folder: str
    pattern: str
    target: str


class Paths:
    """Known paths. `packages` maps the name of a package of the tree itself (a workspace) to its folder."""

    def __init__(self, paths: Iterable[str], packages: Mapping[str, str], aliases: Iterable[Alias] = ()) -> None:
        self._paths = {path.lower(): path for path in sorted(paths, reverse=True)}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self._paths.values()):
            self._by_name[path.rpartition("/")[2].lower()].append(path)
        self._packages = packages
        self._aliases: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases:
            self._aliases[alias.folder].append(alias)
        for known in self._aliases.values():  # the longest prefix decides, as the compiler has it
            known.sort(key=lambda alias: (-len(alias.pattern.partition("*")[0]), "*" in alias.pattern))

    def find(self, target: str, importer: str, way: Resolution = _PLAIN) -> str:
        """The path meant, or an empty string."""
        folder = importer.rpartition("/")[0]
        target = target.partition("?")[0] if way.endings else target  # `./icon.svg?raw` is the bundler's
        if target.startswith("{"):
            return self._by_ending(target.partition("}")[2].lstrip("/"), importer)
        if target.startswith("."):
            return self._file(_join(folder, target), way)
        if target.startswith("/"):
            return self._file(target.lstrip("/"), way) or self._by_ending(target.lstrip("/"), importer)
        for alias, rest in self._matching(target, folder):
            found = self._file(_join("", alias.target.replace("*", rest)), way)
            if found:
                return found
        package, rest = split_package(target)
        if package in self._packages:
            base = self._packages[package]
            if rest:
                return self._file(_join(base, rest), way) or self._file(_join(base, "src/" + rest), way)
            return self._entry(base, way)
        head, _, rest = target.partition("/")
        return self._aliased(_join(way.aliases[head], rest), folder, way) if head in way.aliases else ""

    def is_aliased(self, target: str, importer: str) -> bool:
        """True when the target begins with a configured prefix that stands for one of the tree's own folders."""
        return any(alias.pattern != "*" for alias, _ in self._matching(target, importer.rpartition("/")[0]))

    def include(self, target: str, importer: str) -> str:
        """Like `find`, for languages that include a path as it stands, from their own folder or from any include path."""
        if target.startswith(("{", "/", ".")):
            return self.find(target, importer)
        return self._file(_join(importer.rpartition("/")[0], target), _PLAIN) or self._by_ending(target, importer)

    def _matching(self, target: str, folder: str) -> list[tuple[Alias, str]]:
        """The aliases of the nearest folder that has any, with what stands for the star."""
        while True:
            if folder in self._aliases:
                break
            if not folder:
                return []
            folder = folder.rpartition("/")[0]
        found = []
        for alias in self._aliases[folder]:
            before, star, after = alias.pattern.partition("*")
            if not star and target == alias.pattern:
                found.append((alias, ""))
            elif star and target.startswith(before) and target.endswith(after) and len(target) >= len(before) + len(after):
                found.append((alias, target[len(before) : len(target) - len(after)]))
        return found

    def _entry(self, folder: str, way: Resolution) -> str:
        for name in ("src/index", "index", "lib/index", "src/main"):
            found = self._file(_join(folder, name), way)
            if found:
                return found
        return ""

    def _aliased(self, rest: str, folder: str, way: Resolution) -> str:
        """`@/store` by convention begins in the nearest `src` (or project) folder above."""
        parts = folder.split("/") if folder else []
        for end in range(len(parts), -1, -1):
            base = "/".join(parts[:end])
            for source in way.sources:
                found = self._file(_join(_join(base, source), rest), way)
                if found:
                    return found
        return ""

    def _file(self, path: str, way: Resolution) -> str:
        lower = path.lower()
        if lower in self._paths:
            return self._paths[lower]
        for ending in way.endings:
            if lower + ending in self._paths:
                return self._paths[lower + ending]
        stem, dot, ending = lower.rpartition(".")
        for source in way.compiled.get(dot + ending, ()):
            if stem + source in self._paths:
                return self._paths[stem + source]
        for name in way.indexes:
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
