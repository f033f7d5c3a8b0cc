"""From folders to a `SourceTree`: what is there, what each file is, and what was left out and why.

In: folders or archives. Out: `Found`, a tree of relative POSIX paths and, apart from it, where each lies on this machine.
Links that leave the tree, unreadable and oversized things become `Unread`; nothing disappears silently.
"""

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from pathspec import GitIgnoreSpec

from assessor.discover import archives, encoding, history
from assessor.discover.classify import Classifier
from assessor.discover.history import Log
from assessor.domain.language import Language
from assessor.domain.roles import RoleRule
from assessor.domain.sources import SourceFile, SourceTree, Unread
from assessor.errors import InputError, NothingToAnalyse

_MOST_FILES = 400_000
_HASH_AT_MOST = 64 * 1024 * 1024


class WalkOptions(Struct, frozen=True):
    """`exclude` are globs as in .gitignore, on top of the tree's own; `codec` forces one encoding for texts that are not UTF-8;
    `history` asks version control as well."""

    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    codec: str = ""
    history: bool = False


class Found(Struct, frozen=True):
    """The tree, for each of its paths the place on this machine (never part of a report), and how it changed over time."""

    tree: SourceTree
    locations: dict[str, Path]
    log: Log = Log()


def discover(
    paths: Sequence[Path], roles: Sequence[RoleRule], languages: Sequence[Language], options: WalkOptions, scratch: Path
) -> Found:
    """Everything below `paths`; archives are unpacked below `scratch`, with caps.

    Raises InputError when a path is missing or not readable, NothingToAnalyse when no file is left.
    """
    classifier = Classifier(roles, languages)
    unread: list[Unread] = []
    roots = _roots(paths, scratch, unread)
    walk = _Walk(classifier, options, unread)
    for prefix, folder in roots:
        walk.root(prefix, folder)
    if not walk.locations:
        raise NothingToAnalyse(
            "there is no file to read", at=", ".join(str(p) for p in paths), hint="give the folder that holds the sources"
        )
    files = _read(walk.locations, classifier, options, unread)
    name = roots[0][1].name if len(roots) == 1 else "+".join(folder.name for _, folder in roots)
    tree = SourceTree(
        name=name or "application",
        roots=tuple(prefix or folder.name for prefix, folder in roots),
        files=tuple(sorted(files)),
        unread=tuple(sorted(set(unread))),
        ignored=walk.ignored,
    )
    log = history.read([root for root in roots if not root[1].is_relative_to(scratch)]) if options.history else Log()
    return Found(tree, walk.locations, log)


def _roots(paths: Sequence[Path], scratch: Path, unread: list[Unread]) -> list[tuple[str, Path]]:
    """(prefix of relative paths, folder); one root has no prefix, several are told apart by their names."""
    folders = []
    for number, path in enumerate(paths):
        if not path.exists():
            raise InputError(
                "this path does not exist", at=str(path), hint="check the spelling; give a folder or a .war/.ear/.jar/.zip"
            )
        if path.is_dir():
            if not os.access(path, os.R_OK | os.X_OK):
                raise InputError("this folder cannot be read", at=str(path), hint="check its permissions")
            folders.append(path.resolve())
        elif path.suffix.lower() in archives.SUFFIXES:
            target = scratch / str(number) / path.name
            unread.extend(archives.unpack(path, target))
            folders.append(target)
        else:
            raise InputError("this is neither a folder nor an archive", at=str(path), hint="give a folder or a .war/.ear/.jar/.zip")
    if len(folders) == 1:
        return [("", folders[0])]
    names: dict[str, int] = {}
    result = []
    for folder in folders:
        count = names[folder.name] = names.get(folder.name, 0) + 1
        result.append((folder.name if count == 1 else f"{folder.name}-{count}", folder))
    return result


class _Walk:
    """Collects paths and counts what is ignored."""

    def __init__(self, classifier: Classifier, options: WalkOptions, unread: list[Unread]) -> None:
        self.locations: dict[str, Path] = {}
        self.ignored = 0
        self._classifier = classifier
        self._options = options
        self._unread = unread
        self._exclude = GitIgnoreSpec.from_lines(options.exclude)

    def root(self, prefix: str, folder: Path) -> None:
        self._home = folder.resolve()
        self._folder(folder, prefix, ())

    def _folder(self, folder: Path, relative: str, ignores: tuple[tuple[str, GitIgnoreSpec], ...]) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self._unread.append(Unread(relative or ".", "unreadable", error.strerror or "not readable"))
            return
        if self._options.gitignore and (spec := _gitignore(folder)):
            ignores = (*ignores, (relative, spec))
        for entry in entries:
            path = _clean(f"{relative}/{entry.name}" if relative else entry.name)
            if len(self.locations) >= _MOST_FILES:
                self._unread.append(Unread(relative or ".", "too-many-files", f"more than {_MOST_FILES} files"))
                return
            self._entry(entry, path, ignores)

    def _entry(self, entry: "os.DirEntry[str]", path: str, ignores: tuple[tuple[str, GitIgnoreSpec], ...]) -> None:
        try:
            is_folder = entry.is_dir()
            if entry.is_symlink() and not self._inside(entry, path, is_folder):
                return
            skipped = is_folder and self._classifier.skipped(entry.name)
            if skipped or self._is_ignored(path + ("/" if is_folder else ""), ignores):
                self.ignored += 1
            elif is_folder:
                self._folder(Path(entry.path), path, ignores)
            elif entry.is_file():
                self.locations[path] = Path(entry.path)
        except OSError as error:
            self._unread.append(Unread(path, "unreadable", error.strerror or "not readable"))

    def _inside(self, entry: "os.DirEntry[str]", path: str, is_folder: bool) -> bool:
        """A link is followed only to a file inside the tree; what it points at is read in its own place anyway."""
        target = Path(entry.path).resolve()
        if not target.is_relative_to(self._home):
            self._unread.append(Unread(path, "outside-link", "a link that leaves the analysed folder"))
        elif not target.exists():
            self._unread.append(Unread(path, "broken-link", "a link to nothing"))
        return False

    def _is_ignored(self, path: str, ignores: tuple[tuple[str, GitIgnoreSpec], ...]) -> bool:
        if self._exclude.match_file(path):
            return True
        verdict = False
        for base, spec in ignores:
            inner = path[len(base) + 1 :] if base else path
            result = spec.check_file(inner).include
            if result is not None:
                verdict = result
        return verdict


def _gitignore(folder: Path) -> GitIgnoreSpec | None:
    try:
        text = (folder / ".gitignore").read_text("utf-8", "replace")
    except OSError:
        return None
    return GitIgnoreSpec.from_lines(line for line in text.splitlines()[:5000] if len(line) < 1000)


def _clean(path: str) -> str:
    """A name as valid Unicode: undecodable bytes (lone surrogates) are written as \\udcXX."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8") if not path.isascii() else path


def _read(locations: dict[str, Path], classifier: Classifier, options: WalkOptions, unread: list[Unread]) -> Iterator[SourceFile]:
    """One look at every file: digest, encoding, lines, role. Texts in doubt are settled together at the end."""
    doubtful: dict[str, tuple[bytes, SourceFile]] = {}
    for path, location in locations.items():
        role = classifier.path_role(path)
        try:
            size = location.stat().st_size
            if role in ("binary", "vendored") or size > _HASH_AT_MOST:
                language = "" if role == "binary" else classifier.language(path, "")
                yield SourceFile(path, language, role if role != "source" else "data", size, 0, "", "")
                continue
            raw = location.read_bytes()
        except OSError as error:
            unread.append(Unread(path, "unreadable", error.strerror or "not readable"))
            continue
        codec = encoding.certain(raw)
        if not codec and b"\0" in raw[:8192]:
            yield SourceFile(path, "", "binary", size, 0, "", _digest(raw))
            continue
        head = raw[:4096].decode(codec or "latin-1", "replace")
        language = classifier.language(path, head)
        lines = raw.count(b"\n") + (not raw.endswith(b"\n")) if raw else 0
        longest = max(map(len, raw.split(b"\n", 20_000)), default=0) if size > 600 else size
        role = classifier.text_role(role, head, lines, size, longest, language)
        file = SourceFile(path, language, role, size, lines, codec or options.codec, _digest(raw))
        if file.encoding:
            yield file
        else:
            doubtful[path] = (encoding.high_lines(raw), file)
    settled = encoding.settle((path, sample) for path, (sample, _) in doubtful.items())
    for path, (_, file) in doubtful.items():
        yield SourceFile(file.path, file.language, file.role, file.size, file.lines, settled[path], file.digest)


def _digest(raw: bytes) -> str:
    return blake2b(raw, digest_size=16).hexdigest()
