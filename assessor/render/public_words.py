"""Words that tell nothing about a client: those of products, of rules, and of our own sentences."""

import re
from typing import Any

import msgspec

from assessor.domain.knowledge import Knowledge
from assessor.render.messages import messages
from assessor.resources import folder

WORD = re.compile(r"[^\W\d_][\w$]*")
OURS = "APP_VERSION APP_SOURCE BUNDLE_DIR heap jvm docker-compose env readme compose"
RUN = ("image", "data", "command", "environment", "init_folder")
"""What a container of a product is made of: its words are the product's."""
EXAMPLES = frozenset(
    {"examples", "counterexamples", "match", "miss", "invalid", "valid", "rule", "constraints", "utils", "transform"}
)


class PublicWords(msgspec.Struct, frozen=True):
    """In lower case: `technical` words of products and languages, `spoken` those our sentences are made of, `public` all that
    rules and templates use; `whole` are texts of ours as they are."""

    technical: frozenset[str]
    spoken: frozenset[str]
    public: frozenset[str]
    whole: frozenset[str]


def public_words(knowledge: Knowledge) -> PublicWords:
    """What may stay in a redacted report. Examples of rules are left out: they are made of invented clients."""
    technical: set[str] = set()
    public: set[str] = set()
    spoken: set[str] = set()
    whole: set[str] = set()

    def collect(value: Any, into: set[str]) -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                if key not in EXAMPLES:
                    collect(key, into)
                    collect(one, into)
        elif isinstance(value, list | tuple):
            for one in value:
                collect(one, into)
        elif isinstance(value, str):
            whole.add(value)
            into.update(word.lower() for word in WORD.findall(value))

    collect([*messages(), OURS], spoken)
    collect([(s.en, s.zh_CN) for book in knowledge.sentences for s in book.sentences], spoken)
    for group in (knowledge.code, knowledge.findings, knowledge.criteria):
        collect([(rule.message, getattr(rule, "note", ""), getattr(rule, "fix", "")) for rule in group], spoken)
    collect([path.read_text("utf-8") for path in sorted((folder("templates") / "containers").glob("*.j2"))], public)
    collect(msgspec.to_builtins(knowledge), public)
    for kinds in (knowledge.services, knowledge.runtimes, knowledge.languages):
        for kind in kinds:
            collect(f"{kind.id} {kind.name}", technical)
            container = getattr(kind, "container", None)
            collect(msgspec.to_builtins([getattr(container, one, "") for one in RUN]), technical)
    return PublicWords(
        frozenset(technical),
        frozenset(spoken),
        frozenset(technical | public | spoken),
        frozenset(text for text in whole if " " in text),
    )
