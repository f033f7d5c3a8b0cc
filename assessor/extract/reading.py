"""What the parsers of `extract/descriptors/` share: making facts of one document, with their places, masked.

`reading.setting("db.url", "jdbc:mysql://${DB_HOST:localhost}/shop", 4)` gives the setting with the default filled in, the
connection, and the trait `config.environment` that names the variable.
"""

import re
from collections.abc import Iterable, Iterator

from assessor.domain.facts import Artifact, Connection, Evidence, Fact, Image, Library, Port, Process, Setting, Trait
from assessor.extract.addresses import Address, addresses, host_ports
from assessor.extract.descriptor import Document
from assessor.extract.redaction import MASK, is_placeholder, is_secret, mask, masked_excerpt, masked_text

_LONGEST_VALUE = 500
_VARIABLE = re.compile(
    r"\$\{(?:env[.:])?(?P<name>[A-Za-z_][\w.\-]{0,100}?)(?::?[-=?]|:|,)(?P<default>[^{}$]{0,300})\}"
    r"|\$\{(?:env[.:])?(?P<bare>[A-Za-z_][\w.\-]{0,100})\}"
    r"|%env\((?:\w{1,20}:){0,5}(?P<symfony>\w{1,100})\)%|%(?P<windows>[A-Z_][A-Z0-9_]{2,60})%"
    r"|(?<![\w$\\])\$(?P<shell>[A-Z_][A-Z0-9_]{1,100})\b"
)
_ADDRESS_KEY = re.compile(
    r"(?i)(?:url|uri|host|hosts|hostname|server|servers|addr|address|addresses|broker|brokers|nodes"
    r"|node|endpoint|endpoints|bootstrap|connect|quorum|ensemble|connection|dsn|upstream|backend"
    r"|gateway|remote|service|defaultzone)s?(?:\[\d+\])?$"
)
_LINK_KEY = re.compile(
    r"(?i)(?:homepage|documentation|docs|license|licence|schema|xmlns|help|support|issues|bugs|wiki"
    r"|readme|changelog|privacy|terms|logo|icon|image|avatar|about|link"
    r"|website)[\w\-]{0,10}(?:\[\d+\])?$"
)
_ENVIRONMENT_NAME = re.compile(r"[A-Z_][A-Z0-9_]*")
_WEB = frozenset(["http", "https", "ws", "wss"])
_PUBLIC = re.compile(r"(?i)\.(?!local$|internal$|lan$|corp$|intra$|svc$|test$)[a-z]{2,12}$")


_HEAP = re.compile(r"-Xmx(\d{1,9}[kKmMgGtT]?)\b")


def clean(text: str) -> str:
    """The text without lone surrogates and control characters, which no output format could carry."""
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text)


def defaults_filled(value: str) -> str:
    """`${NAME:default}` replaced by the default; references without a default stay."""
    for _ in range(3):  # a default may be a reference with a default itself
        value = _VARIABLE.sub(lambda found: found["default"] if found["default"] else found[0], value)
    return value


class Reading:
    """Facts of one document. `rule` is the name of the format; every evidence carries it."""

    def __init__(self, document: Document, rule: str, profile: str = "") -> None:
        self.document = document
        self.rule = rule
        self.profile = profile
        self.lines = document.text.split("\n")
        self._evidence: dict[int, Evidence] = {}

    @property
    def folder(self) -> str:
        """The folder of the document, relative to the tree; empty for the tree itself."""
        return self.document.path.rpartition("/")[0]

    def evidence(self, line: int) -> Evidence:
        """The place; a line outside the document is the whole file."""
        known = self._evidence.get(line)
        if known is None:
            known = self._evidence[line] = self._place(line)
        return known

    def _place(self, line: int) -> Evidence:
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Evidence(
            self.document.path, line if text or 0 < line <= len(self.lines) else 0, self.rule, clean(masked_excerpt(text))
        )

    def line_of(self, needle: str, start: int = 1) -> int:
        """The first line from `start` on that contains the text; `start` when none does."""
        for number in range(max(start, 1), len(self.lines) + 1):
            if needle in self.lines[number - 1]:
                return number
        return start

    def setting(self, key: str, value: str, line: int, profile: str | None = None) -> Iterator[Fact]:
        """The setting, the connections its value names, and the variables it takes its value from."""
        profile = self.profile if profile is None else profile
        key, value = clean(key)[:200], clean(value.strip())
        evidence = self.evidence(line)
        filled, secret = defaults_filled(value), is_secret(key, value)
        if secret:
            evidence = _hidden(evidence, [value, filled, *(default for _, default in variables(value))])
        for name, default in variables(value):
            if _ENVIRONMENT_NAME.fullmatch(name):
                shown = (("default", MASK if secret and default else _shown(name, default)), ("key", key), ("name", name))
                yield Trait("config.environment", evidence, tuple(field for field in shown if field[1]))
        yield Setting(key, _shown(key, filled), self.rule, evidence, profile, secret, secret and is_placeholder(key, value))
        for address in _named_addresses(key, filled):
            yield _connection(address, evidence, profile)

    def connections(self, text: str, line: int, profile: str | None = None) -> Iterator[Fact]:
        """Every address in a text that is known to name other systems."""
        for address in addresses(clean(defaults_filled(text))):
            yield _connection(address, self.evidence(line), self.profile if profile is None else profile)

    def trait(self, name: str, line: int, /, **fields: str) -> Trait:
        """A trait with its fields sorted by name; empty ones are left out."""
        stated = ((key.rstrip("_"), clean(masked_text(value))[:_LONGEST_VALUE]) for key, value in fields.items() if value)
        return Trait(name, self.evidence(line), tuple(sorted(stated)))

    def library(self, name: str, ecosystem: str, version: str, scope: str, line: int) -> Library:
        return Library(clean(name.strip())[:200], ecosystem, clean(version.strip())[:100], scope, self.evidence(line))

    def started(self, name: str, command: str, kind: str, line: int, schedule: str = "") -> Iterator[Fact]:
        """The process, and the heap that its command fixes."""
        yield self.process(name, command, kind, line, schedule)
        yield from self.heap(command, line)

    def heap(self, command: str, line: int) -> Iterator[Fact]:
        """`-Xmx512m` in a command or variable."""
        for value in _HEAP.findall(command[:20_000]):
            yield self.trait("heap.fixed", line, value=value)

    def process(self, name: str, command: str, kind: str, line: int, schedule: str = "") -> Process:
        shown = clean(masked_text(" ".join(command.split())))[:_LONGEST_VALUE]
        return Process(clean(name)[:100], shown, kind, clean(schedule), self.evidence(line))

    def port(self, number: str | int, of: str, line: int, protocol: str = "tcp") -> Iterator[Port]:
        """The port, if the text is one between 1 and 65535."""
        text = defaults_filled(str(number)).strip()
        if text.isdecimal() and text.isascii() and len(text) <= 5 and 0 < int(text) < 65536:
            yield Port(int(text), protocol, clean(of), self.evidence(line))

    def image(self, reference: str, use: str, of: str, line: int) -> Image:
        return Image(clean(defaults_filled(reference.strip()))[:300], use, clean(of), self.evidence(line))

    def artifact(
        self,
        name: str,
        kind: str,
        line: int,
        *,
        version: str = "",
        main: bool = False,
        modules: Iterable[str] = (),
        folder: str | None = None,
    ) -> Artifact:
        """The artifact whose source root is `folder`, by default the document's."""
        root = self.folder if folder is None else folder
        inner = tuple(sorted({clean(module) for module in modules}))
        return Artifact(clean(name), kind, root, clean(version), main, self.evidence(line), inner)


def variables(value: str) -> Iterator[tuple[str, str]]:
    """The environment variables a value refers to, with their defaults; those inside a default first."""
    value = value[:2000]
    for _ in range(3):
        for found in _VARIABLE.finditer(value):
            name = found["name"] or found["bare"] or found["symfony"] or found["windows"] or found["shell"]
            yield name, found["default"] or ""
        filled = _VARIABLE.sub(lambda found: found["default"] or " ", value)
        if filled == value:
            return
        value = filled


def _shown(key: str, value: str) -> str:
    shown = mask(value) if is_secret(key, value) else value
    return shown[:_LONGEST_VALUE]


def _hidden(evidence: Evidence, secrets: Iterable[str]) -> Evidence:
    """The evidence without the values, which stand in its line in a way that its words alone do not give away."""
    excerpt = evidence.excerpt
    for secret in secrets:
        if len(secret) > 2 and MASK not in secret and not secret.startswith("${"):
            excerpt = excerpt.replace(secret, mask(secret))
    return Evidence(evidence.path, evidence.line, evidence.rule, excerpt)


def _connection(address: Address, evidence: Evidence, profile: str) -> Connection:
    url = mask(address.url) if is_secret("", address.url) else address.url
    return Connection(url[:_LONGEST_VALUE], address.scheme, address.host, address.port, address.database, evidence, profile)


def _named_addresses(key: str, value: str) -> tuple[Address, ...]:
    """Addresses a setting's value names. A public web page counts only under a key that asks for an address, `host:port` too."""
    found = addresses(value)
    asked = bool(_ADDRESS_KEY.search(key)) and not _LINK_KEY.search(key)
    if not found and asked:
        return host_ports(value)
    return tuple(each for each in found if asked or each.scheme not in _WEB or each.port or not _PUBLIC.search(each.host))
