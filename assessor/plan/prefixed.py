"""Variables that stand for settings because a library of the application maps them, by a prefix of the application's own.

koanf with `LISTMONK_` and `__`: `db.host` of `config.toml.sample` -> LISTMONK_db__host. viper with `orders`: `db.host` ->
ORDERS_DB_HOST. .NET with `Orders_`: `ConnectionStrings:Main` -> Orders_ConnectionStrings__Main.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assessor.domain.facts import Evidence, FileFacts, Library, Setting, Trait

_SIGNS = re.compile(r"[\"'`]([.-])[\"'`]\s*,\s*[\"'`]_[\"'`]")
"""What viper's replacer turns into an underscore: `strings.NewReplacer(".", "_")`."""
_FORMATS = ("toml", "yaml", "json", "ini")
_SAMPLE = re.compile(r"(?i)^(.+)\.(?:sample|example|dist|template)$")


class Prefix(Struct, frozen=True):
    """`style` says which library maps; `separator` is koanf's for a dot, `replaced` the signs that viper replaces. Settings in
    `folder`, where the module lies, have such variables."""

    text: str
    style: str
    separator: str
    replaced: frozenset[str]
    folder: str

    def variable(self, key: str) -> str:
        """The variable for a setting; empty when it cannot be spelled."""
        if self.style == "koanf":
            inner = key.replace(".", self.separator) if "." in key else key.replace("-", "_")
            return _named(self.text + inner)
        if self.style == "dotnet":
            return _named(self.text + re.sub(r"\]?[:.\[]+|\]$", "__", key).removesuffix("__"))
        spelled = "".join("_" if sign in self.replaced else sign for sign in key)
        return _named(f"{self.text}_{spelled}".upper())


class Prefixed(Struct, frozen=True, order=True):
    """A variable for a setting: its key, its value as found, and where."""

    name: str
    key: str
    value: str
    secret: bool
    evidence: Evidence


def _named(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) else ""


def prefixes(files: Sequence[FileFacts]) -> tuple[Prefix, ...]:
    """The prefixes of the application, those of the same library and folder in order of their names."""
    found: set[tuple[str, str, str, str]] = set()
    replaced: dict[str, frozenset[str]] = {}
    modules = {
        file.path.rpartition("/")[0] for file in files if any(one.ecosystem in ("golang", "nuget") for one in file.of(Library))
    }
    for file in files:
        for trait in file.of(Trait):
            fields = dict(trait.fields)
            if trait.name == "config.replacer":
                replaced[file.path] = replaced.get(file.path, frozenset()) | set(_SIGNS.findall(trait.evidence.excerpt))
            elif trait.name == "config.prefix" and fields.get("prefix"):
                found.add((file.path, fields["prefix"], fields.get("style", ""), fields.get("separator", "")))
    made = [
        Prefix(text, style, separator, replaced.get(path, frozenset()), "" if style == "dotnet" else _module(path, modules))
        for path, text, style, separator in sorted(found)
    ]
    return tuple({(one.text, one.style, one.folder): one for one in made}.values())


def _module(path: str, modules: set[str]) -> str:
    """The nearest folder above a file that has a manifest."""
    folder = path.rpartition("/")[0]
    while folder and folder not in modules:
        folder = folder.rpartition("/")[0]
    return folder


def prefixed(files: Sequence[FileFacts], profiles: Sequence[str]) -> Iterator[Prefixed]:
    """What can be given by a variable with a prefix, of settings of the `profiles` that describe an installation."""
    known = prefixes(files)
    for file in files if known else ():
        for prefix in known:
            if prefix.folder and not file.path.startswith(f"{prefix.folder}/"):
                continue
            for setting in file.of(Setting):
                if setting.profile in profiles and _maps(prefix, setting, file) and (name := prefix.variable(setting.key)):
                    yield Prefixed(name, setting.key, setting.value, setting.secret, setting.evidence)
            for trait in file.of(Trait) if prefix.style != "dotnet" else ():
                key = dict(trait.fields).get("name", "")
                if trait.name == "config.key" and (name := prefix.variable(key)):
                    yield Prefixed(name, key, "", False, trait.evidence)


def _maps(prefix: Prefix, setting: Setting, file: FileFacts) -> bool:
    if prefix.style == "dotnet":
        return file.path.lower().endswith("appsettings.json")
    return setting.format in _FORMATS or (prefix.style == "viper" and setting.format == "code" and file.path.endswith(".go"))


def samples(files: Sequence[FileFacts], folder: str, paths: frozenset[str]) -> tuple[str, ...]:
    """Samples of a configuration file in `folder` (`config.toml.sample`) that nobody copied yet, where variables outrank what such
    a file says: the copy is needed because the program wants a file, and wrong in nothing that the bundle sets."""
    inside = f"{folder}/" if folder else ""
    if not any(one.style == "koanf" and one.folder in ("", folder) for one in prefixes(files)):
        return ()
    found = []
    for file in files:
        name = file.path.removeprefix(inside)
        sample = _SAMPLE.match(name) if file.path.startswith(inside) and "/" not in name else None
        if sample and inside + sample[1] not in paths and any(one.format in _FORMATS for one in file.of(Setting)):
            found.append(name)
    return tuple(sorted(found))
