"""pyproject.toml and Pipfile."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.pyproject import DESCRIPTOR


def test_pep621() -> None:
    text = """[project]
name = "desk"
version = "3.0"
requires-python = ">=3.9"
dependencies = [
  "Flask>=2",
  "celery[redis]",
]
[project.optional-dependencies]
mysql = ["mysqlclient"]
[project.scripts]
desk = "desk.cli:main"
[dependency-groups]
dev = ["pytest"]
"""
    assert facts_of(DESCRIPTOR, text, "pyproject.toml") == [
        "2 Artifact desk wheel 3.0 main!",
        "4 Trait runtime.version name=python,version=>=3.9",
        "6 Library flask pypi >=2 runtime",
        "7 Library celery pypi runtime",
        "7 Trait library.extra extra=redis,library=celery",
        "10 Library mysqlclient pypi optional",
        "14 Library pytest pypi development",
    ]


def test_poetry() -> None:
    text = """[tool.poetry]
name = "desk"
version = "1.0"
[tool.poetry.dependencies]
python = "^3.8"
Django = "4.1"
redis = {version = "^4", optional = true}
[tool.poetry.group.dev.dependencies]
black = "*"
"""
    assert facts_of(DESCRIPTOR, text, "pyproject.toml") == [
        "2 Artifact desk wheel 1.0",
        "5 Trait runtime.version name=python,version=^3.8",
        "6 Library django pypi 4.1 runtime",
        "7 Library redis pypi ^4 optional",
        "9 Library black pypi * development",
    ]


def test_pipfile() -> None:
    text = """[packages]
flask = "*"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.7"
"""
    assert facts_of(DESCRIPTOR, text, "Pipfile") == [
        "2 Library flask pypi * runtime",
        "4 Library pytest pypi * development",
        "6 Trait runtime.version name=python,version=3.7",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """[project
""",
            "pyproject.toml",
        )
