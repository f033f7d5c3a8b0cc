"""What a container says whose image an arm64 machine cannot pull."""

from assessor.domain.facts import Evidence
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService
from assessor.plan.backing import place


def _placed(knowledge: Knowledge, id: str, version: str = "") -> tuple[str, str, list[str]]:
    service = BackingService(id, id, "database", "bundle", 0.9, ("library",), "found", (Evidence("pom.xml", 1),), version=version)
    (one,) = place([service], {kind.id: kind for kind in knowledge.services}, ())
    return one.container.image, one.container.platform, [note for note in one.container.notes if "arm64" in note]


def test_an_old_release_that_never_came_for_arm64_is_emulated_there(knowledge: Knowledge) -> None:
    assert _placed(knowledge, "mysql", "5.7") == (
        "mysql:5.7",
        "linux/amd64",
        ["mysql:5.7 is published for amd64 alone: an arm64 machine emulates it, slowly, or uses a server outside"],
    )


def test_its_newer_release_is_pulled_for_the_machine_that_it_runs_on(knowledge: Knowledge) -> None:
    assert _placed(knowledge, "mysql", "8.0") == ("mysql:8.0", "", [])


def test_a_product_for_amd64_alone_says_so_in_every_version(knowledge: Knowledge) -> None:
    image, platform, notes = _placed(knowledge, "mssql")
    assert (image.partition(":")[0], platform, len(notes)) == ("mcr.microsoft.com/mssql/server", "linux/amd64", 1)


def test_what_nobody_knows_is_not_claimed(knowledge: Knowledge) -> None:
    image, platform, (note,) = _placed(knowledge, "typesense")
    assert platform == ""
    assert (
        note
        == f"nothing was found that says whether {image} is published for arm64; if not, `platform: linux/amd64` emulates it there"
    )
