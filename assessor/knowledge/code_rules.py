"""Checks code rules when they are loaded: what ast-grep would answer with a panic in the middle of a run is an error here.

In: `CodeRule`s and `Language`s with the files they come from. Out: nothing, or a `RuleError` with file, line and hint.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from ast_grep_py import SgRoot

from assessor.domain.language import CodeRule, Language
from assessor.errors import RuleError, nearest

FACTS = (
    "connection",
    "endpoint",
    "endpoint-base",
    "endpoint-mount",
    "foreign-key",
    "injection",
    "port",
    "process",
    "registration",
    "remote-call",
    "setting",
    "table-use",
    "trait",
    "transaction",
)
MARKS = ("", "blocker", "handled", "fine", "booster")
_BY_KIND = (
    "namespaces",
    "declarations",
    "imports",
    "calls",
    "accesses",
    "creations",
    "annotations",
    "variables",
    "mentions",
    "includes",
    "mixins",
)
"""The parts of a language's structure whose keys are kinds of nodes that a file is searched for."""
_METAVARIABLE = re.compile(r"(?<!\$)\$([A-Z][A-Z0-9_]*)")


def check(rules: Sequence[CodeRule], languages: Sequence[Language], places: Mapping[str, str] | None = None) -> None:
    """Raises for the first rule that could not be run. `places` maps rule ids to their files."""
    grammars = {language.id: language.grammar for language in languages}
    spoken = sorted(name for name, grammar in grammars.items() if grammar)
    for rule in rules:
        place = (places or {}).get(rule.id, rule.id)
        if not grammars.get(rule.language):
            raise RuleError(
                f"no rules can be written for the language '{rule.language}'{nearest(rule.language, spoken)}",
                at=_at(place, "language:"),
                hint=f"one of: {', '.join(spoken)}",
            )
        _check_meaning(rule, place)
        for pattern in _patterns(rule.rule):
            repeated = [name for name in set(_METAVARIABLE.findall(pattern)) if len(re.findall(rf"(?<!\$)\${name}\b", pattern)) > 1]
            if repeated:
                raise RuleError(
                    f"the pattern uses ${repeated[0]} twice, which can crash ast-grep on deep expressions",
                    at=_at(place, "pattern"),
                    hint="give each place its own name and compare them in a constraint",
                )
        config: dict[str, Any] = {"rule": rule.rule}
        for key in ("constraints", "utils", "transform"):
            if getattr(rule, key):
                config[key] = getattr(rule, key)
        try:
            root: Any = SgRoot("", grammars[rule.language]).root()
            root.find_all(config)
        except Exception as error:
            raise RuleError(
                f"ast-grep refuses the rule: {_cause(error)}", at=_at(place, "rule:"), hint="try it in the ast-grep playground"
            ) from None


def check_structures(languages: Sequence[Language], places: Mapping[str, str] | None = None) -> None:
    """Raises for the first language that reads nodes which its grammar does not have: no file of that language could be read."""
    for language in languages:
        structure = language.structure
        kinds = sorted(
            {kind for part in _BY_KIND for kind in getattr(structure, part)} | {*structure.loops, *structure.blocks},
        )
        if not language.grammar or not kinds:
            continue
        root: Any = SgRoot("", language.grammar).root()
        if _known(root, kinds):
            continue
        unknown = next(kind for kind in kinds if not _known(root, [kind]))
        place = (places or {}).get(language.id, f"languages/{language.id}.yml")
        raise RuleError(
            f"the grammar '{language.grammar}' has no node of kind '{unknown}'",
            at=_at(place, unknown),
            hint="look up the names of nodes in the ast-grep playground",
        )


def _known(root: Any, kinds: Sequence[str]) -> bool:
    try:
        root.find_all({"rule": {"any": [{"kind": kind} for kind in kinds]}})
    except RuntimeError:
        return False
    return True


def with_structures(languages: Sequence[Language]) -> tuple[Language, ...]:
    """The languages, each with the structure of the one it names in `structure_of`."""
    known = {language.id: language for language in languages}
    result = []
    for language in languages:
        if language.structure_of:
            like = known.get(language.structure_of)
            if like is None:
                raise RuleError(
                    f"the language '{language.id}' has the structure of '{language.structure_of}', which does not exist"
                    f"{nearest(language.structure_of, sorted(known))}",
                    at=f"languages/{language.id}.yml",
                    hint="name the id of a language with a structure of its own",
                )
            language = msgspec.structs.replace(language, structure=like.structure)
        result.append(language)
    return tuple(result)


def _check_meaning(rule: CodeRule, place: str) -> None:
    fact, mark = rule.metadata.fact, rule.metadata.mark
    if fact not in FACTS:
        raise RuleError(
            f"unknown fact '{fact}'{nearest(fact, list(FACTS))}", at=_at(place, "fact:"), hint=f"one of: {', '.join(FACTS)}"
        )
    if fact == "trait" and not rule.metadata.name:
        raise RuleError(
            "a trait needs a name", at=_at(place, "fact:"), hint="add 'name: session.write' or the like below 'metadata'"
        )
    if mark not in MARKS:
        raise RuleError(
            f"unknown mark '{mark}'{nearest(mark, list(MARKS))}", at=_at(place, "mark:"), hint=f"one of: {', '.join(MARKS[1:])}"
        )
    try:
        re.compile(rule.metadata.glance)
    except re.error as error:
        raise RuleError(
            f"'glance' is no regular expression: {error}", at=_at(place, "glance:"), hint="it is one of Python's, not of ast-grep's"
        ) from None


def _patterns(rule: Any) -> list[str]:
    if isinstance(rule, dict):
        own = rule.get("pattern")
        found = [own if isinstance(own, str) else str(own.get("context", ""))] if own else []
        return found + [pattern for key, value in rule.items() if key != "pattern" for pattern in _patterns(value)]
    if isinstance(rule, list):
        return [pattern for each in rule for pattern in _patterns(each)]
    return []


def _cause(error: BaseException) -> str:
    """The innermost reason of ast-grep's chain of them."""
    lines = [line.strip() for line in str(error).partition("Stack backtrace")[0].splitlines() if line.strip()]
    return re.sub(r"^\d+: |^error: ", "", lines[-1])[:200] if lines else type(error).__name__


def _at(place: str, word: str) -> str:
    """The file with the line that holds `word`, where the file can be seen."""
    from pathlib import Path

    path = Path(place)
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip().startswith((word, f"- {word}", f"{{ {word}")) or f" {word}" in line:
                return f"{place}:{number}"
    return place
