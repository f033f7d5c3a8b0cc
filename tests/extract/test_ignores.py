"""`assessor:ignore[RULE] reason` in any comment: what it says, and which line it speaks of."""

import pytest

from assessor.domain.facts import Trait
from assessor.knowledge.load import load
from assessor.resources import folder
from tests.reading import read

KNOWLEDGE = load([folder("rules")]).knowledge


def said(path: str, text: str) -> list[dict[str, str]]:
    facts = read({path: text}, KNOWLEDGE)[0].facts
    return [dict(fact.fields) for fact in facts if isinstance(fact, Trait) and fact.name == "assessor.ignore"]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("A.java", "class A {\n int a = 1; // assessor:ignore[x] why\n}\n", 2),
        ("A.java", "class A {\n // assessor:ignore[x] why\n int a = 1;\n}\n", 3),
        ("A.java", "class A {\n /*\n  * assessor:ignore[x] why\n  */\n int a = 1;\n}\n", 5),
        ("A.java", "class A {\n /* assessor:ignore[x] why */ int a = 1;\n}\n", 2),
        ("A.java", "class A {\n // assessor:ignore[x] why\n // more\n\n int a = 1;\n}\n", 5),
        ("a.py", "a = 1  # assessor:ignore[x] why\n", 1),
        ("a.php", "<?php\n# assessor:ignore[x] why\n$a = 1;\n", 3),
        ("a.cs", "// assessor:ignore[x] why\nclass A {}\n", 2),
        ("a.ts", "const a = 1 /* assessor:ignore[x] why */\n", 1),
        ("a.sql", "-- assessor:ignore[x] why\nCREATE TABLE a (b int);\n", 2),
        ("a.xml", "<a>\n  <!-- assessor:ignore[x] why -->\n  <b/>\n</a>\n", 3),
        ("a.yml", "a:\n  b: 1 # assessor:ignore[x] why\n", 2),
        ("app.properties", "# assessor:ignore[x] why\na=1\n", 2),
        ("Dockerfile", "# assessor:ignore[x] why\nFROM scratch\n", 2),
        ("a.bas", "' assessor:ignore[x] why\nDim A\n", 2),
        ("a.jsp", "<!-- assessor:ignore[x] why -->\n<% out.print(1); %>\n", 2),
        ("a.jsp", "<%-- assessor:ignore[x] why --%>\n<% out.print(1); %>\n", 2),
        ("crontab", "# assessor:ignore[x] why\n0 1 * * * root /opt/a.sh\n", 2),
        ("run.cmd", "REM assessor:ignore[x] why\nstart app.exe\n", 2),
    ],
)
def test_every_language_and_descriptor(path: str, text: str, line: int) -> None:
    assert said(path, text) == [{"rule": "x", "reason": "why", "line": str(line)}]


def test_several_rules_who_and_until() -> None:
    found = said("a.py", "a = 1  # assessor:ignore[x, java-*] scratch only by=ops until=2027-03-01\n")
    assert found == [
        {"by": "ops", "line": "1", "reason": "scratch only", "rule": "java-*", "until": "2027-03-01"},
        {"by": "ops", "line": "1", "reason": "scratch only", "rule": "x", "until": "2027-03-01"},
    ]


def test_a_missing_reason_stays_missing() -> None:
    assert said("a.py", "a = 1  # assessor:ignore[x]\n") == [{"line": "1", "rule": "x"}]


@pytest.mark.parametrize(
    "text",
    ['a = "// assessor:ignore[x] why"\n', 'a = "# assessor:ignore[x] why"\n', "assessor:ignore[x] why\n", "# assessor:ignore x\n"],
)
def test_strings_and_prose_are_no_comments(text: str) -> None:
    assert said("a.py", text) == []


def test_secrets_in_reasons_are_masked() -> None:
    assert "hunter2" not in str(said("a.py", 'a = 1  # assessor:ignore[x] password = "hunter2secret"\n'))
    assert "hunter2" not in str(read({"a.py": 'a = 1  # assessor:ignore[x] password = "hunter2secret"\n'}, KNOWLEDGE))
