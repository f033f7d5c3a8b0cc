"""The commands of the Dockerfiles against the build files of the samples: no file, script or project is named that is not there."""

from pathlib import Path

import pytest

from tests import golden
from tests.benchmarks.bundles import disagreements

ROOT = Path(__file__).parent.parent.parent
RECIPES = sorted((ROOT / "tests" / "golden").glob("*/bundle/*Dockerfile"))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_commands_agree_with_the_source(recipe: Path) -> None:
    assert list(disagreements(recipe.read_text("utf-8"), ROOT / "samples" / recipe.parent.parent.name)) == []


def test_every_sample_without_dockerfiles_of_its_own_has_a_recipe() -> None:
    own = {path.relative_to(ROOT / "samples").parts[0] for path in (ROOT / "samples").glob("*/**/Dockerfile")}
    assert {path.parent.parent.name for path in RECIPES} | own == set(golden.names())


def test_a_command_that_the_source_cannot_answer_is_said(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "package.json").write_text('{"scripts": {"build": "vite build"}}', "utf-8")
    recipe = "FROM node:22\nCOPY web /build/\nRUN npm ci\nRUN npm run build\nRUN npm run bundle\nCOPY api /build/\n"
    assert list(disagreements(recipe, tmp_path)) == [
        "npm ci without package-lock.json",
        "package.json has no script bundle",
        "COPY api: not in the source",
    ]
