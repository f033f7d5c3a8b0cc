"""Which findings a part of the bundle answers."""

from assessor.domain.deployment import Container, Deployment
from assessor.domain.facts import Evidence
from assessor.domain.findings import Effort, Finding
from assessor.render.answers import Answer, answers
from assessor.render.as_containers import bundle_files


def finding(path: str, line: int, *parts: str, rule: str = "python-mail-send") -> Finding:
    return Finding(rule, "handled", "mail", "Sends mail", "", Evidence(path, line), "f", Effort(0, 1), handled_by=parts)


SMTP = Answer("variable SMTP_HOST", ("mail-host", "python-mail-send"), ("a.py:1", "m.py:9", "m.py:10"))


def test_each_part_with_the_distinct_places_that_it_answers() -> None:
    part = "variable SMTP_HOST"
    found = [
        finding("m.py", 10, part),
        finding("m.py", 9, part),
        finding("a.py", 1, part, rule="mail-host"),
        finding("m.py", 9, part),
    ]
    assert answers([*found, finding("b.py", 2)]) == (SMTP,)


def test_the_readme_of_the_bundle_lists_them() -> None:
    deployment = Deployment("clinic", (Container("web", "web", "clinic-web"),), (), (), (), ())
    readme = bundle_files(deployment, "", (SMTP,))["README.md"].decode()
    assert "| variable SMTP_HOST | mail-host, python-mail-send | `a.py:1`, `m.py:9`, `m.py:10` |" in readme
    assert "Which finding each part answers" not in bundle_files(deployment)["README.md"].decode()
