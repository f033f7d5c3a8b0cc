"""Reads declarations and references out of a syntax tree, for every language alike: what differs lies in `rules/languages/`.

In: the root of a parsed file and the language's `Structure`. Out: `Declaration`s and `Reference`s, sorted. One query finds all
node kinds the language names; the nodes come in document order, so that a stack of scopes knows where each one stands.

Names are qualified by namespace, class and member: `com.acme.Order.total`, `Acme\\Shop\\Order.total`, `Order.total` (Python,
JavaScript: the module is the file). What stands outside all declarations has the source ``.

Targets are as written, in these forms:

* import: `com.acme.Order`, all names `com.acme.*`, static `static com.acme.Money.round`, another name `a.b as c`; Python
  `pkg.mod.name`, relative `.mod.name`, `..mod.*`; JavaScript `./mod` (for its effects), `./mod#name as other`,
  `./mod#default as x`, `./mod#* as x`; PHP `A\\B as C`, `function A\\f`; C# `Acme.Orders.*` for a namespace.
* include: a path relative to the file, or beginning with what is not known: `./lib/db.php`, `../x.php`, `{ABSPATH}/wp.php`.
* call: `Type.method` where the receiver's type is declared in the file, `Name.method` as written otherwise, `this.method`,
  `super.method`, or only `function`. Calls on the result of another call have no receiver one could name and are left out.
* extends, implements, new, type, annotation: the type's name without its arguments.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from ast_grep_py import SgNode

from assessor.domain.facts import Declaration, Reference
from assessor.domain.language import CallSyntax, DeclarationSyntax, ImportSyntax, Language, VariableSyntax
from assessor.extract.structure_imports import imports
from assessor.extract.structure_names import declared, every, first, name_text, types_in
from assessor.extract.structure_scope import Scope
from assessor.extract.structure_text import Texts

_RECEIVER = re.compile(r"[$@&*]*[A-Za-z_\\][\w$\\]*[?!]*(?:(?:\?->|->|\?\.|::|\.)[$@]*[A-Za-z_][\w$]*[?!]*){0,5}\Z")
_JOINT = re.compile(r"\?->|->|\?\.|::|\.")
_CLASSES = frozenset(("class", "interface", "enum", "record", "trait", "struct", "module"))
_NEVER_A_TYPE = re.compile(r"[a-z]{1,2}\Z|[A-Z]\Z")


class Outline:
    """What `read` gives back: sorted facts, the namespace, constant texts of the file, and who owns a place."""

    def __init__(
        self,
        namespace: str,
        declarations: tuple[Declaration, ...],
        references: tuple[Reference, ...],
        texts: Texts,
        owners: list[tuple[int, int, str]],
    ) -> None:
        self.namespace = namespace
        self.declarations = declarations
        self.references = references
        self.texts = texts
        self._owners = owners

    def owner(self, offset: int) -> str:
        """The innermost class, method or function around a character, or an empty string. `owners` come in document order."""
        found = ""
        for start, end, name in self._owners:
            if start > offset:
                break
            if offset < end:
                found = name
        return found


class _Prepared:
    """What does not change from file to file of a language. `actions` says what to do at a node of a kind."""

    def __init__(self, language: Language) -> None:
        syntax = language.structure
        self.language = language
        self.actions: dict[str, list[tuple[Callable[[_Reader, SgNode, Any], None], Any]]] = {}
        for by_kind, action in (
            (syntax.declarations, _Reader.declare),
            (syntax.variables, _Reader.variable),
            (syntax.calls, _Reader.call),
            (syntax.creations, _Reader.create),
            (syntax.mentions, _Reader.mention),
            (syntax.annotations, _Reader.annotate),
            (syntax.imports, _Reader.load),
            (syntax.includes, _Reader.include),
            (syntax.mixins, _Reader.mix),
            (syntax.namespaces, _Reader.enter_namespace),
            (dict.fromkeys(syntax.loops), _Reader.enter_loop),
        ):
            for kind, said in by_kind.items():
                self.actions.setdefault(kind, []).append((action, said))
        self.query: Any = {"rule": {"any": [{"kind": kind} for kind in sorted(self.actions)]}}
        self.builtin = frozenset(syntax.builtin)
        self.transparent = frozenset(syntax.transparent)
        self.own = frozenset(syntax.own)
        self.parent = frozenset(syntax.parent)
        self.parent_calls = frozenset(f"{word}()" for word in syntax.parent)
        self.constructed = re.compile(syntax.constructed) if syntax.constructed else None
        self.mentioned = re.compile(syntax.mentioned or ".")


_prepared: dict[str, _Prepared] = {}


def _of(language: Language) -> _Prepared:
    found = _prepared.get(language.id)
    if found is None or found.language is not language:
        found = _prepared[language.id] = _Prepared(language)
    return found


def read(root: SgNode, language: Language) -> Outline:
    """Declarations and references of one file."""
    prepared = _of(language)
    reader = _Reader(prepared)
    if language.structure.declarations:
        for node in root.find_all(prepared.query):
            reader.visit(node)
    return reader.outline()


class _Reader:
    def __init__(self, prepared: _Prepared) -> None:
        self._syntax = prepared.language.structure
        self._builtin = prepared.builtin
        self._transparent = prepared.transparent
        self._own = prepared.own
        self._parent = prepared.parent
        self._parent_calls = prepared.parent_calls
        self._constructed = prepared.constructed
        self._mentioned = prepared.mentioned
        self._actions = prepared.actions
        self._constants: dict[str, str] = {}
        self._texts = Texts(self._syntax.text, self._constants)
        self._namespace = ""
        self._first_namespace = ""
        self._top = Scope(1 << 60, "file", "")
        self._declarations: list[Declaration] = []
        self._owners: list[tuple[int, int, str]] = []
        self._sites: dict[tuple[str, str, str], list[int]] = {}
        self._calls: list[tuple[str, str, Scope, int]] = []
        self._waiting: list[tuple[str, int, int]] = []
        self._decorating = False  # the next call is the decorator's own
        self._line = 0
        self._start = self._end = 0
        self._last = 0

    def visit(self, node: SgNode) -> None:
        place = node.range()
        self._start, self._end = place.start.index, place.end.index
        self._line, self._last = place.start.line + 1, place.end.line + 1
        while self._top.end <= self._start and self._top.above is not None:
            self._top = self._top.above
        for action, syntax in self._actions[node.kind()]:
            action(self, node, syntax)

    def _push(self, kind: str, source: str, *, in_loop: bool = False) -> Scope:
        self._top = Scope(self._end, kind, source, self._top, in_loop)
        return self._top

    def enter_namespace(self, node: SgNode, path: str) -> None:
        found = first(node, path)
        name = re.sub(r"\s+", "", found.text()) if found is not None else ""
        self._first_namespace = self._first_namespace or name
        if node.field("body") is not None:
            above = self._top.source
            self._push("namespace", f"{above}{self._syntax.separator}{name}" if above else name)
            self._top.types[":namespace"] = self._top.source
        else:
            self._namespace = name

    def _qualified(self, name: str) -> str:
        holder = self._top
        if holder.kind == "file" or not holder.source:
            return f"{self._namespace}{self._syntax.separator}{name}" if self._namespace else name
        inside_namespace = holder.types.get(":namespace") == holder.source
        return f"{holder.source}{self._syntax.separator if inside_namespace else '.'}{name}"

    def _source(self) -> str:
        return "" if self._top.type_of(":namespace") == self._top.source else self._top.source

    def declare(self, node: SgNode, syntax: DeclarationSyntax) -> None:
        kind = syntax.kinds.get(_word(node, syntax.kinds), syntax.kind) if syntax.kinds else syntax.kind
        if self._top.function() is not None and kind not in _CLASSES:
            if kind == "field":
                self._field(node, syntax, visible=False)
            return
        if syntax.when and first(node, syntax.when) is None:
            return
        if kind == "field":
            self._field(node, syntax, visible=True)
            return
        found = first(node, syntax.name)
        name = name_text(found) if found is not None else ""
        if not name:
            return
        if kind == "function" and self._top.kind == "class":
            kind = "method"
        holder = first(node, syntax.holder) if syntax.holder else None
        if kind == "method" and holder is None and self._top.kind != "class":
            return
        qualified = self._qualified(f"{name_text(holder)}.{name}" if holder is not None else name)
        result = self._type(node, syntax.type)
        is_class = kind in _CLASSES
        abstract = syntax.abstract or (is_class and self._is_abstract(node))
        self._declarations.append(Declaration(qualified, kind, self._line, self._last - self._line + 1, abstract, result[:200]))
        # What stands before a declaration as its decorator belongs to it.
        self._owners.append((min((start for *_, start in self._waiting), default=self._start), self._end, qualified))
        scope = self._push("class" if is_class else "function", qualified)
        if holder is not None:
            scope.types[":holder"] = name_text(holder)
        for annotation, line, _ in self._waiting:
            self._refer(annotation, "annotation", line=line)
        self._waiting.clear()
        for base, relation in self._bases(node, syntax):
            self._refer(base, relation)
        for mentioned in types_in(result):
            self._mention_name(mentioned)

    def _bases(self, node: SgNode, syntax: DeclarationSyntax) -> Iterator[tuple[str, str]]:
        for paths, relation in ((syntax.extends, "extends"), (syntax.implements, "implements")):
            for path in paths:
                for found in every(node, path):
                    name = name_text(found)
                    implements = syntax.implementing and re.match(syntax.implementing, name.rpartition(".")[2])
                    yield name, "implements" if implements else relation
                    for argument in types_in(found.text())[1:]:
                        self._mention_name(argument)

    def _is_abstract(self, node: SgNode) -> bool:
        words = self._syntax.abstract
        for child in node.children():
            kind = child.kind()
            if kind in words or ("modifier" in kind and set(child.text().split()) & set(words)):
                return True
            if kind.endswith(("body", "block", "declaration_list")):
                break
        return False

    def _type(self, node: SgNode, path: str) -> str:
        found = first(node, path) if path else None
        text = found.text() if found is not None else ""
        if not text or text.isidentifier():
            return text
        return re.sub(r"\s+", " ", text[:400]).lstrip(":").strip(" \"'")

    def _field(self, node: SgNode, syntax: DeclarationSyntax, *, visible: bool) -> None:
        written = self._type(node, syntax.type)
        for found in every(node, syntax.name):
            name = name_text(found)
            if not name or "." in name:
                continue
            value = first(found, syntax.value) if syntax.value else None
            type_ = self._known_type(written, value)
            if visible:
                self._declarations.append(
                    Declaration(self._qualified(name), "field", self._line, 1, False, (written or type_)[:200])
                )
            self._learn(name, type_, value)
        for mentioned in types_in(written):
            self._mention_name(mentioned)

    def variable(self, node: SgNode, syntax: VariableSyntax) -> None:
        written = self._type(node, syntax.type)
        value = first(node, syntax.value) if syntax.value else None
        type_ = self._known_type(written, value)
        for found in every(node, syntax.name):
            text = found.text()
            if len(text) > 100:
                continue
            parts = _JOINT.split(text)
            promoted = syntax.promoting and any(child.kind() in syntax.promoting for child in node.children())
            scope = self._top
            if (len(parts) == 2 and parts[0].lstrip("$") in self._own) or promoted or (len(parts) == 1 and text.startswith("@")):
                scope = self._top.holder() or self._top
            elif len(parts) > 1:
                continue
            name = parts[-1].lstrip("$@&*.")
            if promoted:
                self._declarations.append(Declaration(f"{scope.source}.{name}", "field", self._line, 1, False, written[:200]))
            self._learn(name, type_, value, scope)
        for mentioned in types_in(written):
            self._mention_name(mentioned)

    def _known_type(self, written: str, value: SgNode | None) -> str:
        type_ = declared(written, self._builtin, self._transparent)
        if (not type_ or type_ in self._builtin) and value is not None:
            return self._created(value) or self._named(value) or type_
        return type_

    def _named(self, value: SgNode) -> str:
        """The type of a variable that another one is set to (`this.repo = repo`)."""
        name = value.text().lstrip("$@") if not value.children() or value.kind() == "variable_name" else ""
        return self._top.type_of(name) if name.isidentifier() else ""

    def _learn(self, name: str, type_: str, value: SgNode | None, scope: Scope | None = None) -> None:
        scope = scope or self._top
        while scope.kind == "loop" and scope.above is not None:
            scope = scope.above
        if type_ and name not in scope.types:
            scope.types[name] = type_
        if value is not None and self._texts.is_text(value) and name not in self._constants:
            constant = self._texts.constant(value)
            if constant is not None:
                self._constants[name] = constant

    def _created(self, value: SgNode) -> str:
        """The class that an expression makes an object of, or an empty string."""
        kind = value.kind()
        if kind in self._syntax.text.wrappers:
            named = [child for child in value.children() if child.is_named()]
            return self._created(named[-1]) if named else ""
        if kind in self._syntax.creations:
            found = first(value, self._syntax.creations[kind])
            return name_text(found) if found is not None else ""
        if kind in self._syntax.calls:
            receiver, name = self._callee(value, self._syntax.calls[kind])
            return self._constructor(receiver, name)
        return ""

    def _constructor(self, receiver: str, name: str) -> str:
        """`Order(...)` in Python and Kotlin, `Order.new` in Ruby."""
        if self._constructed is None:
            return ""
        whole = f"{receiver}.{name}" if receiver else name
        found = self._constructed.match(whole)
        return found.group(1) if found else ""

    def _callee(self, node: SgNode, syntax: CallSyntax) -> tuple[str, str]:
        """Receiver and name as written; the receiver is `?` when it is no plain name."""
        if syntax.callee:
            callee = first(node, syntax.callee)
            if callee is None:
                return "?", ""
            if callee.kind() not in syntax.members:
                text = name_text(callee)
                return "", text if _RECEIVER.match(text) else ""
            node = callee
        name_node = first(node, syntax.name)
        name = name_text(name_node) if name_node is not None else ""
        receiver_node = first(node, syntax.receiver) if syntax.receiver else None
        if receiver_node is None:
            return "", name
        return self._plain(receiver_node), name

    def _plain(self, node: SgNode) -> str:
        text = node.text() if node.kind() not in self._syntax.calls else ""
        if text and len(text) <= 200:
            text = re.sub(r"\s+", "", text)
            if _RECEIVER.match(text):
                return text
        elif node.text() in self._parent_calls:
            return node.text().removesuffix("()")
        return self._created(node) or "?"

    def call(self, node: SgNode, syntax: CallSyntax) -> None:
        if self._decorating:
            self._decorating = False
            return
        receiver, name = self._callee(node, syntax)
        if not name or not re.match(r"[\w\\.$:?!]+\Z", name):
            return
        if not receiver and (name in syntax.importing or name in syntax.including or name in syntax.mixing):
            self._loading(node, name, syntax)
            return
        if not receiver and self._syntax.text.define and name == self._syntax.text.define:
            self._define(node, syntax)
        made = self._constructor(receiver, name) if receiver != "?" else ""
        if made:
            self._refer(made, "new")
        elif receiver != "?":
            self._calls.append((receiver, name, self._top, self._line))
        if name in syntax.repeating:
            self._push("loop", self._top.source, in_loop=True)

    def _loading(self, node: SgNode, name: str, syntax: CallSyntax) -> None:
        for argument in every(node, f"{syntax.arguments} >*"):
            if name in syntax.mixing:
                self._refer(name_text(argument), "extends")
                continue
            target = self._texts.of(argument)
            if target and "\n" not in target and len(target) < 300 and self._texts.is_text(argument):
                self._refer(target, "include" if name in syntax.including else "import", source="")
            return

    def _define(self, node: SgNode, syntax: CallSyntax) -> None:
        arguments = every(node, f"{syntax.arguments} >*")
        if len(arguments) >= 2:
            name, value = self._texts.of(arguments[0]), self._texts.of(arguments[1])
            if "{" not in name + value:
                self._constants.setdefault(name, value)

    def load(self, node: SgNode, syntax: ImportSyntax) -> None:
        for target in imports(node, syntax, self._texts):
            self._refer(target, "import", source="")

    def include(self, node: SgNode, path: str) -> None:
        found = first(node, path)
        target = self._texts.of(found) if found is not None else ""
        while target.startswith("./../"):
            target = target[2:]
        if target.strip("{}") and len(target) < 300:
            self._refer(target, "include")

    def mix(self, node: SgNode, path: str) -> None:
        for found in every(node, path):
            self._refer(name_text(found), "extends")

    def enter_loop(self, node: SgNode, _: None) -> None:
        self._push("loop", self._top.source, in_loop=True)

    def create(self, node: SgNode, path: str) -> None:
        found = first(node, path)
        if found is not None:
            name = name_text(found)
            if _RECEIVER.match(name) and not found.text().startswith("$"):
                self._refer(name, "new")
            for argument in types_in(found.text())[1:] if "<" in found.text()[:200] else ():
                self._mention_name(argument)

    def mention(self, node: SgNode, path: str) -> None:
        for found in every(node, path):
            text = found.text()
            if "(" not in text and '"' not in text:
                for name in types_in(text):
                    self._mention_name(name)

    def _mention_name(self, name: str) -> None:
        if name not in self._builtin and self._mentioned.match(name) and not _NEVER_A_TYPE.match(name):
            self._refer(name, "type")

    def annotate(self, node: SgNode, path: str) -> None:
        found = first(node, path)
        name = name_text(found) if found is not None else ""
        if not name or not _RECEIVER.match(name):
            return
        parent = node.parent()
        self._decorating = any(child.kind() in self._syntax.calls for child in node.children())
        before = (
            parent is not None
            and parent.kind() not in ("modifiers", "attribute_list", "attribute_group")
            and self._is_before(node, parent)
        )
        if before:
            self._waiting.append((name, self._line, self._start))
        else:
            self._refer(name, "annotation")

    def _is_before(self, node: SgNode, parent: SgNode) -> bool:
        """True for a decorator that stands in front of the declaration it belongs to, and not inside it."""
        return parent.kind() not in self._syntax.declarations and parent.kind() not in self._syntax.variables

    def _refer(self, target: str, kind: str, *, source: str | None = None, line: int = 0) -> None:
        if not target or len(target) > 300 or target in self._builtin:
            return
        key = (target, kind, self._source() if source is None else source)
        self._add(key, line or self._line, self._top.in_loop)

    def _add(self, key: tuple[str, str, str], line: int, in_loop: bool) -> None:
        site = self._sites.setdefault(key, [line, 0, 0])
        site[0] = min(site[0], line)
        site[1] += 1
        site[2] |= in_loop

    def _resolve_calls(self) -> None:
        """Receivers are resolved last: fields may be declared below the methods that use them."""
        for receiver, name, scope, line in self._calls:
            target = f"{self._receiver(receiver, scope)}.{name}" if receiver else name
            head = target.partition(".")[0]
            own = head in ("this", "super") and head != target
            if head and (own or (head not in self._builtin and target not in self._builtin)):
                source = "" if scope.type_of(":namespace") == scope.source else scope.source
                self._add((target, "call", source), line, scope.in_loop)

    def _receiver(self, receiver: str, scope: Scope) -> str:
        parts = [part.strip("$@&*?!") for part in _JOINT.split(receiver)]
        head, rest = parts[0], parts[1:]
        if head in self._own or receiver.startswith("@"):
            if receiver.startswith("@"):
                rest = parts
            if not rest:
                return "this"
            holder = scope.holder()
            type_ = holder.types.get(rest[0], "") if holder is not None else ""
            return ".".join((type_, *rest[1:])) if type_ else ".".join(("this", *rest))
        if head in self._parent:
            return ".".join(("super", *rest))
        type_ = scope.type_of(head)
        return ".".join((type_ or head, *rest))

    def outline(self) -> Outline:
        """Everything read so far, sorted."""
        self._resolve_calls()
        references = sorted(
            Reference(target, kind, source, line, count, bool(in_loop))
            for (target, kind, source), (line, count, in_loop) in self._sites.items()
        )
        return Outline(self._first_namespace, tuple(sorted(set(self._declarations))), tuple(references), self._texts, self._owners)


def _word(node: SgNode, kinds: dict[str, str]) -> str:
    """The first keyword of `kinds` among the node's own tokens (Kotlin's `class` and `interface` share a node kind)."""
    for child in node.children()[:8]:
        if child.kind() in kinds:
            return child.kind()
    return ""
