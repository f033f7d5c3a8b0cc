"""The footprint: hosts that deployment files name, and figures that are never better for a split than its parts allow."""

import pytest
from msgspec.structs import replace

from assessor.domain.cut import Candidate, Charge, Cut
from assessor.domain.deployment import Container, DependsOn, Deployment
from assessor.domain.facts import Connection, Evidence, Fact, FileFacts, Setting, Trait
from assessor.domain.judgement import Part
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService, Landscape
from assessor.knowledge.load import load
from assessor.plan.footprint import footprint
from assessor.plan.machines import machines
from assessor.resources import folder

DATABASE = Evidence("config.php", 3)
POSTGRES = BackingService("postgres", "PostgreSQL", "database", "bundle", 0.9, ("setting",), "", (DATABASE,))
LANDSCAPE = Landscape((), (), (POSTGRES,))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load([folder("rules")]).knowledge


def file(*facts: Fact) -> FileFacts:
    return FileFacts("deploy/x", "php", "source", 10, "", facts)


def backend(address: str, line: int) -> Trait:
    return Trait("proxy.backend", Evidence("haproxy.cfg", line), (("backend", address),))


def part(name: str) -> Candidate:
    return Candidate(name, ("a",), (), 10, Part(name, 0.5, (), "seam", "cut.remedy.seam", 0.5), ())


def bundle(*containers: Container) -> Deployment:
    return Deployment("x", containers, (), (), (), (), memory_mib=sum(c.memory_mib for c in containers))


def test_hosts_are_backends_of_proxies_targets_of_scripts_and_stores_of_the_bundle() -> None:
    found = machines(
        [
            file(
                backend("10.0.0.1:80", 1),
                backend("127.0.0.1:8080", 2),
                Connection("10.0.0.2", "ssh", "10.0.0.2", 0, "", Evidence("push.sh", 9)),
                Connection("ftp.partner.test", "ftp", "ftp.partner.test", 0, "", Evidence("get.sh", 1)),
                Setting("host", "10.0.0.3", "php", DATABASE),
                Setting("mail", "10.0.0.9", "php", Evidence("config.php", 9)),
                Trait("infrastructure.resource", Evidence("main.tf", 4), (("type", "aws_instance"), ("name", "web"))),
                Trait("infrastructure.resource", Evidence("main.tf", 8), (("type", "aws_eip"), ("name", "web"))),
            )
        ],
        LANDSCAPE,
        ["localhost"],
        ["aws_instance"],
    )
    assert list(found) == ["10.0.0.1", "10.0.0.2", "10.0.0.3", "aws_instance.web"]


def test_figures_of_an_application_with_one_store(knowledge: Knowledge) -> None:
    web = Container("web", "web", "", build="app", memory_mib=512, depends_on=(DependsOn("postgres", "service_healthy"),))
    store = Container("postgres", "database", "postgres:16", memory_mib=256)
    cut = Cut(True, "cut.simulated", (part("a"), part("b")), (Charge("calls", 7), Charge("looped-calls", 2)))
    found = footprint([file(backend("10.0.0.1:80", 1))], LANDSCAPE, bundle(web, store), cut, knowledge)
    shown = {f.item: (f.today, f.bundle, f.split_low, f.split_high, f.today_basis) for f in found}
    assert shown["Machines or containers"] == (1, 2, 4, 6, "stated")
    assert shown["Memory"] == (1.25, 1.25, 1.34, 2.141, "assumed")
    assert shown["Availability"] == (99.8, 99.9, 99.6, 99.8, "assumed")
    assert shown["Start, before the program’s own"][1] == 2
    assert found[0].evidence == (Evidence("haproxy.cfg", 1),)
    assert (found[-1].bundle, found[-1].split_low, found[-1].split_high) == (0, 0.35, 2.2)
    path = Charge("path-calls", 4, ("a",), (Evidence("A.java", 9),))
    along = footprint([], LANDSCAPE, bundle(web, store), replace(cut, together=(*cut.together, path)), knowledge)[-1]
    assert (along.split_low, along.split_high) == (0.35, 8.8), "one call at least, at most the four of the longest path"
    assert "A.java:9" in along.note
    assert "7 call sites" in found[-1].note and "2 of them inside a loop" in found[-1].note


def test_a_store_that_the_application_builds_itself_counts_and_what_has_no_limit_is_assumed(knowledge: Knowledge) -> None:
    web = Container("web", "web", "", build="app", memory_mib=512, memory_basis="compose.yml:9")
    store = Container("postgres", "service", "shop/postgres", build="postgres")
    cut = Cut(True, "cut.simulated", (part("a"), part("b")), ())
    shown = {f.item: f for f in footprint([], LANDSCAPE, bundle(web, store), cut, knowledge)}
    assert shown["Machines or containers"].today == 2, "one machine for the application and one for its store"
    memory = shown["Memory"]
    assert (memory.bundle, memory.bundle_basis) == (round((512 + 512 + 137) / 1024, 3), "assumed")
    stated = footprint([], LANDSCAPE, bundle(web), cut, knowledge)[1]
    assert (stated.bundle, stated.bundle_basis) == (1.0, "stated")


def test_without_candidates_the_split_is_unknown_and_without_a_bundle_there_is_nothing(knowledge: Knowledge) -> None:
    alone = footprint([], LANDSCAPE, bundle(Container("web", "web", "", build="app")), Cut(False, "cut.too-few-units"), knowledge)
    assert {(f.split_low, f.split_high) for f in alone} == {(-1, -1)}
    assert alone[0].today_basis == "assumed"
    assert not any("Split" in f.note for f in alone if f.item in ("Memory", "Availability"))
    assert alone[-1].note == "No border was drawn, so no call is known that would cross one."
    assert footprint([], LANDSCAPE, bundle(), Cut(False, "cut.too-few-units"), knowledge) == ()
