"""The shapes of `rules/languages/` and `rules/code/`: how a language is recognised and read.

A `Path` leads from a syntax node to others: steps separated by blanks, each a field's name, `>kind` for children of that kind,
`>*` for all named children, `>1` for the first of them, `>2` for the second, `^` for the parent. `declarator name` is the field
`name` of every field `declarator`.
"""

from typing import Any, Literal

from msgspec import Struct, field

Path = str


class DeclarationSyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """A node kind that declares. `kind` as in `Declaration`; a `function` inside a class becomes a `method`.

    `holder` leads to the name of the class a method written outside it belongs to (Go's receiver), `parameters` to the types of
    the parameters, `extending` to the word that makes the first of them the type that the method is added to (C#'s `this`),
    `receiver` to that type where it stands apart (Kotlin). `bounds` leads to type parameters, each a name and the type it stands
    for at least. `delegating` leads to types all of whose members are passed on to another object.
    `implementing` tells, where one list names the base class and the interfaces, which names are interfaces.
    """

    kind: str
    name: Path = "name"
    type: Path = ""
    value: Path = ""
    extends: tuple[Path, ...] = ()
    implements: tuple[Path, ...] = ()
    implementing: str = ""
    abstract: bool = False
    holder: Path = ""
    parameters: Path = ""
    extending: Path = ""
    receiver: Path = ""
    bounds: Path = ""
    delegating: Path = ""
    kinds: dict[str, str] = field(default_factory=dict)
    when: Path = ""


class ImportSyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """A node kind that imports. Without `items` the module itself is imported, else `module` + `join` + the item's name.

    `words` gives the name of an item by its kind (`*`, `default`); `wildcard` leads to a node whose presence means all names;
    `plain` ends the target of an import that names no item (C#: a namespace, `.*`); `before` puts a word in front where a
    child of that kind stands (`static`). `skip` leads to a node whose presence means that this is no import.
    """

    module: Path = ""
    items: tuple[Path, ...] = ()
    name: Path = ""
    alias: Path = ""
    join: str = "."
    words: dict[str, str] = field(default_factory=dict)
    wildcard: Path = ""
    plain: str = ""
    before: dict[str, str] = field(default_factory=dict)
    skip: Path = ""
    needs: Path = ""


class CallSyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """A node kind that calls. Either `receiver` and `name` lead from it, or `callee` leads to a node of a kind in `members`,
    which then leads on to receiver and name. `importing` and `including` name functions that load other files. `chained`:
    calls on the result of a call are read (`a.b().c()`), worth it where results have declared types; `elements` names methods
    that give one of the things a collection holds (`get`, `First`). `repeating` are methods that call what they are handed once for
    each of the receiver's things.
    `base`: `name` leads to the word for the base class, the constructor of which is called, or to another word."""

    name: Path = ""
    receiver: Path = ""
    callee: Path = ""
    members: tuple[str, ...] = ()
    arguments: Path = "arguments"
    importing: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    mixing: tuple[str, ...] = ()
    repeating: tuple[str, ...] = ()
    chained: bool = False
    base: bool = False
    elements: tuple[str, ...] = ()


class AccessSyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """A node kind that reaches a member of `receiver` without calling it; without a `name` it is one of the receiver's elements."""

    receiver: Path
    name: Path = ""


class QuerySyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """How objects ask the database.

    A chain of calls (`Order.where(...).delete`) in which one of `words` stands (`find_by_*`: one that begins so) is kept whole,
    and so is what a variable is set to by one; `containers` are those of them that lists and maps know as well. `handing` are
    methods whose arguments say what is kept or asked for (`session.save(order)`), where what is written before them, or its type,
    fits the expression `keeping`; `classes` leads from a node that names a class itself (`Order.class`) to its name, by the
    node's kind. `starting` are methods, after such a text too, whose argument or type argument is what the rest of the chain asks
    (`db.Model(&Order{}).Delete()`, `context.Set<Order>().Where(...)`). `saving` are methods that write whatever was changed since
    it was loaded: where one of them is called, setting a member of an object is a write. `managed` are annotations of entities of
    which a transaction writes what was changed when it ends, without a call that says so.

    `holding` fits types through which things of one class are asked for, its group the class (`Repository<Order>`); fields of types
    that fit `sets` name the table of that class, where no mapping does (`DbSet<Order> Orders`).

    `bases` are classes whose heirs are entities without a mapping of their own, each with the way their tables are called (see
    `graph/entities.py`): `plural` (`OrderLine` -> `order_lines`), `snake`, `application` (Django: `shop_orderline`).
    `managers` are members of entities on which everything that is called goes to the table (`Order.objects`).
    `heirs`: an heir of an entity lies in the same table (Rails), else it has its own. `foreign` are entities of libraries, by
    qualified name, with their tables; `lent` fits the names of others that are asked through a manager, its groups the
    application and the class. Heirs of classes in `managing` keep the entity that holds them or that they are called after.
    `making` are methods of a factory whose result is what its type argument says. `inherited` are members that heirs of a
    library's class have, each with its table. What is called after one of `loading` happens in memory.
    """

    words: tuple[str, ...] = ()
    handing: tuple[str, ...] = ()
    keeping: str = "."
    classes: dict[str, Path] = field(default_factory=dict)
    containers: tuple[str, ...] = ()
    starting: tuple[str, ...] = ()
    saving: tuple[str, ...] = ()
    managed: tuple[str, ...] = ()
    holding: str = ""
    sets: str = ""
    bases: dict[str, Literal["plural", "snake", "application"]] = field(default_factory=dict)
    managers: tuple[str, ...] = ()
    heirs: bool = False
    foreign: dict[str, str] = field(default_factory=dict)
    lent: str = ""
    managing: tuple[str, ...] = ()
    making: tuple[str, ...] = ()
    loading: tuple[str, ...] = ()
    inherited: dict[str, dict[str, str]] = field(default_factory=dict)


class VariableSyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """A node kind that names a value: parameters, locals, assignments. One with a child of a kind in `promoting` is a field;
    with `each`, the value is a collection and the name stands for its elements, inside of the node."""

    name: Path = "name"
    type: Path = ""
    value: Path = ""
    promoting: tuple[str, ...] = ()
    each: bool = False


class TextSyntax(Struct, frozen=True, forbid_unknown_fields=True):
    """How constant text is written: `literals` are quoted, `pieces` their parts that stand for themselves, `quotes` their marks,
    anything else in them is filled in. `joins` are concatenations, with these `operators` between (none: side by side);
    `places` are names of the file's own place; `folder_of` names the function that leads to the folder above, `define` the one
    that defines a constant.
    """

    literals: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    wrappers: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    places: dict[str, str] = field(default_factory=dict)
    folder_of: str = ""
    define: str = ""


class Resolution(Struct, frozen=True, forbid_unknown_fields=True):
    """What names and imports mean (see `graph/resolve.py`).

    `by`: `names` - an import brings a qualified name into view, and its use is the dependency (Java, C#, PHP, Ruby); or the
    import itself is the dependency, on a file: `modules` - dotted names of files (Python), `paths` - paths (JavaScript), or on a
    folder: `packages` - below the module that a manifest names (Go).

    For names: `nested` - enclosing namespaces are searched too; `strict` - inside a namespace a name without one belongs to it;
    `caseless` - case does not matter; `lexical` - of the namespaces in a type's own name only those count that the file opens by
    themselves (Ruby: `class Admin::Page` sees nothing of `Admin`); `partial` - a type may be declared in several files;
    `declaring` - an inherited member that is used is a dependency on the type that declares it; `outside` - functions and values
    outside of types are followed like members, and values may have a type that only follows from what they are set to;
    `getters` - `getName()` and `name` may stand for each other between the languages of a family.
    For modules: `markers` stand for their folder; `roots` are folders that are no part of names; `endings` of files.
    For paths: `endings` and `indexes` are tried after a path, `compiled` maps an ending to those it is made from, `aliases`
    stand for a folder below the nearest source folder (`sources`).
    """

    by: Literal["names", "modules", "paths", "packages"] = "names"
    nested: bool = False
    strict: bool = False
    caseless: bool = False
    partial: bool = False
    lexical: bool = False
    declaring: bool = False
    outside: bool = False
    getters: bool = False
    markers: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    compiled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


class Structure(Struct, frozen=True, forbid_unknown_fields=True):
    """Which syntax nodes carry a program's structure (see `extract/structure.py`). `separator` joins namespaces.

    `own` and `parent` are the words for the object itself and its base class, `constructed` is an expression for calls that make
    an object, its first group the class; `mentioned` tells names of classes from others; `builtin` names lead nowhere;
    `transparent` are generic types that behave as their argument (`Optional[Order]`). `casts` lead to the type that an expression
    is taken for, `unwrapped` are kinds around the expression they stand for (`await`), `inferred` words for types that follow
    from the value (`var`), `blocks` open a scope for names. `passed` are functions that are handed to a call, each with the way to
    its first parameter: where the call repeats them, that is one of what the call's receiver holds; or to a symbol, the name of the
    method that is called on each (`orders.each(&:save)`). `program` is the namespace, and the function in it, that make a folder a
    program.
    """

    separator: str = "."
    program: str = ""
    resolution: Resolution = Resolution()
    namespaces: dict[str, Path] = field(default_factory=dict)
    declarations: dict[str, DeclarationSyntax] = field(default_factory=dict)
    imports: dict[str, ImportSyntax] = field(default_factory=dict)
    calls: dict[str, CallSyntax] = field(default_factory=dict)
    accesses: dict[str, AccessSyntax] = field(default_factory=dict)
    casts: dict[str, Path] = field(default_factory=dict)
    unwrapped: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    passed: dict[str, Path] = field(default_factory=dict)
    creations: dict[str, Path] = field(default_factory=dict)
    annotations: dict[str, Path] = field(default_factory=dict)
    variables: dict[str, VariableSyntax] = field(default_factory=dict)
    mentions: dict[str, Path] = field(default_factory=dict)
    includes: dict[str, Path] = field(default_factory=dict)
    mixins: dict[str, Path] = field(default_factory=dict)
    loops: tuple[str, ...] = ()
    iterated: dict[str, Path] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    constructed: str = ""
    mentioned: str = ""
    abstract: tuple[str, ...] = ()
    builtin: tuple[str, ...] = ()
    transparent: tuple[str, ...] = ()
    text: TextSyntax = TextSyntax()
    queries: QuerySyntax = QuerySyntax()


class Island(Struct, frozen=True, forbid_unknown_fields=True):
    """Code that stands between other text: everything outside `opening` ... `closing` is blanked before parsing.

    `opening` lists regular expressions, the longest first; `begins` is written after it and `ends` in place of `closing`, so that
    a statement ends there; `quotes` is false where `closing` ends the island even inside strings and comments. Without a
    `closing`, `until` tells the end: `bracket` - the one that closes the bracket with which the opening ends, `expression` - of
    a name with what is reached and called from it, `condition` - of a word with what stands in brackets behind it.
    With `code: false` the island is blanked like the text around it (comments). Islands are tried in their order.
    """

    opening: tuple[str, ...]
    closing: str = ""
    until: Literal["", "bracket", "expression", "condition"] = ""
    begins: str = ""
    ends: str = ""
    quotes: bool = True
    code: bool = True


class TextReference(Struct, frozen=True, forbid_unknown_fields=True):
    """What a file refers to outside of its code: the first group of `pattern`, split at `separator`, is the target of a reference
    of this `kind` (see `Reference`); `beginning` and `ending` are added, the ending where it lacks; `replacing` says what stands
    for what in it."""

    kind: str
    pattern: str
    separator: str = ""
    beginning: str = ""
    ending: str = ""
    replacing: dict[str, str] = field(default_factory=dict)


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/languages/`. Adding a language means adding such a file and a folder of rules.

    `grammar` is ast-grep's name of the grammar; empty when none ships, then files are counted and recorded as not understood.
    `code` is false for markup and data, which never lower the coverage. `structure` says which syntax nodes declare,
    import, inherit and call; `classes` is true where classes, not files, are the units. `rules` names languages whose code
    rules apply here as well (TypeScript's to TSX), `structure_of` one whose structure is the same. Types and functions are known to
    the languages of one `family` (Java, Kotlin), which is the grammar where none is stated. `conditions`: lines such as
    `#if DEBUG` take code out before it is compiled (see `extract/directives.py`). `unless` finds files whose code is in another
    language; imports of files that are called as in `shares` hold for all files in and below their folder.
    """

    id: str
    name: str
    extensions: tuple[str, ...] = ()
    filenames: tuple[str, ...] = ()
    shebangs: tuple[str, ...] = ()
    grammar: str = ""
    code: bool = True
    classes: bool = False
    line_comments: tuple[str, ...] = ()
    block_comments: tuple[tuple[str, str], ...] = ()
    structure: Structure = Structure()
    islands: tuple[Island, ...] = ()
    unless: str = ""
    references: tuple[TextReference, ...] = ()
    shares: tuple[str, ...] = ()
    conditions: bool = False
    rules: tuple[str, ...] = ()
    structure_of: str = ""
    family: str = ""

    @property
    def kin(self) -> str:
        """What the languages whose names mean the same things have in common."""
        return self.family or self.grammar


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text that a rule must find something in. `yields` are fields the fact must have, `path` the file name it is tried under."""

    code: str
    yields: dict[str, Any] = field(default_factory=dict)
    path: str = ""
    count: int = 1


class Translation(Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of a rule in another language."""

    message: str
    note: str = ""
    fix: str = ""


class CodeRuleMetadata(Struct, frozen=True, forbid_unknown_fields=True):
    """What a match of a code rule means. `fact` is a tag of `domain/facts.py` (`trait` with `name`, `connection`, `endpoint`,
    `remote-call`, `table-use`, `transaction`, `setting`, `process`...); `fields` fills it from metavariables.

    `glance` is a regular expression of Python that stands in every file in which the rule can find anything, for rules whose words
    alone let many files through: looking is a hundred times as fast as asking the rule.
    A rule with a `mark` is also a finding: `concern` is its row of the catalogue, `effort` person-days per kind of fix.
    """

    fact: str
    name: str = ""
    glance: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    invalid: tuple[Example, ...] = ()
    valid: tuple[str, ...] = ()
    mark: str = ""
    concern: str = ""
    effort: tuple[float, float] = (0.0, 0.0)
    fix: str = ""
    confidence: float = 1.0
    zh_CN: Translation | None = field(default=None, name="zh-CN")


class CodeRule(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/code/<language>/`: an ast-grep rule whose own keys ast-grep's command understands unchanged."""

    id: str
    language: str
    message: str
    rule: dict[str, Any]
    metadata: CodeRuleMetadata
    severity: str = "info"
    note: str = ""
    url: str = ""
    constraints: dict[str, Any] | None = None
    utils: dict[str, Any] | None = None
    transform: dict[str, Any] | None = None
    source: str = ""
