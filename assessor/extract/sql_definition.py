"""Statements of SQL that define tables, as tokens: their items, their foreign keys, their names; no grammar of any dialect.

In: the tokens of `ALTER TABLE a ADD FOREIGN KEY (b, c) REFERENCES d (e, f)`; out: `(("b", "c"), "d", ("e", "f"))`.
"""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""--[^\n]*|'(?:[^'\\]|''|\\.){0,20000}'?|"[^"\n]*"|`[^`\n]*`|\[[A-Za-z_][^\]\n]*\]|[\w$#@\u0080-\uffff]+"""
    r"""|\n[ \t]*(?:GO|go|/)[ \t]*(?=\n|\Z)|\S""",
    re.DOTALL,
)
_PART = re.compile(r"\"[^\"]{1,128}\"|`[^`]{1,128}`|\[[^\]]{1,128}\]|[^.\s\"`\[\]]{1,128}")
NAME = (
    r"(?P<name>(?:[\w$#@\u0080-\uffff]{1,128}|\"[^\"\n]{1,128}\"|`[^`\n]{1,128}`"
    r"|\[[^\]\n]{1,128}\])(?:\s?\.\s?(?:[\w$#@\u0080-\uffff]{1,128}|\"[^\"\n]{1,128}\"|`[^`\n]{1,128}`"
    r"|\[[^\]\n]{1,128}\])){0,3})"
)
TABLE = re.compile(
    r"(?is)create\s{1,8}(?:or\s{1,8}replace\s{1,8})?(?P<kind>(?:\w{1,20}\s{1,8}){0,3}?)table\s{1,8}(?:i"
    r"f\s{1,8}not\s{1,8}exists\s{1,8})?" + NAME
)
ALTER = re.compile(r"(?is)alter\s{1,8}table\s{1,8}(?:if\s{1,8}exists\s{1,8})?(?:only\s{1,8})?" + NAME)
LONGEST_STATEMENT = 200_000
_WORDS = "constraint foreign primary unique key index check period exclude fulltext spatial like using"
NO_COLUMN = frozenset(_WORDS.split())
"""Words that open an item between the brackets of CREATE TABLE which is no column."""


def plain_name(name: str) -> str:
    """The name without quotes and without the schema that every database has by default."""
    parts = [part.strip('"`[]') for part in _PART.findall(name)]
    if len(parts) > 1 and parts[-2].lower() in ("public", "dbo"):
        parts = parts[-1:]
    return ".".join(parts[-2:])


def tokens_from(text: str, start: int) -> list[str]:
    """The tokens up to the end of the statement: a semicolon outside brackets, GO or / on a line, a CREATE at a line's start."""
    found: list[str] = []
    depth = 0
    for match in _TOKEN.finditer(text, start, min(len(text), start + LONGEST_STATEMENT)):
        token = match[0]
        if token.startswith("--"):
            continue
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
        elif (
            (token == ";" and (depth <= 0 or text[match.end() : match.end() + 1] in ("\n", "")))
            or token[0] == "\n"
            or (token.lower() == "create" and text[match.start() - 1 : match.start()] == "\n")
        ):
            break
        found.append(token)
    return found


Key = tuple[str, tuple[str, ...], str, tuple[str, ...]]
"""Table, its columns, the other table, the columns there."""


def keys_defined(sql: str) -> Iterator[Key]:
    """The foreign keys of one statement in a program's text: `ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (d)`."""
    if "references" not in sql.lower():
        return
    start = len(sql) - len(sql.lstrip())
    made, changed = TABLE.match(sql, start), ALTER.match(sql, start)
    if changed:
        for key in foreign_keys(tokens_from(sql, changed.end()), ""):
            yield plain_name(changed["name"]), *key
    elif made:
        tokens = tokens_from(sql, made.end())
        for item in items(tokens[1:]) if tokens[:1] == ["("] else ():
            first = item[0].strip('"`[]')
            for key in foreign_keys(item, "" if first.lower() in NO_COLUMN else first):
                yield plain_name(made["name"]), *key


def items(tokens: list[str]) -> Iterator[list[str]]:
    """The comma-separated items up to the closing bracket; brackets inside are kept as tokens."""
    depth = 0
    item: list[str] = []
    for token in tokens:
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
            if depth < 0:
                break
        if token == "," and depth == 0:
            if item:
                yield item
            item = []
        else:
            item.append(token)
    if item:
        yield item


def foreign_keys(tokens: list[str], column: str) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """(columns, target, target columns) of each REFERENCES; columns as in FOREIGN KEY (...), else the column itself."""
    columns: tuple[str, ...] = (column,) if column else ()
    lower = [token.lower() for token in tokens]
    index = 0
    while index < len(tokens):
        if lower[index] == "foreign" and lower[index + 1 : index + 2] == ["key"]:
            opening = next((n for n in range(index + 2, min(index + 5, len(tokens))) if tokens[n] == "("), 0)
            if opening:
                columns, index = _bracketed(tokens, opening)
        elif lower[index] in ("column", "add") and index + 1 < len(tokens) and lower[index + 1] not in NO_COLUMN | {"column", "("}:
            columns = (tokens[index + 1].strip('"`[]'),)
        elif lower[index] == "references" and index + 1 < len(tokens):
            end = index + 2
            while end + 1 < len(tokens) and tokens[end] == ".":
                end += 2
            target = plain_name("".join(tokens[index + 1 : end]))
            others, index = _bracketed(tokens, end) if tokens[end : end + 1] == ["("] else ((), end - 1)
            if re.match(r"[\w$#@\u0080-\uffff]", target):
                yield columns, target, others
        index += 1


def _bracketed(tokens: list[str], opening: int) -> tuple[tuple[str, ...], int]:
    """The names between brackets and the index of the closing one; lengths and orders (`name(10) ASC`) are dropped."""
    names: list[str] = []
    depth, fresh = 0, True
    for index in range(opening, len(tokens)):
        token = tokens[index]
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
            if depth == 0:
                return tuple(names), index
        elif token == ",":
            fresh = True
        elif fresh and depth == 1:
            names.append(token.strip('"`[]'))
            fresh = False
    return tuple(names), len(tokens)
