"""The cache spares work and never changes what comes out: corrupt, foreign, locked or gone, the facts are the same."""

import os
import sqlite3
import stat
import sys
import threading
from hashlib import blake2b
from pathlib import Path

import pytest
from msgspec.structs import replace

from assessor.domain.facts import FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.sources import SourceFile
from assessor.extract import workers
from assessor.extract.cache import Cache, folder, keys
from assessor.extract.read import extract

SECRET = "Gh7-pL0-qVw-92xZ"
FILES = {
    "src/A.java": "package a; class A { B b; }",
    "src/B.java": f'class B {{ String password = "{SECRET}"; void f() {{ DriverManager.getConnection("u", "p", "{SECRET}"); }} }}',
    "application.properties": f"spring.datasource.password={SECRET}\nspring.datasource.url=jdbc:mysql://root:{SECRET}@db:3306/shop\n",
    ".env": f"DB_PASSWORD={SECRET}\nAPI_TOKEN={SECRET}\n",
}


class Run:
    """Extracts a tree and counts the files that workers had to read."""

    def __init__(self, knowledge: Knowledge, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.knowledge, self.home, self.read = knowledge, home, 0
        self.place = home / "cache"
        original = workers.run

        def counting(work, items, **rest):  # type: ignore[no-untyped-def]
            self.read = len(items)
            return original(work, items, **rest)

        monkeypatch.setattr(workers, "run", counting)

    def __call__(
        self, files: dict[str, str] = FILES, cached: bool = True, knowledge: Knowledge | None = None
    ) -> tuple[FileFacts, ...]:
        found, locations = [], {}
        for path, text in files.items():
            place = self.home / "tree" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            raw = text.encode()
            place.write_bytes(raw)
            language = "java" if path.endswith(".java") else ""
            found.append(SourceFile(path, language, "source", len(raw), 1, "utf-8", blake2b(raw, digest_size=16).hexdigest()))
            locations[path] = place
        cache = Cache(self.place) if cached else None
        try:
            return extract(found, locations, knowledge or self.knowledge, jobs=1, cache=cache)
        finally:
            if cache:
                cache.close()

    @property
    def database(self) -> Path:
        return next(self.place.glob("*.sqlite"))


@pytest.fixture
def run(knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(knowledge, tmp_path, monkeypatch)


def test_the_second_run_reads_nothing_and_says_the_same(run: Run) -> None:
    plain = run(cached=False)
    assert (run(), run.read) == (plain, 4)
    assert (run(), run.read) == (plain, 0)


def test_only_what_changed_is_read_again(run: Run) -> None:
    run()
    changed = {**FILES, "src/A.java": "package a; class A { C c; }"}
    facts = run(changed)
    assert run.read == 1
    assert facts == run(changed, cached=False)
    run()
    moved = {("lib/" + path if path == "src/A.java" else path): text for path, text in FILES.items()}
    facts = run(moved)
    assert run.read == 1, "parsers go by the path as well"
    assert facts[2].path == "lib/src/A.java"


def test_other_rules_or_another_role_are_another_key(run: Run) -> None:
    file = SourceFile("a.java", "java", "source", 1, 1, "utf-8", "00")
    assert list(keys([file], b"rules")) == list(keys([file], b"rules"))
    others = [replace(file, role="test"), replace(file, encoding="gb18030"), replace(file, digest="01"), replace(file, language="")]
    assert len({*keys((file, *others), b"rules"), *keys([file], b"more")}) == 6
    run()
    fewer = replace(run.knowledge, code=run.knowledge.code[1:])
    run(knowledge=fewer)
    assert run.read == 4


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 8000, bytes(20_000)])
def test_a_corrupt_cache_is_rebuilt(run: Run, content: bytes) -> None:
    plain = run()
    run.database.write_bytes(content)
    assert (run(), run.read) == (plain, 4)
    assert (run(), run.read) == (plain, 0)


def test_a_database_of_somebody_else_is_no_cache(run: Run) -> None:
    plain = run()
    run.database.unlink()
    with sqlite3.connect(run.place / "facts-1.sqlite") as other:
        other.execute("CREATE TABLE facts (key, used, value)")
    assert (run(), run.read) == (plain, 4)
    assert (run(), run.read) == (plain, 0)


@pytest.mark.parametrize("value", [b"", b"\xc1", b"\x93\x01\x02\x03", b"text"])
def test_values_that_are_no_facts_are_thrown_away(run: Run, value: object) -> None:
    plain = run()
    with sqlite3.connect(run.database) as database:
        database.execute("UPDATE facts SET value = ? WHERE key = (SELECT min(key) FROM facts)", (value,))
    assert (run(), run.read) == (plain, 4)
    assert (run(), run.read) == (plain, 0)


def test_facts_under_the_key_of_another_file_are_thrown_away(run: Run) -> None:
    plain = run()
    with sqlite3.connect(run.database) as database:
        database.execute("UPDATE facts SET value = (SELECT value FROM facts ORDER BY key LIMIT 1)")
    assert run() == plain


def test_a_pages_worth_of_noise_in_the_middle_does_no_harm(run: Run) -> None:
    plain = run()
    raw = bytearray(run.database.read_bytes())
    raw[4096:] = os.urandom(len(raw) - 4096)
    run.database.write_bytes(bytes(raw))
    assert run() == plain


def test_a_locked_cache_is_gone_without(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run()
    monkeypatch.setattr("assessor.extract.cache._BUSY_SECONDS", 0.05)
    with sqlite3.connect(run.database, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert run({**FILES, "src/C.java": "class C {}"})[:-1] != ()
        other.execute("ROLLBACK")
    other.close()
    assert (run(), run.read) == (plain, 0)


def test_a_folder_that_cannot_be_made_is_gone_without(run: Run) -> None:
    run.place.write_text("a file where the folder should be")
    plain = run()
    assert (run(), run.read) == (plain, 4)


def test_two_at_once(tmp_path: Path) -> None:
    def write(start: int) -> None:
        cache = Cache(tmp_path)
        for number in range(start, start + 200):
            cache.store([(f"{number}".encode(), b"v")])
        cache.close()

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cache = Cache(tmp_path)
    assert len(list(cache.load([f"{number}".encode() for number in range(400)]))) == 400
    cache.close()


def test_the_size_is_bounded_and_what_was_used_last_stays(tmp_path: Path) -> None:
    for day in range(4):
        cache = Cache(tmp_path, now=day * 100_000)
        cache.store([(f"{day}-{number}".encode(), os.urandom(10_000)) for number in range(100)])
        cache.close()
    cache = Cache(tmp_path, now=1_000_000)
    assert len(list(cache.load([b"0-7"]))) == 1, "loading counts as use"
    cache.trim(2_000_000)
    left = {name for name, _ in cache.load([f"{day}-{number}".encode() for day in range(4) for number in range(100)])}
    cache.close()
    assert b"0-7" in left
    assert {name[:1] for name in left if name != b"0-7"} == {b"3", b"2"}
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 2_000_000


def test_nothing_secret_is_kept(run: Run) -> None:
    run()
    kept = b"".join(path.read_bytes() for path in run.place.iterdir())
    assert b"jdbc:mysql" in kept, "the facts are in plain sight here, so a secret would be, too"
    assert SECRET.encode() not in kept
    assert str(run.home).encode() not in kept


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a matter of POSIX")
def test_nobody_else_may_read_it(run: Run) -> None:
    run()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (run.place, *run.place.iterdir())} == {0o700, 0o600}


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSESSOR_CACHE", "/somewhere/else")
    assert folder() == Path("/somewhere/else")
    monkeypatch.delenv("ASSESSOR_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    monkeypatch.setattr(sys, "platform", "linux")
    assert folder() == Path("/x/assessor")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/l")
    assert folder() == Path("/l/assessor/Cache")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert folder() == Path.home() / "Library" / "Caches" / "assessor"
