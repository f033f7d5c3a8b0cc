"""A second run over the same thinks nothing anew and says the same; anything that changes is seen."""

import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from assessor import outputs, pipeline
from assessor.domain.assessment import Assessment
from assessor.extract.cache import Cache
from assessor.memory import Memory, remembering
from assessor.request import Request

SAMPLE = Path(__file__).parent.parent / "samples" / "php-storefront"


class Pair(Struct, frozen=True):
    left: str
    right: float


class Maker:
    """Makes a pair, and counts how often."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> Pair:
        self.calls += 1
        return Pair("x", 0.5)


def test_what_was_made_of_the_same_is_not_made_again(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(2):
        memory = Memory(Cache(tmp_path))
        assert memory.recall("pair", Pair, {"b": 1, "a": 2}, make) == Pair("x", 0.5)
        assert memory.recall("pair", Pair, {"a": 2, "b": 1}, make) == Pair("x", 0.5)
    assert make.calls == 1


@pytest.mark.parametrize("name, depends", [("pair", [2]), ("other", [1])])
def test_of_something_else_it_is(tmp_path: Path, name: str, depends: object) -> None:
    make = Maker()
    memory = Memory(Cache(tmp_path))
    memory.recall("pair", Pair, [1], make)
    memory.recall(name, Pair, depends, make)
    assert make.calls == 2


def test_another_program_knows_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    Memory(Cache(tmp_path)).recall("pair", Pair, [1], make)
    monkeypatch.setattr("assessor.memory.thinking", lambda: b"another")
    Memory(Cache(tmp_path)).recall("pair", Pair, [1], make)
    assert make.calls == 2


def test_without_a_cache_it_lasts_for_the_run(tmp_path: Path) -> None:
    make = Maker()
    memory = Memory()
    assert [memory.recall("pair", Pair, [1], make) for _ in range(2)] == [Pair("x", 0.5)] * 2
    assert make.calls == 1


def test_what_does_not_last_is_not_kept(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(2):
        Memory(Cache(tmp_path)).recall("pair", Pair, [1], make, lambda pair: pair.left != "x")
    assert make.calls == 2


@pytest.mark.parametrize("value", [b"", b"noise", b"x\x9cK\xcc", 7, None], ids=str)
def test_a_value_that_cannot_be_read_is_made_again(tmp_path: Path, value: object) -> None:
    make = Maker()
    Memory(Cache(tmp_path)).recall("pair", Pair, [1], make)
    with closing(sqlite3.connect(tmp_path / "facts-1.sqlite")) as database:
        database.execute("CREATE TABLE other AS SELECT key, used, value FROM facts")
        database.execute("DROP TABLE facts")
        database.execute("CREATE TABLE facts (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value)")
        database.execute("INSERT INTO facts SELECT key, used, ? FROM other", (value,))
        database.commit()
    for _ in range(2):
        assert Memory(Cache(tmp_path)).recall("pair", Pair, [1], make) == Pair("x", 0.5)
    assert make.calls == 2


Run = Callable[..., tuple[dict[str, bytes], Assessment]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Assesses a copy of a sample with a cache, or without, and gives the files that were written and the assessment."""
    monkeypatch.setenv("ASSESSOR_CACHE", str(tmp_path / "cache"))
    shutil.copytree(SAMPLE, tmp_path / "application")

    def run(cache: bool = True, **options: object) -> tuple[dict[str, bytes], Assessment]:
        out = tmp_path / "out"
        request = Request(paths=(tmp_path / "application",), bundle=out / "bundle", today=date(2026, 1, 1), cache=cache)
        request = replace(request, **options)
        with remembering(request.cache) as memory:
            found = pipeline.assess(request, memory=memory)
            known = pipeline.knowledge(request.rules, memory)
            outputs.write(found, outputs.Targets(out), known, outputs.RenderOptions(), force=True, recall=memory.recall)
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}, found[0]

    return run


def test_a_second_run_says_the_same_without_thinking(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, first = run(cache=False), run()
    for stage in ("assessor.pipeline._think", "assessor.outputs._default", "assessor.pipeline.parsed"):
        monkeypatch.setattr(stage, lambda *_: pytest.fail("thinks again"))
    assert plain == first == run()


def test_a_changed_file_is_seen(run: Run, tmp_path: Path) -> None:
    _, before = run()
    (tmp_path / "application" / "hosts.php").write_text("<?php mail('a@b.example', 'x', 'y'); $s = fsockopen('ldap.corp', 389);\n")
    files, after = run()
    assert after.coverage.lines == before.coverage.lines + 1
    assert files == run(cache=False)[0]


@pytest.mark.parametrize(
    "options",
    [{"client": "Acme"}, {"today": date(2036, 1, 1)}, {"exclude": ("lib",)}, {"select": ("php-*",)}],
    ids=lambda options: next(iter(options)),
)
def test_other_wishes_are_another_assessment(run: Run, options: dict[str, object]) -> None:
    before, _ = run()
    after, _ = run(**options)
    assert after != before
    assert after == run(cache=False, **options)[0]


def test_other_answers_need_neither_graph_nor_cut_anew(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[answers]\noperator = "own-central"\n')
    plain, _ = run(cache=False, answers=answers)
    before, _ = run()
    for stage in ("assessor.graph.build.build", "assessor.graph.study.study"):
        monkeypatch.setattr(stage, lambda *_: pytest.fail("thinks again"))
    after, _ = run(answers=answers)
    assert after == plain != before


def test_other_assumptions_are_another_cut(run: Run, tmp_path: Path) -> None:
    _, before = run()
    assumptions = tmp_path / "assumptions.toml"
    assumptions.write_text("units.few = 1000\n")
    after, told = run(assumptions=assumptions)
    assert (before.cut.reason, told.cut.reason) == ("cut.simulated", "cut.too-few-units")
    assert after == run(cache=False, assumptions=assumptions)[0]


def test_nothing_secret_is_remembered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "application" / "secret.php").write_text(
        "<?php $password = 'Tr0ub4dor&3xyzzy'; mysql_connect('db', 'u', $password);\n"
    )
    run()
    assert run()[1].findings
    with closing(sqlite3.connect(tmp_path / "cache" / "facts-1.sqlite")) as database:
        values = [value for (value,) in database.execute("SELECT value FROM facts")]
    for value in values:
        assert b"Tr0ub4dor" not in (zlib.decompress(value) if value[:1] == b"x" else value)
