"""Folders that hold a finished archive and no source."""

from pathlib import Path

from assessor.discover.alone import archives_alone


def _folder(place: Path, *names: str) -> Path:
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(b"PK")
    return place


def test_archives_with_nothing_but_texts_beside_them(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "shop.war", "admin.WAR", "README.txt", ".DS_Store")
    assert archives_alone(folder) == (folder / "admin.WAR", folder / "shop.war")


def test_source_beside_an_archive_counts(tmp_path: Path) -> None:
    assert archives_alone(_folder(tmp_path / "a", "shop.war", "build.xml")) == ()
    assert archives_alone(_folder(tmp_path / "b", "shop.war", "src/A.java")) == ()
    assert archives_alone(_folder(tmp_path / "c", "README.md")) == ()


def test_an_archive_itself_and_what_is_not_there(tmp_path: Path) -> None:
    assert archives_alone(_folder(tmp_path, "shop.war") / "shop.war") == ()
    assert archives_alone(tmp_path / "gone") == ()


def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in", "a.war")
    (folder / "b.war").symlink_to(_folder(tmp_path / "out", "b.war") / "b.war")
    assert archives_alone(folder) == ()
