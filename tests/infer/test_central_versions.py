"""Versions stated once for all modules of a build."""

from assessor.domain.facts import Fact
from assessor.infer.central_versions import completed
from tests.builders import file, library, trait


def versions(*facts: Fact, of: str) -> list[tuple[str, str]]:
    return [(each.version, each.stated) for each in completed((file("pom.xml", *facts),)) if each.name == of]


MANAGED = trait("library.managed", "parent/pom.xml", 3, name="g:a", version="9")
PROPERTY = trait("build.property", "parent/pom.xml", 4, name="derby.version", value="10.1")


def test_a_managed_version_and_a_property_of_the_parent() -> None:
    assert versions(library("maven:g:a"), MANAGED, of="g:a") == [("9", "")]
    assert versions(library("maven:g:derby", "${derby.version}"), PROPERTY, of="g:derby") == [("10.1", "${derby.version}")]


def test_packages_managed_centrally_by_nuget() -> None:
    central = library("nuget:Newtonsoft.Json", "13.0.3", path="Directory.Packages.props")
    assert versions(central, library("nuget:newtonsoft.json", path="a.csproj"), of="newtonsoft.json") == [("13.0.3", "")]


def test_where_two_places_differ_nothing_is_filled_in() -> None:
    other = trait("library.managed", "other/pom.xml", 3, name="g:a", version="8")
    assert versions(library("maven:g:a"), MANAGED, other, of="g:a") == [("", "")]
    assert versions(library("maven:g:a", "${unknown}"), PROPERTY, of="g:a") == [("${unknown}", "")]


def test_a_version_of_its_own_wins() -> None:
    assert versions(library("maven:g:a", "7"), MANAGED, of="g:a") == [("7", "")]


def test_a_property_of_msbuild() -> None:
    central = trait("build.property", "Directory.Build.props", 4, name="EfVersion", value="8.0.1")
    assert versions(library("nuget:Ef", "$(EfVersion)"), central, of="Ef") == [("8.0.1", "$(EfVersion)")]
