"""The way as a whole: what is one application, what is none, and that nothing is written where it was not asked for."""

from datetime import date
from pathlib import Path

import pytest

from assessor import outputs, pipeline
from assessor.domain.assessment import Assessment
from assessor.request import Request

SHOP = {
    "shop/composer.json": '{"name": "acme/shop", "require": {"php": ">=8.1", "ext-pdo_mysql": "*"}}',
    "shop/index.php": "<?php\nrequire 'lib/db.php';\n$rows = all(connect());\n",
    "shop/lib/db.php": (
        "<?php\nfunction connect() { return new PDO('mysql:host=10.1.2.3;dbname=shop', 'shop', getenv('DB_PASS')); }\n"
        "function all($db) { return $db->query('SELECT * FROM product'); }\n"
    ),
}
DESK = {
    "desk/pom.xml": (
        "<project><groupId>org.desk</groupId><artifactId>desk</artifactId><version>1</version><packaging>war</packaging>"
        "<dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.1</version>"
        "</dependency></dependencies></project>"
    ),
    "desk/src/main/webapp/WEB-INF/web.xml": "<web-app><servlet><servlet-name>a</servlet-name></servlet></web-app>",
    "desk/src/main/java/org/desk/Start.java": "package org.desk;\npublic class Start { }\n",
    "desk/src/main/resources/db.properties": "jdbc.url=jdbc:postgresql://pg1:5432/desk\n",
}
LIBRARY = {
    "pyproject.toml": '[project]\nname = "money"\nversion = "1.0"\ndependencies = ["attrs"]\n',
    "src/money/__init__.py": "from money.amount import Amount\n",
    "src/money/amount.py": "class Amount:\n    def __init__(self, cents):\n        self.cents = cents\n" * 20,
}


def tree(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def assess(*paths: Path) -> tuple[Assessment, ...]:
    return pipeline.assess(Request(paths=paths, jobs=1, cache=False, bundle=paths[0].parent / "out/bundle", today=date(2026, 1, 2)))


def test_two_unrelated_applications_get_a_verdict_and_a_bundle_each(tmp_path: Path) -> None:
    found = assess(tree(tmp_path / "both", {**SHOP, **DESK}))
    assert [one.application for one in found] == ["shop", "desk"]
    assert [one.recommendation.verdict for one in found] == ["bundle", "bundle"]
    assert [[other.name for other in one.siblings] for one in found] == [["desk"], ["shop"]]
    assert {unit.path.split("/")[0] for unit in found[0].architecture.units if unit.path} == {"shop"}
    assert [[s.id for s in one.landscape.services if s.placement == "bundle"] for one in found] == [["mysql"], ["postgres"]]
    written = outputs.write(found, outputs.Targets(tmp_path / "out"), pipeline.knowledge(), outputs.RenderOptions(), force=False)
    names = {path.relative_to(tmp_path / "out").as_posix() for each in written for path in each.files}
    assert {"report.html", "bundle/compose.yaml", "desk/report.html", "desk/bundle/compose.yaml"} <= names


def test_applications_in_folders_of_the_same_name_get_outputs_of_their_own(tmp_path: Path) -> None:
    shops = {
        path.replace("shop/", f"{folder}/portal/"): text.replace("shop", folder)
        for path, text in SHOP.items()
        for folder in ("north", "south", "west")
    }
    found = assess(tree(tmp_path / "all", shops))
    assert [one.application for one in found] == ["portal", "portal-2", "portal-3"]
    written = outputs.write(found, outputs.Targets(tmp_path / "out"), pipeline.knowledge(), outputs.RenderOptions(), force=False)
    names = {path.relative_to(tmp_path / "out").as_posix() for each in written for path in each.files}
    assert {"report.html", "portal-2/report.html", "portal-3/report.html"} <= names


def test_several_folders_are_one_application(tmp_path: Path) -> None:
    frontend = {
        "package.json": '{"name": "web", "scripts": {"build": "vite build"}, "dependencies": {"react": "18.2.0"}}',
        "src/main.tsx": "import React from 'react';\nfetch('/api/products');\n",
    }
    found = assess(tree(tmp_path / "web", frontend), tree(tmp_path / "api", {k.removeprefix("shop/"): v for k, v in SHOP.items()}))
    assert len(found) == 1
    assert found[0].application == "web+api"
    assert {unit.path.split("/")[0] for unit in found[0].architecture.units if unit.path} == {"web", "api"}


def test_the_bundle_alone_is_that_of_the_whole_assessment(tmp_path: Path) -> None:
    root = tree(tmp_path / "both", {**SHOP, **DESK})
    request = Request(paths=(root,), jobs=1, bundle=tmp_path / "out", today=date(2026, 1, 2))
    alone, (first, _) = pipeline.bundle(request), pipeline.assess(request)
    assert (alone.application, alone.deployment, alone.findings) == (first.application, first.deployment, first.findings)


def test_a_bundle_without_the_other_outputs_knows_the_way_back_to_its_sources(tmp_path: Path) -> None:
    root = tree(tmp_path / "both", {**SHOP, **DESK})
    where = outputs.targets((f"containers={tmp_path / 'deploy' / 'run'}",), (root,))
    request = Request(paths=(root,), jobs=1, bundle=where.bundle, bundle_alone=where.folder is None)
    found = pipeline.assess(request)
    assert [one.deployment.sources[0].bundle for one in found] == ["../deploy/run", "../deploy/run-desk"]
    written = outputs.write(found, where, pipeline.knowledge(), outputs.RenderOptions(), force=False)
    assert {path.parent.name for each in written for path in each.files if path.name == "compose.yaml"} == {"run", "run-desk"}


def test_a_library_is_no_application(tmp_path: Path) -> None:
    (found,) = assess(tree(tmp_path / "money", LIBRARY))
    assert (found.recommendation.verdict, found.recommendation.detail) == ("insufficient-evidence", "not-an-application")
    assert found.deployment.containers == () and found.deployment.impossible


def test_languages_without_rules_lower_what_is_understood_and_are_named(tmp_path: Path) -> None:
    files = {**SHOP, "shop/batch/CLAIMS.cbl": "       IDENTIFICATION DIVISION.\n" * 40}
    (found,) = assess(tree(tmp_path / "mixed", files))
    shares = {share.name: (share.lines, share.understood) for share in found.coverage.languages}
    assert shares["COBOL"] == (40, False) and shares["PHP"][1]
    assert found.coverage.share == pytest.approx(shares["PHP"][0] / (shares["PHP"][0] + 40), abs=1e-6)
    assert [(item.path, item.reason) for item in found.coverage.unread] == [("shop/batch/CLAIMS.cbl", "no-grammar")]


def test_an_assessment_survives_its_json(tmp_path: Path) -> None:
    (found,) = assess(tree(tmp_path / "one", SHOP))
    files = outputs.formats()["json"].render(found, pipeline.knowledge(), outputs.RenderOptions())
    (tmp_path / "assessment.json").write_bytes(files["assessment.json"])
    assert outputs.again(tmp_path / "assessment.json") == found


def test_what_was_said_beside_the_answers_is_kept(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text('note = "asked on site"\n[answers]\nteams = "one"\n', encoding="utf-8")
    (found, *_) = pipeline.assess(Request(paths=(tree(tmp_path / "one", SHOP),), answers=tmp_path / "answers.toml"))
    assert found.notes == ("Said with the answers: asked on site",)


def test_nothing_is_written_into_the_analysed_tree(tmp_path: Path) -> None:
    root = tree(tmp_path / "one", SHOP)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    outputs.write(assess(root), outputs.Targets(tmp_path / "out"), pipeline.knowledge(), outputs.RenderOptions(), force=False)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
