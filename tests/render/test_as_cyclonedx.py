"""CycloneDX 1.6 of what manifests state: package URLs, scopes, places; valid, and the same in every run."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from assessor.domain.facts import Evidence, Library
from assessor.render.as_cyclonedx import exact, render
from assessor.render.format import RenderOptions
from tests.render.example import EXAMPLES, NOTHING_KNOWN, rich


def library(name: str, version: str = "1.2.3", scope: str = "runtime", place: str = "pom.xml:4", stated: str = "") -> Library:
    ecosystem, _, plain = name.partition(":")
    path, _, line = place.partition(":")
    return Library(plain, ecosystem, version, scope, Evidence(path, int(line)), stated)


def document(*libraries: Library, redact: bool = False) -> dict[str, Any]:
    given = replace(rich(), libraries=tuple(sorted(libraries)))
    return dict(json.loads(render(given, NOTHING_KNOWN, RenderOptions(redact=redact))["bom.cdx.json"]))


def components(*libraries: Library, redact: bool = False) -> list[dict[str, Any]]:
    return list(document(*libraries, redact=redact)["components"])


def test_a_component_in_full() -> None:
    assert components(library("maven:org.postgresql:postgresql", "42.7.1")) == [
        {
            "type": "library",
            "bom-ref": "pkg:maven/org.postgresql/postgresql@42.7.1",
            "group": "org.postgresql",
            "name": "postgresql",
            "version": "42.7.1",
            "scope": "required",
            "purl": "pkg:maven/org.postgresql/postgresql@42.7.1",
            "properties": [{"name": "assessor:evidence", "value": "pom.xml:4"}, {"name": "assessor:scope", "value": "runtime"}],
        }
    ]


@pytest.mark.parametrize(
    ("name", "purl"),
    [
        ("npm:@angular/core", "pkg:npm/%40angular/core@1.2.3"),
        ("npm:left-pad", "pkg:npm/left-pad@1.2.3"),
        ("composer:laravel/framework", "pkg:composer/laravel/framework@1.2.3"),
        ("pypi:django-rest", "pkg:pypi/django-rest@1.2.3"),
        ("nuget:Newtonsoft.Json", "pkg:nuget/Newtonsoft.Json@1.2.3"),
        ("gem:rails", "pkg:gem/rails@1.2.3"),
        ("golang:github.com/gin-gonic/gin", "pkg:golang/github.com/gin-gonic/gin@v1.2.3"),
        (
            "gradle-plugin:org.springframework.boot",
            "pkg:maven/org.springframework.boot/org.springframework.boot.gradle.plugin@1.2.3",
        ),
    ],
)
def test_a_package_url_for_every_ecosystem(name: str, purl: str) -> None:
    assert [each["purl"] for each in components(library(name))] == [purl]


@pytest.mark.parametrize(
    ("stated", "version"),
    [
        *[
            ("1.2.3", "1.2.3"),
            ("==4.2", "4.2"),
            ("v1.9.0", "1.9.0"),
            ("1:2.36.1-8+deb11u1", "1:2.36.1-8+deb11u1"),
            ("5.3.31.RELEASE", "5.3.31.RELEASE"),
            ("1.0-SNAPSHOT", "1.0-SNAPSHOT"),
        ],
        *[
            ("^1.2", ""),
            ("~> 5.0", ""),
            (">=1,<2", ""),
            ("1.2.*", ""),
            ("1.x", ""),
            ("[1.0,2.0)", ""),
            ("${spring}", ""),
            ("", ""),
            ("latest", ""),
        ],
    ],
)
def test_a_range_is_no_version(stated: str, version: str) -> None:
    assert exact(stated) == version


def test_what_is_stated_as_a_range_is_a_property() -> None:
    one = components(library("npm:react", "^18.2.0", place="package.json:9"))[0]
    assert (one["purl"], "version" in one, one["bom-ref"]) == ("pkg:npm/react", False, "pkg:npm/react#^18.2.0")
    assert {"name": "assessor:stated", "value": "^18.2.0"} in one["properties"]


def test_one_component_for_all_its_places_with_the_widest_scope() -> None:
    found = components(library("npm:a", scope="development", place="a.json:1"), library("npm:a", place="b.json:2"))
    assert [(each["scope"], len(each["properties"])) for each in found] == [("required", 4)]


def test_a_variable_in_a_name_makes_no_package_url() -> None:
    one = components(library("maven:${group}:core"))[0]
    assert ("purl" in one, one["name"]) == (False, "core")


def test_resolved_components_are_listed_but_are_no_direct_dependencies() -> None:
    direct = library("npm:react", "18.2.0", stated="^18.2.0")
    found = document(direct, library("npm:loose-envify", "1.4.0", "resolved", "sbom.json:0"))
    assert [each["purl"] for each in found["components"]] == ["pkg:npm/loose-envify@1.4.0", "pkg:npm/react@18.2.0"]
    assert found["dependencies"][0]["dependsOn"] == ["pkg:npm/react@18.2.0"]
    assert {"name": "assessor:stated", "value": "^18.2.0"} in found["components"][1]["properties"]


def test_the_serial_number_depends_on_the_content_alone() -> None:
    one, again, other = document(library("npm:a")), document(library("npm:a")), document(library("npm:b"))
    assert one == again
    assert one["serialNumber"] != other["serialNumber"]
    assert one["metadata"]["timestamp"] == f"{rich().date}T00:00:00Z"


def test_redacted_components_have_no_places() -> None:
    assert "pom.xml" not in json.dumps(components(library("npm:a"), redact=True))


HOSTILE = (
    library("npm:<script>"),
    library("maven:a:b:c", "\u202e1"),
    library("pypi: "),
    library("golang:/"),
    library("npm:a\x00b", "9" * 99),
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_valid_against_the_schema(name: str) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    stated = (
        library("maven:a:b"),
        library("npm:@a/b", "^1"),
        library("gem:c", scope="optional"),
        library("nuget:d", scope="test"),
        *HOSTILE,
    )
    given = replace(EXAMPLES[name](), libraries=tuple(sorted(stated)))
    text = render(given, NOTHING_KNOWN, RenderOptions())["bom.cdx.json"].decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
