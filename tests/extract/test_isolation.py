"""What strangers write: inputs that crashed or hung parsers. At most that file is lost, with its reason, in bounded time."""

import os
import sys
from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from pathlib import Path

import pytest
from msgspec.structs import replace

from assessor.discover.walk import WalkOptions, discover
from assessor.domain.facts import Declaration, FileFacts, Reference
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import CodeRule, CodeRuleMetadata
from assessor.domain.sources import SourceFile
from assessor.extract import workers
from assessor.extract.read import MOST_FACTS, extract

SECONDS = 60.0
"""Of processor time, for a whole tree of hostile files; one file may take ten of its own."""
GOOD = {"good.java": "package a; class Good { void f() { new Other(); } }", "good.py": "class Good: pass"}
Extract = Callable[..., dict[str, FileFacts]]


@pytest.fixture
def extracted(knowledge: Knowledge, tmp_path: Path) -> Extract:
    """Writes a tree, discovers and extracts it, checks that the good files are there, and gives the facts by path."""

    def extracted(files: dict[str, str | bytes], known: Knowledge = knowledge) -> dict[str, FileFacts]:
        for path, content in {**GOOD, **files}.items():
            place = tmp_path / "tree" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        found = discover((tmp_path / "tree",), known.roles, known.languages, WalkOptions(), tmp_path / "scratch")
        before = sum(os.times()[:4])
        facts = {item.path: item for item in extract(found.tree.files, found.locations, known, jobs=2)}
        assert sum(os.times()[:4]) - before < SECONDS, "ours and our workers', which have ended"
        for path in GOOD:
            assert names(facts[path]) >= {"Good"} or "a.Good" in names(facts[path])
            assert facts[path].unread == ()
        return facts

    return extracted


def names(facts: FileFacts) -> set[str]:
    return {fact.name for fact in facts.facts if isinstance(fact, Declaration)}


def reasons(facts: dict[str, FileFacts]) -> dict[str, str]:
    return {path: item.unread[0].reason for path, item in facts.items() if item.unread}


ENDINGS = ("java", "py", "php", "cs", "js", "ts", "tsx", "rb", "go", "kt", "jsp", "vue", "html", "md")


@pytest.mark.parametrize("brackets", ["()", "[]", "{}"])
def test_a_hundred_thousand_nested_brackets_in_every_language(extracted: Extract, brackets: str) -> None:
    deep = "\n".join([brackets[0] * 50] * 2000 + [brackets[1] * 50] * 2000)
    files: dict[str, str | bytes] = {f"deep.{ending}": f"x = {deep}\n" for ending in ENDINGS}
    files["deep.php"] = f"<?php $x = {deep};"
    told = reasons(extracted(files))
    assert {told[f"deep.{ending}"] for ending in ("java", "py", "php", "cs", "js", "ts", "go")} == {"unparsable"}


def test_a_hundred_thousand_operands_and_a_pattern_that_repeats_a_variable(extracted: Extract, knowledge: Knowledge) -> None:
    trap = CodeRule(
        id="java-same",
        language="java",
        message="compares with itself",
        rule={"pattern": "$A == $A"},
        metadata=CodeRuleMetadata(fact="trait", name="same"),
    )
    operands = "\n  == ".join(f"a{number % 7}" for number in range(100_000))
    chain = "\n".join(f".add(a{number})" for number in range(60_000))
    facts = extracted(
        {"deep.java": f"class A {{ boolean b = {operands}; }}", "chain.java": f"class B {{ Object b = x{chain}; }}"},
        replace(knowledge, code=(*knowledge.code, trap)),
    )
    assert set(reasons(facts)) <= {"deep.java", "chain.java"}


def test_deep_operators_in_every_language(extracted: Extract) -> None:
    sums = "\n + ".join(["a"] * 60_000)
    ifs = "if (a) {} else " * 3_000
    files: dict[str, str | bytes] = {
        "sum.java": f"class A {{ int x = {sums}; }}",
        "sum.py": f"x = ({sums})",
        "sum.php": f"<?php $x = {sums};",
        "sum.js": f"x = {sums};",
        "sum.ts": f"let x = {sums};",
        "sum.cs": f"class A {{ int x = {sums}; }}",
        "sum.rb": "x = " + " + ".join(["a"] * 9_000),
        "sum.go": f"package a\nvar x = {sums.replace(chr(10) + ' +', ' +' + chr(10))}",
        "else.java": "class B { void f() { " + ifs + "{} } }",
        "lambda.py": "x = " + "lambda: " * 5_000 + "1",
        "tag.tsx": "let x = " + "<a>" * 4_000 + "</a>" * 4_000,
        "not.js": "x = " + "!" * 40_000 + "a",
        "generic.java": "class C { " + "L<" * 5_000 + "X" + ">" * 5_000 + " f; }",
        "string.java": "class D { String s = " + "\n + ".join(['"select a from b where c = "', *['" and d = ?"'] * 20_000]) + "; }",
    }
    assert set(reasons(extracted(files))) <= set(files)


def test_markdown_and_other_markup(extracted: Extract) -> None:
    files: dict[str, str | bytes] = {
        "quotes.md": "> " * 1_000 + "a",
        "quotes2.md": "\n".join(">" * number for number in range(1_000)),
        "tags.html": "<div>" * 50_000,
        "tags.jsp": "<div>" * 5_000 + "<% int a = 1; %>" + "<%" * 5_000,
        "tags.vue": "<template>" * 5_000 + "<script>class A {}</script>",
        "a.aspx": "<%@ Page %>" * 5_000,
        "open.php": "<?php " * 10_000,
    }
    assert set(reasons(extracted(files))) <= set(files)


def test_five_megabytes_in_one_line(extracted: Extract) -> None:
    packed = "function a(b){return b+1}var c=" + ",".join(
        f"d{number}=function(e){{return e({number})}}" for number in range(160_000)
    )
    assert len(packed) > 5_000_000
    facts = extracted(
        {
            "packed.js": packed,
            "Packed.java": "class P { int[] a = {" + "1," * 2_500_000 + "}; }",
            "packed.py": "x = [" + "1," * 700_000 + "]",
        }
    )
    assert "packed.js" not in facts, "minified text is not read at all"
    assert reasons(facts) == {"Packed.java": "too-large", "packed.py": "unparsable"}


def test_more_facts_than_anybody_writes_by_hand(extracted: Extract) -> None:
    facts = extracted({"requirements.txt": "".join(f"library{number}==1.{number}\n" for number in range(MOST_FACTS + 10))})
    assert len(facts["requirements.txt"].facts) == MOST_FACTS
    assert [each.detail for each in facts["requirements.txt"].unread] == ["the first 50,000 facts of requirements were taken"]


def test_half_characters_zero_bytes_and_old_encodings(extracted: Extract) -> None:
    files: dict[str, str | bytes] = {
        "Half.java": 'class Half { String s = "\ud800"; }',
        "Zero.java": b"class Zero { int a; }" + b"\n// \0\0\0 \n" * 10,
        "Old.java": b"class Old {\r  int a;\r  // b\r}\r",
        "Wide.java": "\ufeffclass Wide { Old o; }".encode("utf-16-le"),
        "Wide2.java": "class Wide2 { Old o; }\n".encode("utf-16-be"),
        "Marked.java": b"\xef\xbb\xbfclass Marked {}",
        "Latin.java": "class Größe { /* été */ }".encode("latin-1"),
        "late.java": b"class Late {}\n" * 5_000 + b"\0" * 9_000,
    }
    facts = extracted(files)
    declared = {name for item in facts.values() for name in names(item)}
    assert {"Old", "Wide", "Wide2", "Marked", "Größe"} <= declared
    old = next(fact for fact in facts["Old.java"].facts if isinstance(fact, Declaration) and fact.kind == "class")
    assert (old.line, old.lines) == (1, 4), "a bare carriage return ends a line"
    for item in facts.values():
        repr(item).encode("utf-8")


def test_bombs(extracted: Extract) -> None:
    entities = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 20))
    aliases = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    files: dict[str, str | bytes] = {
        "pom.xml": f'<!DOCTYPE a [<!ENTITY b0 "b">{entities}]><project><artifactId>&b19;</artifactId></project>',
        "web/WEB-INF/web.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><web-app><display-name>&x;</display-name></web-app>',
        "web/web.config": "<configuration>" + "<a>" * 100_000,
        "docker-compose.yml": aliases + "services: {x: {image: *a39}}\n",
        "application.yml": "[" * 100_000,
        "package.json": '{"a":' * 100_000,
        "composer.json": "[" * 1_000_000,
        "tsconfig.json": '{"compilerOptions":{"paths":' * 20_000,
        "app.properties": "\\u" * 200_000 + "\na=" + "b\\\n" * 100_000,
        "dump.sql": "INSERT INTO a VALUES (" + "(" * 50_000 + ");\n" + "CREATE TABLE b (c int);\n" + "SELECT " * 50_000,
        "pyproject.toml": "a = " + "[" * 50_000,
        "Dockerfile": "RUN a \\\n" * 100_000,
        "build.gradle": "dependencies {" * 20_000,
    }
    facts = extracted(files)
    assert set(reasons(facts)) <= set(files)
    assert "root:" not in repr(facts)


def test_expressions_that_could_run_for_minutes(extracted: Extract) -> None:
    traps = [
        "a" * 40_000,
        " " * 40_000 + "x",
        "<%" * 20_000,
        "${" * 20_000,
        "select " * 7_000,
        "'" * 40_000,
        "=" * 40_000,
        "a.b-" * 10_000,
    ]
    files: dict[str, str | bytes] = {}
    for number, trap in enumerate(traps):
        files[f"t{number}.java"] = f'class T{number} {{ String password = "{trap.replace(chr(39), "")}"; /* {trap} */ }}'
        files[f"t{number}.php"] = f"<?php $password = '{trap.replace(chr(39), '')}'; // {trap}\n?>\n<b>{trap}</b>"
        files[f"t{number}.js"] = f'var token = "{trap}"; // {trap}'
        files[f"t{number}.py"] = f'secret = "{trap}"  # {trap}'
        files[f"t{number}.jsp"] = f"<%@ page %>{trap}<% foo(); %>"
    assert set(reasons(extracted(files))) <= set(files)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory")
def test_a_hang_and_a_blow_up_are_recorded_with_the_reason(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No parser hangs on demand, so some files lie where reading never ends."""
    files, locations = [], {}
    for name in ("good.java", "grown.java", "hang.java", "huge.java", "other.java"):
        raw = b"class A {}"
        (tmp_path / name).write_bytes(raw)
        size = 8 * 1024**3 if name == "huge.java" else len(raw)
        files.append(SourceFile(name, "java", "source", size, 1, "utf-8", blake2b(raw, digest_size=16).hexdigest()))
        locations[name] = tmp_path / name
    locations["hang.java"].unlink()
    os.mkfifo(locations["hang.java"])
    os.truncate(locations["huge.java"], 8 * 1024**3)
    locations["grown.java"] = Path("/dev/zero")
    monkeypatch.setattr(workers, "run", partial(workers.run, patience=2.0))
    facts = {item.path: item for item in extract(files, locations, knowledge, jobs=2)}
    assert reasons(facts) == {"grown.java": "unreadable", "hang.java": "timeout", "huge.java": "memory"}
    assert names(facts["other.java"]) == {"A"}


def test_a_long_chain_of_calls_is_read_in_full(extracted: Extract) -> None:
    """Each link once followed its receiver in two ways: a chain of thirty took minutes, and Spring Security's are as long."""
    links = [f"link{number}" for number in range(60)]
    facts = extracted(
        {
            "Chain.java": f"class Chain {{ void f(Http http) {{ http.start(){''.join(f'.{link}()' for link in links)}; }} }}",
            "chain.kt": f"fun f() {{ Http(){''.join(f'.{link}()' for link in links)} }}",
            "chain.py": f"x = Http(){''.join(f'.{link}()' for link in links)}",
            "chain.js": f"x = http(){''.join(f'.{link}()' for link in links)}",
        }
    )
    assert reasons(facts) == {}
    calls = sorted(fact.target for fact in facts["Chain.java"].facts if isinstance(fact, Reference) and fact.kind == "call")
    assert calls == sorted(
        ["Http.start", *(".".join(["Http.start()", *(f"{link}()" for link in links[:n]), links[n]]) for n in range(4))]
    )
