"""Reads the nodes that declare: classes, methods, fields, parameters and locals, with their bases, types and annotations."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from assessor.domain.facts import Declaration
from assessor.domain.language import DeclarationSyntax, VariableSyntax
from assessor.extract.structure_calls import created, reached, resolved
from assessor.extract.structure_elements import elements
from assessor.extract.structure_names import declared, element_of, every, first, name_text, type_text, types_in
from assessor.extract.structure_notes import JOINT, RECEIVER, Notes
from assessor.extract.structure_queries import unwrapped, walked
from assessor.extract.structure_scope import Scope
from assessor.extract.structure_signatures import bounded, bounds_of, parameters_of, returned

_CLASSES = frozenset(("class", "interface", "enum", "record", "trait", "struct", "module"))
_AROUND_ANNOTATIONS = frozenset(
    (
        "modifiers",
        "attribute_list",
        "attribute_group",
        "annotation_argument_list",
        "element_value_pair",
        "element_value_array_initializer",
    )
)
"""What stands around an annotation that is inside its declaration, or inside another annotation."""
_LONGEST_CHAIN = 150


def enter_namespace(notes: Notes, node: SgNode, path: str) -> None:
    """What follows, or what the body holds, belongs to the namespace."""
    found = first(node, path)
    name = re.sub(r"\s+", "", found.text()) if found is not None else ""
    notes.first_namespace = notes.first_namespace or name
    if node.field("body") is not None:
        above = notes.top.source
        notes.push("namespace", f"{above}{notes.syntax.separator}{name}" if above else name)
        notes.top.types[":namespace"] = notes.top.source
    else:
        notes.namespace = name


def enter_loop(notes: Notes, node: SgNode, iterated: str) -> None:
    """References inside are marked; calls that take a function to repeat are loops as well. What a loop goes through
    (`iterated`) is asked for once."""
    once = first(node, iterated) if iterated else None
    if once is not None:
        place = once.range()
        notes.once.append((place.start.index, place.end.index, notes.top.in_loop))
    notes.push("loop", notes.top.source, in_loop=True).types.update(notes.handed)
    notes.handed.clear()


def enter_block(notes: Notes, node: SgNode, _: None) -> None:
    """What is named inside is not seen outside."""
    notes.push("block", notes.top.source, in_loop=notes.top.in_loop)


def declare(notes: Notes, node: SgNode, syntax: DeclarationSyntax) -> None:
    """A class, a method, a function or fields; inside functions only classes are declared."""
    kind = syntax.kinds.get(_word(node, syntax.kinds), syntax.kind) if syntax.kinds else syntax.kind
    if notes.top.function() is not None and kind not in _CLASSES:
        if kind == "field":
            _field(notes, node, syntax, visible=False)
        return
    if syntax.when and first(node, syntax.when) is None:
        return
    if kind == "field":
        _field(notes, node, syntax, visible=True)
        return
    found = first(node, syntax.name)
    name = name_text(found) if found is not None else ""
    if not name:
        return
    if kind == "function" and notes.top.kind == "class":
        kind = "method"
    holder = first(node, syntax.holder) if syntax.holder else None
    if kind == "method" and holder is None and notes.top.kind != "class":
        return
    qualified = notes.qualified(f"{name_text(holder)}.{name}" if holder is not None else name)
    bounds = bounds_of(node, syntax.bounds)
    written = bounded(notes, type_text(node, syntax.type), bounds)
    result = written or returned(notes, node, syntax)
    is_class = kind in _CLASSES
    abstract = syntax.abstract or (is_class and _is_abstract(notes, node))
    parameters = parameters_of(node, syntax.parameters)
    if syntax.extending and parameters and any(word.text() in notes.language.own for word in every(node, syntax.extending)):
        parameters = (f"this {parameters[0]}", *parameters[1:])
    if syntax.bounds:
        parameters = tuple(bounded(notes, written, bounds) for written in parameters)
    if syntax.receiver and (added := type_text(node, syntax.receiver)):
        parameters = (f"this {bounded(notes, added, bounds)}", *parameters)
    lines = notes.last - notes.line + 1
    notes.declarations.append(Declaration(qualified, kind, notes.line, lines, abstract, result[:200], parameters))
    # What stands before a declaration as its decorator belongs to it.
    notes.owners.append((min((start for *_, start in notes.waiting), default=notes.start), notes.end, qualified))
    if kind == "function" and name[0].isupper() and any(known.name == qualified for known in notes.declarations[:-1]):
        qualified = ""  # a function that is called as a class of the file and makes one (Kotlin): it is not inside the class
    scope = notes.push("class" if is_class else "function", qualified)
    if holder is not None:
        scope.types[":holder"] = name_text(holder)
    scope.types.update({f"<{parameter}>": bound for parameter, bound in bounds.items()})
    for annotation, line, _ in notes.waiting:
        notes.refer(annotation, "annotation", line=line)
    notes.waiting.clear()
    for base, relation in _bases(notes, node, syntax):
        notes.refer(base, relation)
    for passed in every(node, syntax.delegating) if syntax.delegating else ():
        notes.add((f"{name_text(passed)}.*", "access", qualified), notes.line, False)
    for mentioned in types_in(written):
        notes.mention_name(mentioned)


def _bases(notes: Notes, node: SgNode, syntax: DeclarationSyntax) -> Iterator[tuple[str, str]]:
    for paths, relation in ((syntax.extends, "extends"), (syntax.implements, "implements")):
        for path in paths:
            for found in every(node, path):
                name = name_text(found)
                implements = syntax.implementing and re.match(syntax.implementing, name.rpartition(".")[2])
                yield name, "implements" if implements else relation
                for argument in types_in(found.text())[1:]:
                    notes.mention_name(argument)


def _is_abstract(notes: Notes, node: SgNode) -> bool:
    words = notes.syntax.abstract
    for child in node.children():
        kind = child.kind()
        if kind in words or ("modifier" in kind and set(child.text().split()) & set(words)):
            return True
        if kind.endswith(("body", "block", "declaration_list")):
            break
    return False


def _field(notes: Notes, node: SgNode, syntax: DeclarationSyntax, *, visible: bool) -> None:
    written = type_text(node, syntax.type)
    if syntax.bounds:
        written = bounded(notes, written, bounds_of(node, syntax.bounds))
    for found in every(node, syntax.name):
        name = name_text(found)
        if not name or "." in name:
            continue
        value = first(found, syntax.value) if syntax.value else None
        type_ = known_type(notes, written, value)
        if notes.language.holds_elements:
            notes.learn(f"{name}[]", element_of(written), None)
        if visible:
            notes.declarations.append(Declaration(notes.qualified(name), "field", notes.line, 1, False, (written or type_)[:200]))
        notes.learn(name, type_, value)
        if notes.language.holding is not None:
            _hold(notes, notes.language.holding, name, written, notes.top)
    for mentioned in types_in(written):
        notes.mention_name(mentioned)


def _hold(notes: Notes, holding: re.Pattern[str], name: str, written: str, scope: Scope) -> None:
    """Remembers the class that a name declared as `Repository<Order>` stands for in queries."""
    if written and not written.isidentifier():
        found = holding.search(written)
        notes.learn(f"{name}<>", found[1] if found else "", None, scope)


def variable(notes: Notes, node: SgNode, syntax: VariableSyntax) -> None:
    """A parameter, a local or an assignment: learns what the name stands for."""
    written = bounded(notes, type_text(node, syntax.type), {}) if notes.language.has_bounds else type_text(node, syntax.type)
    value = first(node, syntax.value) if syntax.value else None
    each = syntax.each and value is not None and (not written or written in notes.language.inferred)
    type_ = elements(notes, value) if each and value is not None else known_type(notes, written, value) or _asked(notes, value)
    element = element_of(written) if notes.language.holds_elements else ""
    for found in every(node, syntax.name):
        text = found.text()
        if len(text) > 100:
            continue
        parts = JOINT.split(text)
        promoted = syntax.promoting and any(child.kind() in syntax.promoting for child in node.children())
        scope = notes.top
        if (
            (len(parts) == 2 and parts[0].lstrip("$") in notes.language.own)
            or promoted
            or (len(parts) == 1 and text.startswith("@"))
        ):
            scope = notes.top.holder() or notes.top
        elif len(parts) > 1:
            if len(parts) == 2 and notes.language.saving and parts[0].isidentifier():
                notes.changed.append((parts[0], notes.top, notes.line))
            continue
        name = parts[-1].lstrip("$@&*.")
        if promoted:
            notes.declarations.append(Declaration(f"{scope.source}.{name}", "field", notes.line, 1, False, written[:200]))
        if each:  # the next loop may call something else so
            (notes.handed if node.kind() in notes.syntax.loops else scope.types)[name] = type_
        notes.learn(name, type_, value, scope)
        notes.learn(f"{name}[]", element, None, scope)
        if notes.language.holding is not None:
            _hold(notes, notes.language.holding, name, written, scope)
    for mentioned in types_in(written):
        notes.mention_name(mentioned)


def mix(notes: Notes, node: SgNode, path: str) -> None:
    """Traits and modules that are mixed into the class."""
    for found in every(node, path):
        notes.refer(name_text(found), "extends")


def mention(notes: Notes, node: SgNode, path: str) -> None:
    """Names of types in casts, constants and the like."""
    for found in every(node, path):
        text = found.text()
        if not any(sign in text for sign in "(\"'%"):  # calls and texts, `%w[A B]` of Ruby too
            for name in types_in(text):
                notes.mention_name(name)


def annotate(notes: Notes, node: SgNode, path: str) -> None:
    """An annotation inside its declaration, or a decorator that waits for the declaration below it."""
    found = first(node, path)
    name = name_text(found) if found is not None else ""
    if not name or not RECEIVER.match(name):
        return
    parent = node.parent()
    notes.decorating = any(child.kind() in notes.syntax.calls for child in node.children())
    before = parent is not None and parent.kind() not in _AROUND_ANNOTATIONS and _is_before(notes, node, parent)
    if before:
        notes.waiting.append((name, notes.line, notes.start))
    else:
        notes.refer(name, "annotation")


def _is_before(notes: Notes, node: SgNode, parent: SgNode) -> bool:
    """True for a decorator that stands in front of the declaration it belongs to, and not inside it."""
    return parent.kind() not in notes.syntax.declarations and parent.kind() not in notes.syntax.variables


def known_type(notes: Notes, written: str, value: SgNode | None) -> str:
    """The declared type, or the class of the object that the name is set to, or the members through which it was reached."""
    type_ = declared(written, notes.language.builtin, notes.language.transparent)
    if written in notes.language.inferred and value is not None and value.kind() not in notes.syntax.creations:
        return created(notes, value) or reached(notes, value, each=False)
    if (not type_ or type_ in notes.language.builtin) and value is not None:
        return created(notes, value) or named(notes, value) or type_
    return type_


def _asked(notes: Notes, value: SgNode | None) -> str:
    """The query that a variable is set to: `Order.where().first()`."""
    if value is None or not notes.language.queries:
        return ""
    if notes.syntax.unwrapped:
        value = unwrapped(notes, value)
    if value.kind() not in notes.syntax.calls:
        written = value.text() if notes.syntax.queries.managers and len(value.text()) <= _LONGEST_CHAIN else ""
        return written if written[:1].isupper() and written.rpartition(".")[2] in notes.syntax.queries.managers else ""
    receiver, name = walked(notes, value, of_classes=True)
    found = resolved(notes, f"{receiver}.{name}()", notes.top) if name else ""
    return found if len(found) <= _LONGEST_CHAIN else ""


def named(notes: Notes, value: SgNode) -> str:
    """The type of a variable that another one is set to (`this.repo = repo`)."""
    name = value.text().lstrip("$@") if not value.children() or value.kind() == "variable_name" else ""
    return notes.top.type_of(name) if name.isidentifier() else ""


def _word(node: SgNode, kinds: dict[str, str]) -> str:
    """The first keyword of `kinds` among the node's own tokens (Kotlin's `class` and `interface` share a node kind)."""
    for child in node.children()[:8]:
        if child.kind() in kinds:
            return child.kind()
    return ""
