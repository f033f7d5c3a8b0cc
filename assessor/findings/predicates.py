"""The language of `when:` in `rules/findings/` and `rules/criteria/`.

A condition is one of

    {fact: setting, key: "*.ddl-auto", value: [create, create-drop]}     facts of a kind whose fields all match
    {figure: tables.shared, at_least: 3, at_most: 9}                      a number of `findings/figures.py`
    {any: [..]}  {all: [..]}  {not: {..}}                                 of conditions

A field matches a glob (`*` any text, case ignored; for `path` `**/` any folders, and a pattern without `/` means the file's
name), a list of them (any), `{matches: regex}`, `{at_least: n, at_most: n}`, `{is: exact}`, `{before: ISO date}`, `{not: pattern}`,
true/false or a number. Fields are those of `domain/facts.py`, of a trait also what its rule captured; besides, every fact has
`path`, `language`, `excerpt` and `rule`.

A fact condition may also say `not: {field: pattern}` (facts to leave out), `at_least: n` (so many hits), `distinct: field` (count
different values of it instead of hits), `files: n` (in so many files) and `capture: field` (what sentences call the hits).

`not:` as a condition of its own holds when nothing matches, and shows no hits. Anything else is a `RuleError`.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from assessor.domain.findings import Figure
from assessor.errors import RuleError, nearest
from assessor.findings.patterns import LONGEST_TEXT, expression, path_glob, text_glob
from assessor.findings.seen import KINDS, TRAIT, Index, Seen, shown, value_of


class Match(NamedTuple):
    """`hits` in the order of paths, `names` what they are called, distinct and sorted, `figure` the number compared."""

    holds: bool
    hits: tuple[Seen, ...] = ()
    names: tuple[str, ...] = ()
    figure: float = 0.0
    figures: tuple[Figure, ...] = ()


Figures = Mapping[str, Figure]
Condition = Callable[[Index, Figures], Match]
_OWN_WORDS = frozenset({"fact", "not", "at_least", "distinct", "files", "capture"})
_COMPARISONS = frozenset({"at_least", "at_most"})
NOTHING = Match(False)


class Predicate(NamedTuple):
    """A compiled `when:` and the kinds of facts it looks at."""

    match: Condition
    kinds: frozenset[str]


def predicate(when: Any, rule: str) -> Predicate:
    """`when` of the rule `rule`, compiled; RuleError names the rule and what may stand there."""
    kinds: set[str] = set()
    return Predicate(_condition(when, rule, kinds), frozenset(kinds))


def _wrong(rule: str, what: str, hint: str) -> RuleError:
    return RuleError(f"rule '{rule}': {what}", at=rule, hint=hint)


def _condition(when: Any, rule: str, kinds: set[str]) -> Condition:
    if not isinstance(when, Mapping):
        raise _wrong(rule, "a condition is a mapping", "write for instance 'when: {fact: trait, name: file.write}'")
    if "fact" in when:
        return _fact_condition(when, rule, kinds)
    if "figure" in when:
        return _figure_condition(when, rule)
    if len(when) != 1 or not set(when) <= {"any", "all", "not"}:
        key = sorted(map(str, when))[0] if when else ""
        hint = f"a condition holds 'fact', 'figure', 'any', 'all' or 'not'{nearest(key, ['fact', 'figure', 'any', 'all', 'not'])}"
        raise _wrong(rule, f"'{key}' is no condition", hint)
    if "not" in when:
        inner = _condition(when["not"], rule, kinds)
        return lambda facts, figures: Match(not inner(facts, figures).holds)
    word = "any" if "any" in when else "all"
    if not isinstance(when[word], list) or not when[word]:
        raise _wrong(rule, f"'{word}' needs a list of conditions", f"write '{word}:' and one condition per line after '- '")
    inner_conditions = [_condition(one, rule, kinds) for one in when[word]]
    return lambda facts, figures: _combined([one(facts, figures) for one in inner_conditions], word == "all")


def _combined(matches: list[Match], every: bool) -> Match:
    if not (all if every else any)(m.holds for m in matches):
        return NOTHING
    holding = [m for m in matches if m.holds]
    seen = {id(hit.fact): hit for m in holding for hit in m.hits}
    hits = tuple(sorted(seen.values(), key=lambda hit: hit.evidence))
    names = tuple(sorted({name for m in holding for name in m.names}))
    figure = next((m.figure for m in holding if m.figure), 0.0)
    return Match(True, hits, names, figure, tuple(f for m in holding for f in m.figures))


def _figure_condition(when: Mapping[str, Any], rule: str) -> Condition:
    extra = sorted(set(when) - _COMPARISONS - {"figure"})
    if extra or not set(when) & _COMPARISONS:
        raise _wrong(
            rule, "a figure is compared with 'at_least' or 'at_most'", f"take away {extra}" if extra else "add 'at_least: 1'"
        )
    name, low, high = str(when["figure"]), when.get("at_least", float("-inf")), when.get("at_most", float("inf"))

    def match(facts: Index, figures: Figures) -> Match:
        figure = figures.get(name)
        if figure is None or not low <= figure.value <= high:
            return NOTHING
        return Match(True, (), figure.names, figure.value, (figure,))

    return match


def _fact_condition(when: Mapping[str, Any], rule: str, kinds: set[str]) -> Condition:
    wanted = tuple(when["fact"]) if isinstance(when["fact"], list) else (str(when["fact"]),)
    for kind in wanted:
        if kind not in KINDS:
            raise _wrong(rule, f"there is no fact '{kind}'{nearest(kind, sorted(KINDS))}", "facts are " + ", ".join(sorted(KINDS)))
    kinds.update(wanted)
    tests = [(name, _field(name, wish, rule)) for name, wish in when.items() if name not in _OWN_WORDS]
    unwanted = [(name, _field(name, wish, rule)) for name, wish in dict(when.get("not") or {}).items()]
    at_least, files, distinct, capture = (
        when.get("at_least", 1),
        when.get("files", 1),
        when.get("distinct"),
        when.get("capture", ""),
    )

    places = _named(wanted, when.get("name"))

    def match(facts: Index, figures: Figures) -> Match:
        hits = [
            seen
            for kind in places
            for seen in facts.get(kind, ())
            if all(test(value_of(seen, name)) for name, test in tests)
            and not (unwanted and all(test(value_of(seen, name)) for name, test in unwanted))
        ]
        different = {str(value_of(seen, distinct)).lower() for seen in hits} if distinct else hits
        if not hits or len(different) < at_least or len({seen.path for seen in hits}) < files:
            return NOTHING
        hits.sort(key=lambda seen: seen.evidence)
        names = {shown(seen, distinct or capture) for seen in hits}
        return Match(True, tuple(hits), tuple(sorted(names - {""})))

    return match


def _named(kinds: tuple[str, ...], name: Any) -> tuple[str, ...]:
    """Where in the index to look: traits under their names, where these are stated in full."""
    names = name if isinstance(name, list) else [name]
    if kinds != (TRAIT,) or not all(isinstance(one, str) and one and not set(one) & set("*?") for one in names):
        return kinds
    return tuple(sorted({f"{TRAIT}:{one.lower()}" for one in names}))


def _field(name: str, wish: Any, rule: str) -> Callable[[Any], bool]:
    if isinstance(wish, bool | int | float):
        return lambda value: value == wish
    if isinstance(wish, list):
        tests = [_field(name, one, rule) for one in wish]
        return lambda value: any(test(value) for test in tests)
    if isinstance(wish, Mapping):
        return _comparison(name, wish, rule)
    if wish == "":
        return lambda value: value == ""
    glob = (path_glob if name == "path" else text_glob)(str(wish))
    return lambda value: value is not None and glob.match(_text(value)) is not None


def _comparison(name: str, wish: Mapping[str, Any], rule: str) -> Callable[[Any], bool]:
    if set(wish) == {"matches"}:
        try:
            regex = expression(str(wish["matches"]))
        except ValueError as error:
            raise _wrong(rule, f"'{name}': {error}", "make the expression shorter and simpler") from None
        return lambda value: value is not None and regex.search(_text(value)) is not None
    if set(wish) == {"not"}:
        inner = _field(name, wish["not"], rule)
        return lambda value: not inner(value)
    if set(wish) == {"before"}:
        return lambda value: isinstance(value, str) and "" < value < str(wish["before"])
    if set(wish) == {"is"}:
        return lambda value: bool(value == wish["is"])
    if wish and set(wish) <= _COMPARISONS:
        low, high = wish.get("at_least", float("-inf")), wish.get("at_most", float("inf"))
        return lambda value: (number := _number(value)) is not None and low <= number <= high
    key = sorted(map(str, wish))[0] if wish else ""
    raise _wrong(
        rule, f"'{name}' cannot be compared by '{key}'", "use a glob, a list, matches, is, before, not, at_least or at_most"
    )


def _text(value: Any) -> str:
    return (value if isinstance(value, str) else " ".join(map(str, value)) if isinstance(value, tuple) else str(value))[
        :LONGEST_TEXT
    ]


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
