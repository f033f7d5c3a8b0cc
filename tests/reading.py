"""Reads small trees given as text, in this process: path -> text becomes facts and a graph, as a run would make them."""

from hashlib import blake2b

import msgspec

from assessor.discover.classify import Classifier
from assessor.domain.architecture import Architecture
from assessor.domain.facts import FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.sources import SourceFile
from assessor.extract.read import prepare, read_text
from assessor.graph.build import build


def read(files: dict[str, str], knowledge: Knowledge) -> tuple[FileFacts, ...]:
    """Facts of a tree of texts."""
    prepare(msgspec.msgpack.encode((knowledge.languages, knowledge.code)))
    classifier = Classifier(knowledge.roles, knowledge.languages)
    facts = []
    for path, text in sorted(files.items()):
        raw = text.encode()
        role, language = classifier.path_role(path), classifier.language(path, text)
        digest = blake2b(raw, digest_size=16).hexdigest()
        facts.append(read_text(SourceFile(path, language, role, len(raw), text.count("\n"), "utf-8", digest), text, raw))
    return tuple(facts)


def graph(files: dict[str, str], knowledge: Knowledge) -> Architecture:
    """The graph of a tree of texts."""
    return build(read(files, knowledge), knowledge.languages, knowledge.assumptions)


def edges(files: dict[str, str], knowledge: Knowledge) -> dict[tuple[str, str], dict[str, int]]:
    """First-party dependencies: (source, target) -> kind -> sites."""
    return {
        (edge.source, edge.target): dict(edge.kinds)
        for edge in graph(files, knowledge).dependencies
        if not edge.target.startswith("external:")
    }
