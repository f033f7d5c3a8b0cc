"""Node's package.json."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.npm import DESCRIPTOR


def test_server() -> None:
    text = """{
  "name": "board", "version": "1.2.0",
  "engines": {"node": ">=18"},
  "packageManager": "yarn@3.6.1",
  "scripts": {
    "start": "node server.js --port 3000", "worker": "node worker.js", "migrate": "knex migrate:latest", "lint": "eslint ."},
  "dependencies": {"express": "^4.18.2"},
  "devDependencies": {"jest": "^29.0.0"}
}
"""
    assert facts_of(DESCRIPTOR, text, "package.json") == [
        "3 Trait runtime.version name=node,version=>=18",
        "4 Trait build.tool name=yarn,version=3.6.1",
        "6 Artifact board package 1.2.0 main!",
        "6 Port 3000 tcp start",
        "6 Process migrate knex migrate:latest one-shot",
        "6 Process start node server.js --port 3000 web",
        "6 Process worker node worker.js worker",
        "7 Library express npm ^4.18.2 runtime",
        "8 Library jest npm ^29.0.0 development",
    ]


def test_frontend() -> None:
    text = """{
  "name": "front",
  "scripts": {"start": "react-scripts start"},
  "dependencies": {"react": "17"}
}
"""
    assert facts_of(DESCRIPTOR, text, "web/package.json") == [
        "3 Artifact front package web",
        "3 Process start react-scripts start frontend",
        "4 Library react npm 17 runtime",
    ]


def test_workspaces() -> None:
    text = """{"name": "mono", "workspaces": {"packages": ["packages/*"]}}
"""
    assert facts_of(DESCRIPTOR, text, "package.json") == [
        "1 Artifact mono package packages/*",
    ]


def test_not_json() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """<html>
""",
            "package.json",
        )


def test_a_script_of_another_name_that_runs_a_bundler() -> None:
    def built(scripts: str) -> list[str]:
        found = facts_of(DESCRIPTOR, f'{{"name": "pages", "scripts": {{{scripts}}}}}', "package.json")
        return [line for line in found if "build.script" in line]

    pack = '"pack": "cross-env NODE_ENV=production webpack --config webpack.prod.js"'
    assert built(pack) == ["1 Trait build.script name=pack"]
    assert built('"watch:pack": "webpack --watch", "dev": "webpack serve", "lint": "eslint webpack.config.js"') == []
    assert built(f'{pack}, "build": "tsc"') == ["1 Trait build.script name=build"]
