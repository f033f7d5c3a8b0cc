"""Writing: outputs that people edited are never overwritten."""

import os
import sys
from pathlib import Path

import pytest

from assessor.errors import InputError
from assessor.render.write import write_files


def test_writes_below_the_folder_and_again_without_complaint(tmp_path: Path) -> None:
    files = {"report.html": b"one", "bundle/compose.yaml": b"name: x\n"}
    first = write_files(tmp_path / "out", files, force=False)
    assert [p.relative_to(tmp_path / "out").as_posix() for p in first.files] == ["bundle/compose.yaml", "report.html"]
    second = write_files(tmp_path / "out", {**files, "report.html": b"two"}, force=False)
    assert (tmp_path / "out/report.html").read_bytes() == b"two"
    assert second.beside == ()


def test_an_edited_file_is_kept_and_the_new_version_lies_beside_it(tmp_path: Path) -> None:
    write_files(tmp_path, {"compose.yaml": b"generated\n"}, force=False)
    (tmp_path / "compose.yaml").write_bytes(b"edited\n")
    written = write_files(tmp_path, {"compose.yaml": b"newer\n"}, force=False)
    assert (tmp_path / "compose.yaml").read_bytes() == b"edited\n"
    assert (tmp_path / "compose.new.yaml").read_bytes() == b"newer\n"
    assert written.beside == ((tmp_path / "compose.yaml", tmp_path / "compose.new.yaml"),)
    assert written.files == ()
    assert written.differences == (("--- compose.yaml", "+++ compose.new.yaml", "@@ -1 +1 @@", "-edited", "+newer"),)
    # It stays edited on the third run, and gives way only when forced.
    assert write_files(tmp_path, {"compose.yaml": b"newest\n"}, force=False).beside
    assert write_files(tmp_path, {"compose.yaml": b"forced\n"}, force=True).beside == ()
    assert (tmp_path / "compose.yaml").read_bytes() == b"forced\n"


def test_somebody_elses_file_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_bytes(b"my own notes")
    assert write_files(tmp_path, {"report.md": b"generated"}, force=False).beside[0][0].name == "report.md"
    assert (tmp_path / "report.md").read_bytes() == b"my own notes"


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil"])
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="below its folder"):
        write_files(tmp_path / "out", {name: b"x"}, force=True)


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_folder_that_cannot_be_written_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot write") as error:
        write_files(tmp_path / "file" / "out", {"a": b"x"}, force=False)
    assert error.value.hint
