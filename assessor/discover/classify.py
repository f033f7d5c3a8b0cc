"""Tells a file's role and language from its path, its size and its first characters. Which names mean what is in `rules/roles/`."""

import re
from collections.abc import Callable, Sequence
from fnmatch import translate
from functools import lru_cache
from pathlib import PurePosixPath

from assessor.domain.language import Language
from assessor.domain.roles import RoleRule
from assessor.domain.sources import Role

_HEAD = 2000
_LONG_LINE = 5000  # characters; hand-written code has no such line
_LONG_AVERAGE = 300


class Classifier:
    """Role rules and languages, indexed. `role` and `language` are pure functions of what they are given."""

    def __init__(self, roles: Sequence[RoleRule], languages: Sequence[Language]) -> None:
        self._roles = sorted(roles, key=lambda rule: (rule.order, rule.id))
        self._folders = [(rule, _any(rule.folders)) for rule in self._roles]
        self._names = [
            (
                rule,
                _any([glob for glob in rule.files if glob == glob.lower()]),
                _any([glob for glob in rule.files if glob != glob.lower()]),
                tuple(rule.suffixes),
            )
            for rule in self._roles
        ]
        self._markers = [(rule, rule.markers, rule.not_in) for rule in self._roles if rule.markers]
        self._extensions = {ext.lower(): lang for lang in languages for ext in lang.extensions}
        self._filenames = {name.lower(): lang for lang in languages for name in lang.filenames}
        self._shebangs = [(word, lang) for lang in languages for word in lang.shebangs]
        self._code = {lang.id for lang in languages if lang.code}
        self._longest = max((ext.count(".") for ext in self._extensions), default=1)
        self._folder_role = lru_cache(maxsize=None)(self._folder_rule)

    def skipped(self, folder: str) -> bool:
        """True for a folder name that is not even listed."""
        return any(rule.skip and match(folder.lower()) for rule, match in self._folders)

    def _folder_rule(self, folder: str) -> tuple[int, Role] | None:
        found = []
        for rule, match in self._folders:
            parts = _above(folder, rule.not_below).split("/")
            if any(match(part) for part in (parts[: rule.depth] if rule.depth else parts)):
                found.append((rule.order, rule.role))
        return min(found) if folder and found else None

    def path_role(self, path: str) -> Role:
        """The role that the path alone gives; `source` when nothing speaks against it."""
        lower = path.lower()
        folder, _, name = lower.rpartition("/")
        exact = path.rpartition("/")[2]
        found = [
            (rule.order, rule.role)
            for rule, match, match_case, ends in self._names
            if ((match(name) or match_case(exact)) and not (rule.no_code and self.language(name, "") in self._code))
            or (ends and name.endswith(ends))
        ]
        by_folder = self._folder_role(folder)
        if by_folder:
            found.append(by_folder)
        return min(found)[1] if found else "source"

    def text_role(self, role: Role, head: str, lines: int, size: int, longest: int, language: str) -> Role:
        """Refines `source` by the text: generated markers, minified shape. `longest` is the longest line, in bytes."""
        if role != "source":
            return role
        start = head[:_HEAD]
        for rule, markers, not_in in self._markers:
            if language not in not_in and any(marker in start for marker in markers):
                return rule.role
        if (
            language in ("javascript", "css", "typescript")
            and size > 2 * _LONG_AVERAGE
            and (longest > _LONG_LINE or size / max(lines, 1) > _LONG_AVERAGE)
        ):
            return "minified"
        return role

    def language(self, path: str, head: str) -> str:
        """The language id, or an empty string."""
        name = PurePosixPath(path).name.lower()
        if name in self._filenames:
            return self._filenames[name].id
        parts = name.split(".")
        for count in range(min(self._longest, len(parts) - 1), 0, -1):
            language = self._extensions.get("." + ".".join(parts[-count:]))
            if language:
                return language.id
        if head.startswith("#!"):
            first = head.split("\n", 1)[0]
            for word, language in self._shebangs:
                if word in first:
                    return language.id
        return ""


def _above(folder: str, limits: Sequence[str]) -> str:
    """The part of a folder's path that lies above the first of `limits`: (a/src/main/java, [src/main]) -> a."""
    padded = f"/{folder}/"
    cuts = [position for limit in limits if (position := padded.find(f"/{limit}/")) >= 0]
    return padded[: min(cuts)].strip("/") if cuts else folder


def _any(globs: Sequence[str]) -> Callable[[str], object]:
    """True-ish for a name that one of the globs describes."""
    pattern = "|".join(translate(glob) for glob in globs) if globs else r"(?!)"
    return re.compile(pattern).match
