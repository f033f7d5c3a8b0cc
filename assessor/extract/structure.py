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
  `super.method`, or only `function`. A call on the result of another is `Type.method().next` where the language's results have
  declared types (`chained`); elsewhere it has no receiver one could name and is left out.
  `Type.field[].next` is a call on one of the things that `field` holds, `?.next` one on a receiver without a type, kept where
  methods may be added to types from outside (C#).
* access: `Type.field.next`, members that are reached without a call.
* extends, implements, new, type, annotation: the type's name without its arguments.
"""

from collections.abc import Callable
from typing import Any

from ast_grep_py import SgNode

from assessor.domain.facts import Declaration, Reference
from assessor.domain.language import Language
from assessor.extract import structure_calls, structure_declarations, structure_elements
from assessor.extract.structure_notes import Notes, Words
from assessor.extract.structure_text import Texts


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
        self.words = Words(language)
        self.actions: dict[str, list[tuple[Callable[[Notes, SgNode, Any], None], Any]]] = {}
        for by_kind, action in (
            (syntax.declarations, structure_declarations.declare),
            (syntax.passed, structure_elements.enter_passed),
            (syntax.variables, structure_declarations.variable),
            (syntax.calls, structure_calls.call),
            (syntax.creations, structure_calls.create),
            (syntax.mentions, structure_declarations.mention),
            (syntax.annotations, structure_declarations.annotate),
            (syntax.imports, structure_calls.load),
            (syntax.includes, structure_calls.include),
            (syntax.mixins, structure_declarations.mix),
            (syntax.namespaces, structure_declarations.enter_namespace),
            (syntax.accesses, structure_calls.access),
            ({kind: syntax.iterated.get(kind, "") for kind in syntax.loops}, structure_declarations.enter_loop),
            (dict.fromkeys(syntax.blocks), structure_declarations.enter_block),
        ):
            for kind, said in by_kind.items():
                self.actions.setdefault(kind, []).append((action, said))
        self.query: Any = {"rule": {"any": [{"kind": kind} for kind in sorted(self.actions)]}}


_prepared: dict[str, _Prepared] = {}


def _of(language: Language) -> _Prepared:
    found = _prepared.get(language.id)
    if found is None or found.language is not language:
        found = _prepared[language.id] = _Prepared(language)
    return found


def read(root: SgNode, language: Language) -> Outline:
    """Declarations and references of one file."""
    prepared = _of(language)
    notes = Notes(language, prepared.words)
    if language.structure.declarations:
        for node in root.find_all(prepared.query):
            notes.stand_at(node)
            for action, syntax in prepared.actions[node.kind()]:
                action(notes, node, syntax)
    structure_calls.resolve_calls(notes)
    declarations = tuple(sorted(set(notes.declarations)))
    return Outline(notes.first_namespace, declarations, notes.references(), notes.texts, notes.owners)
