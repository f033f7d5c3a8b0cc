"""Every service and runtime of `rules/` is what its own examples say, and packaged as completely as it claims."""

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase

import pytest

from assessor.domain.catalogue import RuntimeKind, ServiceKind
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.infer.landscape import infer
from assessor.knowledge.load import load
from assessor.resources import folder
from tests.builders import from_examples

KNOWLEDGE: Knowledge = load([folder("rules")]).knowledge


@dataclass(frozen=True)
class Case:
    kind: str
    index: int


SERVICE_CASES = [Case(kind.id, index) for kind in KNOWLEDGE.services for index in range(len(kind.examples))]
RUNTIME_CASES = [Case(kind.id, index) for kind in KNOWLEDGE.runtimes for index in range(len(kind.examples))]
SERVICES = {kind.id: kind for kind in KNOWLEDGE.services}
RUNTIMES = {kind.id: kind for kind in KNOWLEDGE.runtimes}


@pytest.mark.parametrize("case", SERVICE_CASES, ids=lambda case: f"{case.kind}-{case.index}")
def test_a_service_is_placed_as_its_examples_say(case: Case) -> None:
    example = SERVICES[case.kind].examples[case.index]
    found = {service.id: service for service in infer(from_examples(example.facts), KNOWLEDGE).services}
    assert (found[case.kind].placement if case.kind in found else "none") == example.gives, example.note
    if example.version:
        assert found[case.kind].version == example.version


@pytest.mark.parametrize("case", RUNTIME_CASES, ids=lambda case: f"{case.kind}-{case.index}")
def test_a_runtime_starts_what_its_examples_say(case: Case) -> None:
    example = RUNTIMES[case.kind].examples[case.index]
    landscape: Landscape = infer(from_examples(example.facts), KNOWLEDGE)
    mine = [each for each in landscape.deployables if each.runtime == case.kind]
    assert [f"{each.role} {each.folder or '.'} {each.artifact} :{each.port}" for each in mine] == list(example.gives), example.note
    if example.version:
        assert [runtime.version for runtime in landscape.runtimes] == [example.version]


@pytest.mark.parametrize("kind", KNOWLEDGE.services, ids=lambda kind: kind.id)
def test_a_service_brings_examples_a_near_miss_and_a_source(kind: ServiceKind) -> None:
    assert any(example.gives not in ("none", "mentioned") for example in kind.examples)
    assert any(example.gives in ("none", "mentioned", "optional") for example in kind.examples)
    assert kind.source
    for id in kind.alternatives:
        assert id in SERVICES


@pytest.mark.parametrize("kind", KNOWLEDGE.services, ids=lambda kind: kind.id)
def test_a_service_of_the_bundle_can_be_packaged(kind: ServiceKind) -> None:
    if kind.placement != "bundle":
        return
    container = kind.container
    assert container is not None
    assert re.fullmatch(r"[\w.\-]*\d[\w.\-]*", container.tag), "the tag is pinned"
    assert container.port > 0 and container.memory_mib > 0 and container.healthcheck is not None


@pytest.mark.parametrize("kind", [*KNOWLEDGE.services, *KNOWLEDGE.runtimes], ids=lambda kind: kind.id)
def test_an_image_says_for_which_processors_it_is_published_and_who_says_so(kind: ServiceKind | RuntimeKind) -> None:
    stated = kind if isinstance(kind, RuntimeKind) else kind.container
    if stated is None:
        return
    assert stated.architectures_source
    assert stated.architectures in (("amd64", "arm64"), ("amd64",), ())
    assert stated.architectures or "no statement" in stated.architectures_source
    if not isinstance(stated, RuntimeKind):
        for glob in stated.amd64_only:
            assert any(fnmatchcase(tag, glob) for tag in stated.versions.values()), "a glob that fits no tag"
            assert not fnmatchcase(stated.tag, glob), "the pinned tag is what `architectures` are of"


@pytest.mark.parametrize("kind", KNOWLEDGE.runtimes, ids=lambda kind: kind.id)
def test_a_runtime_is_complete(kind: RuntimeKind) -> None:
    assert kind.default in {line.version for line in kind.versions}
    assert kind.end_of_life_source and kind.source
    assert kind.examples
    for line in kind.versions:
        assert re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", line.end_of_life)
        assert ":" in line.image
