"""Which findings a part of the bundle answers, written at the line that does it, and which are still to do."""

from assessor.domain.deployment import Build, Container, Deployment, Mount, PublishedPort, Variable
from assessor.domain.facts import Evidence
from assessor.domain.findings import Accepted, Effort, Finding
from assessor.render.answers import Answer, Answered, answers
from assessor.render.as_containers import bundle_files, linked_to_bundle


def finding(path: str, line: int, *parts: str, rule: str = "python-mail-send", confidence: float = 1.0) -> Finding:
    evidence = Evidence(path, line)
    return Finding(
        rule, "handled", "mail", "Sends mail", "", evidence, "f", Effort(0, 1), confidence, "Set a host.", handled_by=parts
    )


WEB = Container(
    "web",
    "web",
    "clinic-web:1",
    build="web",
    ports=(PublishedPort(8080, 8000),),
    environment=(Variable("SMTP_HOST", "${SMTP_HOST:-}", False, ""), Variable("ZONE", "UTC", False, "")),
    mounts=(Mount("uploads", "/srv/uploads"), Mount("./proxy/nginx.conf", "/etc/nginx/nginx.conf")),
    stop_grace_period="30s",
    memory_mib=512,
)
BUILD = Build("web", "web.Dockerfile", "..", "go", "debian:12", evidence=(Evidence("go.mod", 1),))
BUNDLE = Deployment("clinic", (WEB,), (BUILD,), ("uploads",), (Variable("ZONE", "", False, "The zone."),), ())
SMTP = Answer(
    "variable SMTP_HOST",
    (Answered("mail-host", "Set a host.", ("a.py:1",)), Answered("python-mail-send", "Set a host.", ("m.py:9", "m.py:10"))),
)


def test_each_part_with_the_distinct_places_that_it_answers() -> None:
    part = "variable SMTP_HOST"
    found = [
        finding("m.py", 10, part),
        finding("m.py", 9, part),
        finding("a.py", 1, part, rule="mail-host"),
        finding("m.py", 9, part),
    ]
    hint = finding("c.py", 2, part, confidence=0.3)
    undone = Answer("", (Answered("python-mail-send", "Set a host.", ("b.py:2",)),))
    assert answers([*found, hint]) == (SMTP,)
    assert answers([*found, finding("b.py", 2)]) == (undone, SMTP)


def test_what_somebody_accepted_is_not_to_do() -> None:
    accepted = Accepted("inline", "no mail is sent", "b.py:1")
    one = finding("b.py", 2)
    assert answers([Finding(**{**{n: getattr(one, n) for n in one.__struct_fields__}, "accepted": accepted})]) == ()


def test_every_kind_of_part_is_linked_to_its_line_and_back() -> None:
    parts = (
        "one replica of web",
        "variable SMTP_HOST",
        "port 8000 of web",
        "volume uploads",
        "file proxy/nginx.conf",
        "stop_grace_period of web",
        "mem_limit of web",
        "image web",
        "variable ZONE",
        "service web",
    )
    lines = {
        "one replica of web": "    scale: 1",
        "variable SMTP_HOST": '      "SMTP_HOST": "${SMTP_HOST:-}"',
        "port 8000 of web": '      - "${WEB_PORT:-8080}:8000"',
        "volume uploads": '      - "uploads:/srv/uploads"',
        "file proxy/nginx.conf": '      - "./proxy/nginx.conf:/etc/nginx/nginx.conf"',
        "stop_grace_period of web": '    stop_grace_period: "30s"',
        "mem_limit of web": '    mem_limit: "512m"  # assumed',
        "image web": "FROM debian:12",
        "variable ZONE": '      "ZONE": "UTC"',
        "service web": "  web:",
    }
    found = [finding(f"{number}.py", number + 1, part, rule=f"rule-{number}") for number, part in enumerate(parts)]
    files = {path: data.decode().split("\n") for path, data in bundle_files(BUNDLE, "", answers(found)).items()}
    for number, one in enumerate(linked_to_bundle(found, BUNDLE)):
        (at,) = one.handled_at
        path, _, line = at.rpartition(":")
        assert files[path][int(line) - 1] == lines[parts[number]]
        said = files[path][int(line) - (0 if parts[number] == "service web" else 2)]
        assert said.strip() == f"# answers rule-{number} in {number}.py:{number + 1}"


def test_what_is_named_nowhere_else_is_linked_to_the_readme() -> None:
    found = [finding("b.py", 2), finding("c.py", 3, "file odd.cfg", rule="odd")]
    readme = bundle_files(BUNDLE, "", answers(found))["README.md"].decode().split("\n")
    todo, odd = (one.handled_at[0].rpartition(":") for one in linked_to_bundle(found, BUNDLE))
    assert readme[int(todo[2]) - 1] == "| python-mail-send | Set a host. | `b.py:2` |"
    assert readme[int(odd[2]) - 1] == "| file odd.cfg | odd: `c.py:3` |"
    assert todo[0] == odd[0] == "README.md"


def test_a_container_that_is_left_out_answers_nothing() -> None:
    left_out = Container("old", "web", "old:1", environment=(Variable("SMTP_HOST", "x", False, ""),), commented="not sure")
    deployment = Deployment("clinic", (left_out,), (), (), (), ())
    compose = bundle_files(deployment, "", (SMTP,))["compose.yaml"].decode()
    assert "answers" not in compose


def test_a_mark_in_foreign_text_is_no_mark() -> None:
    hostile = Deployment("clinic", (WEB,), (BUILD,), (), (Variable("A", "\x027\x03 \x020\x03", False, "\x020\x03"),), ())
    files = bundle_files(hostile, "", (SMTP,))
    assert b"\x02" not in files[".env.example"]


def test_findings_without_a_bundle_stay_as_they_are() -> None:
    none = Deployment("clinic", (), (), (), (), (), impossible="a library")
    assert linked_to_bundle([finding("a.py", 1)], none) == (finding("a.py", 1),)
