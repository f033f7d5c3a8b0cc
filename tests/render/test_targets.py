"""What -o means, and that nothing is written into the analysed tree unasked."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from assessor.errors import InputError
from assessor.render.targets import Targets, default_folder, folder_name, targets, way

FORMATS = ("html", "json", "md", "bundle")


def test_default_is_assessment_here_or_beside_the_tree_that_holds_this_folder(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    (shop / "src").mkdir(parents=True)
    assert default_folder([shop], tmp_path) == tmp_path / "assessment"
    assert default_folder([shop], shop) == tmp_path / "shop-assessment"
    assert default_folder([shop], shop / "src") == tmp_path / "shop-assessment"
    assert default_folder([shop / "src"], shop) == shop / "assessment"


def test_a_folder_single_formats_or_both(tmp_path: Path) -> None:
    assert targets(["out"], [tmp_path], FORMATS, tmp_path) == Targets(Path("out"))
    assert targets(["json=-", "md=a/b.md"], [tmp_path], FORMATS, tmp_path) == Targets(None, (("json", "-"), ("md", "a/b.md")))
    assert targets(["out", "json=-"], [tmp_path], FORMATS, tmp_path) == Targets(Path("out"), (("json", "-"),))
    assert targets(["a/b=c"], [tmp_path], FORMATS, tmp_path) == Targets(Path("a/b=c"))


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(InputError, match="unknown format 'jsn', did you mean 'json'"):
        targets(["jsn=x"], [], FORMATS, Path())
    with pytest.raises(InputError, match="unknown format 'graph-csv'"):
        targets(["graph-csv=x"], [], FORMATS, Path())
    with pytest.raises(InputError, match="only one output folder"):
        targets(["a", "b"], [], FORMATS, Path())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (PurePosixPath("/home/ann/out/bundle"), PurePosixPath("/home/ann/shop"), "../../shop"),
        (PurePosixPath("/home/ann/shop"), PurePosixPath("/home/ann/shop"), "."),
        (PurePosixPath("/Home/ann"), PurePosixPath("/home/ann"), "../../home/ann"),
        (PureWindowsPath("C:\\work\\out\\bundle"), PureWindowsPath("C:\\work\\shop"), "../../shop"),
        (PureWindowsPath("C:\\Work\\out"), PureWindowsPath("c:\\work\\shop"), "../shop"),
        (PureWindowsPath("C:\\work\\out"), PureWindowsPath("D:\\clients\\shop"), "D:/clients/shop"),
        (PureWindowsPath("C:\\work\\out"), PureWindowsPath("\\\\server\\share\\shop"), "//server/share/shop"),
    ],
)
def test_the_way_from_the_bundle_to_the_sources_on_every_system(start: PurePath, end: PurePath, expected: str) -> None:
    assert way(start, end) == expected


@pytest.mark.parametrize(
    ("name", "folder"),
    [("shop", "shop"), ("Acme Orders/Web", "Acme-Orders-Web"), ("..", "application"), ("aux", "aux-application"), ("理赔", "理赔"),
     ("com1.web", "com1.web-application"), ("x" * 200, "x" * 80), ('a<b>:"c|?*', "a-b---c")],
)  # fmt: skip
def test_folders_of_siblings_are_names_that_every_system_accepts(name: str, folder: str) -> None:
    assert folder_name(name) == folder
