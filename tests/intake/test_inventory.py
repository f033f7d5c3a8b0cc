"""Inventories of CycloneDX generators and of syft, and earlier assessments: what is read, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessor.domain.acceptance import Known
from assessor.domain.inventory import Component, Inventory
from assessor.errors import InputError
from assessor.intake.baseline import baseline
from assessor.intake.inventory import inventory


def written(folder: Path, value: Any) -> Path:
    path = folder / "sbom.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return path


def test_cyclonedx_with_components_inside_components(tmp_path: Path) -> None:
    inner = {"type": "library", "name": "jackson", "purl": "pkg:maven/com.fasterxml/jackson@2.15.0?type=jar"}
    outer = {"type": "application", "name": "app.war", "components": [inner, inner, {"name": "no purl"}]}
    npm = {"type": "library", "purl": "pkg:npm/%40angular/core@17.0.1"}
    path = written(tmp_path, {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [outer, npm, "odd", {"purl": 3}]})
    assert inventory(path) == Inventory(
        "sbom.json", (Component("maven", "com.fasterxml:jackson", "2.15.0"), Component("npm", "@angular/core", "17.0.1"))
    )


def test_syft(tmp_path: Path) -> None:
    artifacts = [
        {"name": "gin", "version": "v1.9.0", "purl": "pkg:golang/github.com/gin-gonic/gin@v1.9.0"},
        {"name": "odd", "version": "1", "purl": "not a purl"},
        {"name": "unversioned", "purl": "pkg:gem/rails"},
    ]
    found = inventory(written(tmp_path, {"artifacts": artifacts, "schema": {"version": "16.0.0"}}))
    assert found.components == (Component("golang", "github.com/gin-gonic/gin", "v1.9.0"),)


@pytest.mark.parametrize("value", ["", "[]", "{}", '{"artifacts": 3}', "<bom/>", '{"spdxVersion": "SPDX-2.3"}', "[" * 5000])
def test_what_is_no_inventory_is_refused_with_a_hint(tmp_path: Path, value: str) -> None:
    with pytest.raises(InputError) as raised:
        inventory(written(tmp_path, value))
    assert raised.value.hint


def test_a_missing_file(tmp_path: Path) -> None:
    for read in (inventory, baseline):
        with pytest.raises(InputError, match="cannot be read"):
            read(tmp_path / "none.json")


def test_an_earlier_assessment_of_any_version_is_a_baseline(tmp_path: Path) -> None:
    finding = {"rule": "a", "fingerprint": "f", "evidence": {"path": "b.cs", "line": 3}, "message": "m", "new_field": 1}
    path = written(tmp_path, {"tool": {}, "application": "orders", "date": "2026-01-01", "findings": [finding, {}, "odd"]})
    assert baseline(path).findings == (Known("f", "a", "b.cs", "m"),)


@pytest.mark.parametrize("value", ["{}", '{"runs": []}', '{"runs": [{"tool": {"driver": {"name": "other"}}}]}', "nonsense"])
def test_what_is_no_baseline_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(InputError):
        baseline(written(tmp_path, value))
