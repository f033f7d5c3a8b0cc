"""The shapes of `rules/languages/` and `rules/code/`: how a language is recognised and read."""

from typing import Any

from msgspec import Struct, field


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/languages/`. Adding a language means adding such a file and a folder of rules.

    `grammar` is ast-grep's name of the grammar; empty when none ships, then files are counted and recorded as not understood.
    `code` is false for markup and data, which never lower the coverage. `structure` says which syntax nodes declare,
    import, inherit and call (see `extract/structure.py`); `classes` is true where classes, not files, are the units.
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
    structure: dict[str, Any] = field(default_factory=dict)


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

    A rule with a `mark` is also a finding: `concern` is its row of the catalogue, `effort` person-days per kind of fix.
    """

    fact: str
    name: str = ""
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
