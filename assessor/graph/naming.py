"""Who is named after whom: `OrderService`, `CreateOrderRequest` and the table `orders` after `Order`.

Names are how the authors themselves say what belongs together, where structure is silent: messages, errors and forms hang on
their subject by name alone. Sources: Kuhn, Ducasse, Girba, "Semantic clustering: identifying topics in source code" (2007);
Mazlami, Cito, Leitner, "Extraction of microservices from monolithic software architectures" (2017). Packages are no part of a
name here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

import inflection

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_EVERYWHERE = 0.2
"""A word in the names of more than this share of all units is the application's own name or a habit, and tells nothing apart."""

Phrase = tuple[str, ...]


def named_after(names: Iterable[tuple[str, str]], layer_words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(name, the name it is called after) for `names` given as (id, simple name), sorted.

    Words for layers and roles are no subject. Who shares a subject hangs on the shortest of them; a longer subject
    (`order item`) hangs on the longest shorter one inside it that somebody has for their own, the first of equals.
    """
    vague = frozenset(layer_words)
    phrases = {id_: tuple(singularize(word) for word in words(simple) if word not in vague) for id_, simple in sorted(names)}
    seen = Counter(word for phrase in phrases.values() for word in set(phrase))
    common = {word for word, count in seen.items() if count > max(3, _EVERYWHERE * len(phrases))}
    groups: dict[Phrase, list[str]] = defaultdict(list)
    for id_, phrase in phrases.items():
        if set(phrase) - common:
            groups[phrase].append(id_)
    firsts = {phrase: min(members, key=lambda one: (len(one), one)) for phrase, members in groups.items()}
    ties = []
    for phrase, members in groups.items():
        first = firsts[phrase]
        ties += [(id_, first) for id_ in members if id_ != first]
        inside = next((part for part in _inside(phrase) if part in firsts), None)
        if inside is not None:
            ties.append((first, firsts[inside]))
    return tuple(sorted(ties))


@cache
def singularize(word: str) -> str:
    """The singular of a word; finding it tries some fifty patterns, and an application has few words."""
    return str(inflection.singularize(word))


def words(name: str) -> list[str]:
    """Lower-case words of three letters and more: `HTMLOrderItem_v2` is html, order, item. Numbers are no words."""
    return [word.lower() for word in _WORD.findall(name) if len(word) > 2]


def _inside(phrase: Phrase) -> Iterable[Phrase]:
    for length in range(len(phrase) - 1, 0, -1):
        for start in range(len(phrase) - length + 1):
            yield phrase[start : start + length]
