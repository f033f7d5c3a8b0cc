"""Versions of an inventory win over the ranges of manifests."""

from msgspec.structs import replace

from assessor.domain.facts import Evidence, Library
from assessor.domain.inventory import Component, Inventory
from assessor.infer.resolved import libraries, resolved
from tests.builders import file, library


def inventory(*components: tuple[str, str, str]) -> Inventory:
    return Inventory("sbom.json", tuple(sorted(Component(*each) for each in components)))


def versions(stated: Library, *components: tuple[str, str, str]) -> tuple[str, str]:
    found = resolved((file("package.json", stated),), (inventory(*components),))[0].facts[0]
    assert isinstance(found, Library)
    return found.version, found.stated


def test_the_version_in_use_wins_and_the_range_is_kept() -> None:
    assert versions(library("npm:react", "^18.2.0"), ("npm", "react", "18.3.1")) == ("18.3.1", "^18.2.0")


def test_names_are_compared_as_their_registries_do() -> None:
    assert versions(library("pypi:zope-interface", ">=5"), ("pypi", "Zope.Interface", "5.4")) == ("5.4", ">=5")
    assert versions(library("nuget:newtonsoft.json", ""), ("nuget", "Newtonsoft.Json", "13.0.1")) == ("13.0.1", "")


def test_of_several_versions_none_is_taken() -> None:
    assert versions(library("npm:react", "^18"), ("npm", "react", "18.3.1"), ("npm", "react", "17.0.0")) == ("^18", "")


def test_other_ecosystems_do_not_count() -> None:
    assert versions(library("npm:react", "^18"), ("pypi", "react", "1")) == ("^18", "")


def test_all_libraries_are_those_of_source_and_those_only_the_inventory_knows() -> None:
    stated = library("npm:react", "18.3.1", path="package.json")
    tested = replace(library("npm:mocha", "1", path="test/package.json"))
    facts = (file("package.json", stated), file("test/package.json", tested, role="test"))
    found = libraries(facts, (inventory(("npm", "React", "18.3.1"), ("npm", "loose-envify", "1.4.0")),))
    assert found == (Library("loose-envify", "npm", "1.4.0", "resolved", Evidence("sbom.json", 0, "inventory")), stated)
