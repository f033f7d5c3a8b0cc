"""Walking: what becomes part of the tree, what is left out, and that nothing disappears silently."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from assessor.discover.walk import Found, WalkOptions, discover
from assessor.domain.knowledge import Knowledge
from assessor.domain.sources import Unread
from assessor.errors import InputError, NothingToAnalyse

CHINESE = "// 保单理赔处理：检查受益人信息并计算赔付金额\nclass A {}\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture
def look(knowledge: Knowledge, tmp_path: Path):  # type: ignore[no-untyped-def]
    def look(*paths: Path, **options: object) -> Found:
        return discover(paths, knowledge.roles, knowledge.languages, WalkOptions(**options), tmp_path / "scratch")  # type: ignore[arg-type]

    return look


def paths(found: Found) -> list[str]:
    return [file.path for file in found.tree.files]


def test_paths_are_relative_sorted_and_counted(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    found = look(write(tmp_path / "shop", {"b/B.java": "class B {}\n\n// end", "a.py": "x = 1\n", "empty.py": ""}))
    assert [(f.path, f.language, f.role, f.lines, f.encoding) for f in found.tree.files] == [
        ("a.py", "python", "source", 1, "utf-8"),
        ("b/B.java", "java", "source", 3, "utf-8"),
        ("empty.py", "python", "source", 0, "utf-8"),
    ]
    assert (found.tree.name, found.tree.roots, found.tree.unread) == ("shop", ("shop",), ())


def test_several_roots_are_told_apart_by_name(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    one, two = write(tmp_path / "x/app", {"a.py": "1"}), write(tmp_path / "y/app", {"a.py": "2"})
    found = look(one, two)
    assert paths(found) == ["app-2/a.py", "app/a.py"]
    assert found.tree.name == "app+app"


def test_gitignore_counts_at_every_depth_and_can_be_switched_off(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    files: dict[str, str | bytes] = {
        ".gitignore": "*.log\nout/\n!keep.log\n", "a.log": "", "keep.log": "", "out/a.py": "", "web/.gitignore": "/gen.js\n",
        "web/gen.js": "", "web/deep/gen.js": "", "node_modules/x/index.js": "",
    }  # fmt: skip
    root = write(tmp_path / "app", files)
    found = look(root)
    assert paths(found) == [".gitignore", "keep.log", "web/.gitignore", "web/deep/gen.js"]
    assert found.tree.ignored == 4
    assert "out/a.py" in paths(look(root, gitignore=False))
    assert "node_modules/x/index.js" not in paths(look(root, gitignore=False))
    assert "web/deep/gen.js" not in paths(look(root, exclude=("deep/",)))


def test_gbk_sources_are_read_as_what_they_are(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    root = write(tmp_path / "app", {"A.java": CHINESE.encode("gbk"), "B.java": "class B {}\n", "C.bin": b"\0\1\2"})
    assert [(f.path, f.encoding, f.role) for f in look(root).tree.files] == [
        ("A.java", "gb18030", "source"), ("B.java", "utf-8", "source"), ("C.bin", "", "binary"),
    ]  # fmt: skip
    assert look(root, codec="latin-1").tree.files[0].encoding == "latin-1"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_never_leave_the_tree(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    root = write(tmp_path / "app", {"a.py": "1", "d/b.py": "2"})
    write(tmp_path, {"secret.txt": "outside"})
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "loop").symlink_to(root)
    (root / "gone").symlink_to(root / "nowhere")
    found = look(root)
    assert paths(found) == ["a.py", "d/b.py"]
    assert found.tree.unread == (
        Unread("gone", "broken-link", "a link to nothing"),
        Unread("out.txt", "outside-link", "a link that leaves the analysed folder"),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_no_unicode_is_escaped(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    root = write(tmp_path / "app", {"a.py": "1"})
    Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.py")).write_text("x")
    assert paths(look(root)) == ["a.py", "caf\\udce9.py"]


def test_bad_paths_say_what_to_do(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match="does not exist") as missing:
        look(tmp_path / "nowhere")
    assert missing.value.hint and "nowhere" in missing.value.at
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match="neither a folder nor an archive"):
        look(tmp_path / "a.txt")
    (tmp_path / "void").mkdir()
    with pytest.raises(NothingToAnalyse) as nothing:
        look(tmp_path / "void")
    assert nothing.value.exit_code == 3


def make_zip(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_an_ear_is_read_with_the_archives_inside_it(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    war = make_zip(tmp_path / "web.war", {"WEB-INF/web.xml": b"<web-app/>", "index.jsp": b"<html>"})
    ear = make_zip(tmp_path / "claims.ear", {"META-INF/application.xml": b"<application/>", "web.war": war.read_bytes()})
    assert paths(look(ear)) == ["META-INF/application.xml", "web.war/WEB-INF/web.xml", "web.war/index.jsp"]


def test_hostile_archives_write_nothing_outside_and_are_reported(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bomb = make_zip(
        tmp_path / "a.war",
        {"../../evil.txt": b"x", "/etc/evil": b"x", "C:/evil": b"x", "ok.txt": b"fine", "zeros": b"\0" * 40_000_000},
    )
    found = look(bomb)
    assert paths(found) == ["ok.txt"]
    assert [(u.path, u.reason) for u in found.tree.unread] == [
        ("../../evil.txt", "outside-link"), ("/etc/evil", "outside-link"), ("C:/evil", "outside-link"), ("zeros", "archive-too-large"),
    ]  # fmt: skip
    assert not list(tmp_path.rglob("evil*"))


def test_a_broken_archive_is_the_users_error_but_a_broken_inner_one_is_not(look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "broken.war").write_bytes(b"PK\3\4 this is not a zip")
    with pytest.raises(InputError, match="cannot be opened"):
        look(tmp_path / "broken.war")
    ear = make_zip(tmp_path / "a.ear", {"web.war": b"not a zip", "a.xml": b"<a/>"})
    found = look(ear)
    assert [(u.path, u.reason) for u in found.tree.unread] == [("web.war", "archive-broken")]
    assert paths(found) == ["a.xml"]
