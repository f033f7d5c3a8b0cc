"""What was seen of a file so far: where we stand in it, what its names stand for, and which references were found.

The readers of `structure_declarations.py` and `structure_calls.py` write into it; `outline` gives it back, sorted.
"""

import re

from ast_grep_py import SgNode

from assessor.domain.facts import Declaration, Reference
from assessor.domain.language import Language
from assessor.extract.structure_scope import Scope
from assessor.extract.structure_text import Texts

RECEIVER = re.compile(r"[$@&*]*[A-Za-z_\\][\w$\\]*[?!]*(?:(?:\?->|->|\?\.|::|\.)[$@]*[A-Za-z_][\w$]*[?!]*){0,5}\Z")
JOINT = re.compile(r"\?->|->|\?\.|::|\.")
_NEVER_A_TYPE = re.compile(r"[a-z]{1,2}\Z|[A-Z]\Z")
_LONGEST_TARGET = 300


class Words:
    """The words of a language, ready for looking up (see `Structure`)."""

    def __init__(self, language: Language) -> None:
        syntax = language.structure
        self.builtin = frozenset(syntax.builtin)
        self.transparent = frozenset(syntax.transparent)
        self.queries = frozenset(syntax.queries.words)
        self.beginnings = tuple(word[:-1] for word in syntax.queries.words if word.endswith("*"))
        self.handing = frozenset(syntax.queries.handing)
        self.handing_ends = tuple(word[1:] for word in syntax.queries.handing if word.startswith("*"))
        self.keeping = re.compile(syntax.queries.keeping)
        self.starting = frozenset(syntax.queries.starting)
        self.saving = frozenset(syntax.queries.saving)
        self.holding = re.compile(syntax.queries.holding) if syntax.queries.holding else None
        self.own = frozenset(syntax.own)
        self.parent = frozenset(syntax.parent)
        self.parent_calls = frozenset(f"{word}()" for word in syntax.parent)
        self.inferred = frozenset(syntax.inferred)
        self.holds_elements = bool(syntax.accesses) or any(call.elements for call in syntax.calls.values())
        self.extends_types = any(each.extending or each.receiver for each in syntax.declarations.values())
        self.has_bounds = any(each.bounds for each in syntax.declarations.values())
        self.constructed = re.compile(syntax.constructed) if syntax.constructed else None
        self.mentioned = re.compile(syntax.mentioned or ".")

    def hands(self, name: str) -> bool:
        """True for a method whose arguments say what is kept or asked for (see `QuerySyntax`)."""
        return name in self.handing or (bool(self.handing_ends) and name.endswith(self.handing_ends))

    def asks(self, name: str) -> bool:
        """True for a method that asks the database, where it is called on what can (see `QuerySyntax`)."""
        return name in self.queries or (bool(self.beginnings) and name.startswith(self.beginnings))


class Notes:
    """`top` is the innermost scope; `start`, `end` (characters), `line`, `last` (from 1) are those of the node that is being read.

    `waiting` holds decorators until the declaration below them comes; `decorating` is true when the next call is a decorator's own.
    """

    def __init__(self, language: Language, words: Words) -> None:
        self.syntax = language.structure
        self.language = words
        self.constants: dict[str, str] = {}
        self.texts = Texts(self.syntax.text, self.constants)
        self.namespace = ""
        self.first_namespace = ""
        self.top = Scope(1 << 60, "file", "")
        self.declarations: list[Declaration] = []
        self.owners: list[tuple[int, int, str]] = []
        self.sites: dict[tuple[str, str, str], list[int]] = {}
        self.calls: list[tuple[str, str, Scope, int, str]] = []
        self.accesses: list[tuple[str, Scope, int]] = []
        self.changed: list[tuple[str, Scope, int]] = []
        """Objects a member of which is set."""
        self.saved: dict[int, str] = {}
        """Functions, by the id of their scope, in which all that was changed is saved, with the name of the method that does so."""
        self.handed: dict[str, str] = {}
        """What the loop that is about to begin calls its elements."""
        self.waiting: list[tuple[str, int, int]] = []
        self.once: list[tuple[int, int, bool]] = []
        """Begin and end of expressions that a loop evaluates once, the innermost last, and whether an outer loop repeats them."""
        self.decorating = False
        self.start = self.end = self.line = self.last = 0

    def stand_at(self, node: SgNode) -> None:
        """Moves on to a node, out of the scopes that ended before it."""
        place = node.range()
        self.start, self.end = place.start.index, place.end.index
        self.line, self.last = place.start.line + 1, place.end.line + 1
        while self.top.end <= self.start and self.top.above is not None:
            self.top = self.top.above
        while self.once and self.once[-1][0] <= self.start:
            _, end, in_loop = self.once.pop()
            if self.start < end:
                self.top = Scope(end, "loop", self.top.source, self.top, in_loop)

    def push(self, kind: str, source: str, *, in_loop: bool = False) -> Scope:
        """A new innermost scope, as long as the node."""
        self.top = Scope(self.end, kind, source, self.top, in_loop)
        return self.top

    def source(self) -> str:
        """The declaration we are in; empty outside all of them."""
        return "" if self.top.type_of(":namespace") == self.top.source else self.top.source

    def qualified(self, name: str) -> str:
        """The full name of something declared here."""
        holder = self.top
        if holder.kind == "file" or not holder.source:
            return f"{self.namespace}{self.syntax.separator}{name}" if self.namespace else name
        inside_namespace = holder.types.get(":namespace") == holder.source
        return f"{holder.source}{self.syntax.separator if inside_namespace else '.'}{name}"

    def learn(self, name: str, type_: str, value: SgNode | None, scope: Scope | None = None) -> None:
        """Remembers the type and the constant text of a name."""
        scope = scope or self.top
        while scope.kind == "loop" and scope.above is not None:
            scope = scope.above
        if type_ and name not in scope.types:
            scope.types[name] = type_
        if value is not None and self.texts.is_text(value) and name not in self.constants:
            constant = self.texts.constant(value)
            if constant is not None:
                self.constants[name] = constant

    def mention_name(self, name: str) -> None:
        """A reference to a type, unless the name cannot be one."""
        if name not in self.language.builtin and self.language.mentioned.match(name) and not _NEVER_A_TYPE.match(name):
            self.refer(name, "type")

    def refer(self, target: str, kind: str, *, source: str | None = None, line: int = 0) -> None:
        """One more site of a reference."""
        if not target or len(target) > _LONGEST_TARGET or target in self.language.builtin:
            return
        key = (target, kind, self.source() if source is None else source)
        self.add(key, line or self.line, self.top.in_loop)

    def add(self, key: tuple[str, str, str], line: int, in_loop: bool) -> None:
        """Counts a site; the first line stays, of those in a loop if there are any: what counts as looped must lie in a loop."""
        site = self.sites.setdefault(key, [line, 0, 0])
        if bool(site[2]) == in_loop:
            site[0] = min(site[0], line)
        elif in_loop:
            site[0] = line
        site[1] += 1
        site[2] |= in_loop

    def references(self) -> tuple[Reference, ...]:
        """The references, sorted."""
        return tuple(
            sorted(
                Reference(target, kind, source, line, count, bool(in_loop))
                for (target, kind, source), (line, count, in_loop) in self.sites.items()
            )
        )
