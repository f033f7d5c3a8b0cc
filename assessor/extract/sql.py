"""Which tables a text in SQL touches: no database's grammar, only the places where a table's name may stand.

In: `SELECT o.id FROM orders o, lines l JOIN "crm".customer c ON ...`; out: `(("crm.customer", "lines", "orders"), (), ())`.
One pass over the tokens, so that Oracle's bodies, half statements glued together in code, placeholders (`?`, `:id`, `{$prefix}`)
and broken text give what they show, in linear time. A full parser (sqlglot) refuses such text and takes a hundred times as long.
"""

import re

_TOKEN = re.compile(
    r"""--[^\n]*|/\*.*?(?:\*/|\Z)|'(?:[^'\\]|''|\\.)*'?|"[^"\n]*"|`[^`\n]*`|\[[A-Za-z_][^\]\n]*\]"""
    r"""|[\w$#@\u0080-\uffff?]+|[{}%:]+|\S""",
    re.DOTALL,
)
_OPENINGS = "select insert update delete merge replace with create alter drop truncate upsert lock begin declare"
_NEVER_A_TABLE = """
    select where set values on using as left right inner outer cross full natural join group order having limit union lateral only
    dual table unnest if not exists into from by and or case when then else end for with returning default is null
    delete update insert merge truncate drop alter create ignore low_priority delayed temporary temp tablespace database schema
    the a an this that your our its their all any each some my these those it
"""
_STARTS = frozenset(_OPENINGS.split())
_NO_TABLE = frozenset(_NEVER_A_TABLE.split())
_LIMIT = 2_000_000
_ENTITIES = frozenset(("Order", "Group", "Case"))
"""Words of SQL that, written like this, are names of classes in queries over objects (`from Order o`)."""
_PARTS = {
    "from": frozenset(("where", "join", "order", "group", "fetch")),
    "left": frozenset(("on", "using")),
    "inner": frozenset(("on", "using")),
    "join": frozenset(("on", "using")),
}
"""Parts of statements that queries over objects begin with, or that are added to one, and what must follow."""
_NAMED = re.compile(r"[A-Za-z_#@\u0080-\uffff][\w$#@\u0080-\uffff]*\Z")
_BEFORE_INTO = frozenset(("insert", "replace", "merge", "upsert", "ignore", "delayed"))
_BEFORE_OTHER_UPDATE = frozenset(("for", "on", "key", "after", "before", "or", "instead", ",", "of", "then"))
_FUNCTIONS_WITH_FROM = frozenset(("extract", "trim", "substring", "overlay", "position"))

Uses = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def looks_like_sql(text: str) -> bool:
    """True when `text` opens as a statement would and names what a statement must name; prose ("Select a file...") does not."""
    words = [word.lower() for word in re.findall(r"[A-Za-z_]+|\*", text[:2000].removeprefix("<script>"))[:200]]
    if words and words[0] in _PARTS:
        return bool(set(words[2:12]) & _PARTS[words[0]]) and (words[0] == "from" or "=" in text)
    if not words or words[0] not in _STARTS:
        return False
    followed = {
        "select": "from", "insert": "into", "update": "set", "delete": "from", "merge": "into", "replace": "into",
        "with": "as", "create": None, "alter": None, "drop": None, "truncate": None,
    }.get(words[0], "")  # fmt: skip
    if followed is None:
        return len(words) > 2 and bool({"table", "view", "index", "temporary", "unlogged", "global"} & set(words[1:4]))
    return bool(followed) and followed in words[1:]


def table_uses(sql: str, dialect: str | None = None) -> Uses:
    """The tables that are read, written and defined, as written without quotes (`schema.table`), each sorted, once each.

    `dialect` is sqlglot's name of it or None; it decides whether `SELECT ... INTO x` fills a table (tsql, postgres) or a
    variable. Names of common table expressions, functions and variables are no tables. Never raises.
    """
    tokens = [token for token in _TOKEN.findall(sql[:_LIMIT]) if not token.startswith(("--", "/*"))]
    lower = [token.lower() for token in tokens]
    reads: set[str] = set()
    writes: set[str] = set()
    defines: set[str] = set()
    expressions = _common_expressions(lower)
    depth_function: list[bool] = []
    statement = ""
    for at, word in enumerate(lower):
        before = lower[at - 1] if at else ""
        if word == "(":
            depth_function.append(before in _FUNCTIONS_WITH_FROM)
        elif word == ")" and depth_function:
            depth_function.pop()
        elif word == ";":
            statement = ""
        elif word in _STARTS and not statement:
            statement = word
        if word == "from" and not (depth_function and depth_function[-1]) and before != "distinct":
            deletes = before in ("delete", "quick") or (statement == "delete" and "delete" in lower[max(0, at - 2) : at])
            target = writes if deletes else reads
            _names(tokens, lower, _skip(lower, at + 1, ("(",)), target, expressions)
        elif word == "join" or (word == "using" and statement in ("merge", "delete")):
            _name(tokens, lower, _skip(lower, at + 1, ("fetch",)), reads, expressions)
        elif word == "into" and (before in _BEFORE_INTO or dialect in ("tsql", "postgres")):
            _name(tokens, lower, at + 1, writes, expressions)
        elif word == "update" and before not in _BEFORE_OTHER_UPDATE:
            start = _skip(lower, at + 1, ("low_priority", "ignore", "only"))
            if "set" in lower[start : start + 40]:
                _names(tokens, lower, start, writes, expressions)
        elif word == "table" and _definition(lower, at):
            target = writes if "truncate" in lower[max(0, at - 1) : at] else defines
            _name(tokens, lower, _skip(lower, at + 1, ("if", "not", "exists", "only")), target, expressions)
    return tuple(sorted(reads)), tuple(sorted(writes)), tuple(sorted(defines))


def spoken(sql: str) -> dict[str, str]:
    """What a statement reads and writes, as fields of a trait: `{"reads": "lines,orders", "writes": ""}`."""
    reads, writes, _ = table_uses(sql)
    return {"reads": ",".join(reads), "writes": ",".join(writes)}


def _definition(lower: list[str], at: int) -> bool:
    before = lower[max(0, at - 4) : at]
    return bool({"create", "truncate"} & set(before)) or before[-1:] == ["alter"]


def _common_expressions(lower: list[str]) -> frozenset[str]:
    """Names in `WITH x AS (`, `, y (a, b) AS (`."""
    found = set()
    for at, word in enumerate(lower):
        if word != "as" or (lower[at + 1 : at + 2] != ["("] and lower[at + 2 : at + 3] != ["("]):
            continue
        back = at - 1
        if back >= 0 and lower[back] == ")":
            while back > 0 and lower[back] != "(":
                back -= 1
            back -= 1
        if back > 0 and lower[back - 1] in ("with", "recursive", ","):
            found.add(lower[back].strip('"`[]'))
    return frozenset(found)


def _skip(lower: list[str], at: int, words: tuple[str, ...]) -> int:
    while at < len(lower) and lower[at] in words:
        at += 1
    return at


def _names(tokens: list[str], lower: list[str], at: int, into: set[str], expressions: frozenset[str]) -> None:
    """A list `a x, b AS y, c`; stops at the first thing that is neither a name nor an alias."""
    while True:
        at = _name(tokens, lower, at, into, expressions)
        if at < 0:
            return
        at = _skip(lower, at, ("as",))
        if at < len(lower) and _NAMED.match(tokens[at]) and lower[at] not in _NO_TABLE:
            at += 1
        if at >= len(lower) or lower[at] != ",":
            return
        at += 1


def _name(tokens: list[str], lower: list[str], at: int, into: set[str], expressions: frozenset[str]) -> int:
    """Adds the name at `at`, when there is one, and gives the place behind it, or -1."""
    parts: list[str] = []
    while at < len(tokens):
        token = tokens[at]
        quoted = token[0] in '"`[' and len(token) > 2
        plain = token[1:-1] if quoted else token
        if not quoted and (not _NAMED.match(token) or (lower[at] in _NO_TABLE and not parts and token not in _ENTITIES)):
            return -1
        parts.append(plain)
        at += 1
        if lower[at : at + 1] != ["."]:
            break
        at += 1
    if not parts:
        return -1
    following = lower[at : at + 1]
    name = ".".join(parts)
    opened = lower[at - 2 * len(parts) : at - 2 * len(parts) + 1]
    if following == ["("] and opened in (["from"], ["join"], ["("]):  # a function that gives rows
        return -1
    placeholder = parts[-1].startswith("{") and parts[-1].endswith("}")
    if placeholder or (following and following[0][0] in "{}%:") or name.startswith("@"):
        return -1
    if name.lower() not in expressions:
        into.add(name)
    return at
