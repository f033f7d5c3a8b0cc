"""What the findings of each rule are worth, from `judgements.jsonl`, as `rules/measured/precision.yml` holds it.

    python tests/benchmarks/precision/measured.py > rules/measured/precision.yml

Per rule: judged findings, no application counting more than ten. The share to be expected of an application that nobody has seen is
drawn towards that of the other rules of its family (concern) as if four more of its findings had been judged, and theirs towards .80.
"""

from collections import defaultdict
from typing import NamedTuple

import yaml
from report import judgements  # type: ignore[import-not-found]

from assessor import resources
from assessor.domain.knowledge import Knowledge
from assessor.knowledge.load import load

MOST, DRAWN, ALL = 10.0, 4.0, 0.80


class Worth(NamedTuple):
    right: float
    judged: float
    share: float


def worth(judged: list[dict[str, object]], known: Knowledge) -> dict[str, Worth]:
    """For every rule of ours that was judged, sorted by id."""
    families = {rule.id: rule.metadata.concern for rule in known.code if rule.metadata.mark}
    families |= {rule.id: rule.concern for rule in known.findings}
    of: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one in judged:
        of[str(one["rule"]), str(one["application"])].append(bool(one["verdict"]))
    rules: dict[str, list[float]] = {rule: [0.0, 0.0] for rule in families}
    for (rule, _), verdicts in sorted(of.items()):
        if rule in rules:
            weight = min(float(len(verdicts)), MOST)
            rules[rule][0] += weight * sum(verdicts) / len(verdicts)
            rules[rule][1] += weight
    family: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for rule, (right, all_) in rules.items():
        family[families[rule]][0] += right
        family[families[rule]][1] += all_
    found = {}
    for rule in sorted(rules):
        right, all_ = rules[rule]
        if not all_:
            continue
        of_family = _drawn(family[families[rule]][0] - right, family[families[rule]][1] - all_, ALL)
        share = _drawn(right, all_, min(of_family, ALL))  # a good family does not make a rule certain that nobody judged
        found[rule] = Worth(round(right, 1), round(all_, 1), round(share, 2))
    return found


def _drawn(right: float, all_: float, towards: float) -> float:
    return (right + DRAWN * towards) / (all_ + DRAWN)


def text(found: dict[str, Worth]) -> str:
    """The file of rules."""
    lines = [
        "id: precision",
        "note: Made by tests/benchmarks/precision/measured.py from judgements of findings in real applications; not edited by hand.",
        "source: tests/benchmarks/precision/judgements.jsonl",
        f"unjudged: {ALL:g}",
        "rules:",
    ]
    lines += [f"  {rule}: {{right: {one.right:g}, judged: {one.judged:g}, share: {one.share:g}}}" for rule, one in found.items()]
    written = "\n".join(lines) + "\n"
    assert yaml.safe_load(written)["rules"]
    return written


if __name__ == "__main__":
    print(text(worth(judgements(), load([resources.folder("rules")]).knowledge)), end="")
