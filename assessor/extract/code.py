"""From the text of one code file to facts: what it declares and refers to, and what the rules of its language find in it.

In: `class A { @Transactional void pay() {...} }` with its language and rules. Out: a `CodeReading`. The text is parsed once.
"""

import msgspec
from ast_grep_py import SgRoot
from msgspec import Struct

from assessor.domain.endpoint_paths import named
from assessor.domain.facts import Evidence, Fact
from assessor.domain.language import CodeRule, Language
from assessor.extract import code_facts, guard, structure
from assessor.extract.directives import without_conditions
from assessor.extract.endpoint_paths import Base, Found, under_bases
from assessor.extract.islands import only_code, references
from assessor.extract.matching import Matcher
from assessor.extract.prefilter import Prefilter, needs

EXCERPT_LENGTH = 200


class CodeReading(Struct, frozen=True):
    """Facts sorted by kind and content. `namespace` is what the text declares; `code_lines` are neither blank nor comment;
    `remarks` say what was left out because it is too much."""

    namespace: str
    facts: tuple[Fact, ...]
    code_lines: int
    remarks: tuple[str, ...] = ()


def read(text: str, path: str, language: Language, rules: tuple[CodeRule, ...]) -> CodeReading:
    """Facts of one file. `Unreadable` for text that must not be parsed (see `extract/guard.py`)."""
    guard.check(text)
    parsed = only_code(text, language) if language.islands else text
    parsed = without_conditions(parsed) if language.conditions else parsed
    root = SgRoot(parsed, language.grammar).root()
    outline = structure.read(root, language)
    lines = text.split("\n")
    found: list[Found] = []
    remarks: list[str] = []
    bases: list[Base] = []
    for matcher in prepared(language, rules).candidates(parsed):
        rule = matcher.rule
        for node in matcher.find(root, remarks) if matcher.can_match(parsed) else ():
            place = node.range()
            start, line = place.start, place.start.line
            evidence = Evidence(path, line + 1, rule.id, _excerpt(lines, line))
            owner = outline.owner(start.index)
            values = code_facts.fields(rule, node, outline.texts)
            if rule.metadata.fact == "endpoint-base":
                name, on = values.get("name", ""), values.get("under", "")
                bases.append(Base(owner, named(values.get("path", ""), values), start.index, place.end.index, name, on))
                if values.get("heirs"):
                    found.append(Found(start.index, code_facts.inherited(values, owner, evidence), values))
            else:
                found.extend(Found(start.index, fact, values) for fact in code_facts.facts(rule, values, owner, evidence))
    facts: set[Fact] = {*outline.declarations, *outline.references, *under_bases(found, bases)}
    if language.references:
        facts.update(references(text, language))
    return CodeReading(outline.namespace, tuple(sorted(facts, key=_order)), code_lines(lines, language), tuple(remarks))


def _excerpt(lines: list[str], line: int) -> str:
    """The line, or where it holds nothing but the beginning of a text, the first one below that says something."""
    for text in lines[line : line + 3]:
        if any(map(str.isalnum, text)):
            return text.strip()[:EXCERPT_LENGTH]
    return lines[line].strip()[:EXCERPT_LENGTH]


_prepared: dict[str, tuple[tuple[CodeRule, ...], Prefilter[Matcher]]] = {}


def prepared(language: Language, rules: tuple[CodeRule, ...]) -> Prefilter[Matcher]:
    """The rules of a language, compiled once for all its files. Of the rules that it shares with another language (JavaScript has
    TypeScript's) those are left out that ask for nodes which its own grammar does not have: they could find nothing."""
    known = _prepared.get(language.id)
    if known is None or known[0] is not rules:
        nothing = SgRoot("", language.grammar).root()
        matchers = [Matcher(rule) for rule in rules]
        own = [each for each in matchers if each.rule.language == language.id or each.can_run(nothing)]
        prefilter = Prefilter([(each, needs(each.rule.rule, each.rule.constraints)) for each in own])
        known = _prepared[language.id] = (rules, prefilter)
    return known[1]


def _order(fact: Fact) -> tuple[str, tuple[object, ...]]:
    return type(fact).__name__, msgspec.structs.astuple(fact)


def code_lines(lines: list[str], language: Language) -> int:
    """Lines that are neither blank nor only comment; a comment sign inside a string may cost a line."""
    signs = language.line_comments
    blocks = language.block_comments
    closing = ""
    count = 0
    for line in lines:
        stripped = line.strip()
        if closing:
            if closing not in stripped:
                continue
            stripped = stripped.partition(closing)[2].strip()
            closing = ""
        if not stripped or (signs and stripped.startswith(signs)):
            continue
        for opening, end in blocks:
            if stripped.startswith(opening):
                rest = stripped[len(opening) :]
                if end not in rest:
                    closing, stripped = end, ""
                else:
                    stripped = rest.partition(end)[2].strip()
                break
        count += bool(stripped)
    return count
