"""Folders that are kept out of version control because people's files lie there."""

from facts_of import facts_of

from assessor.extract.descriptors.gitignore import DESCRIPTOR


def test_folders_of_files() -> None:
    text = """# files of users
/public/uploads
media/
/storage/*
src/Shop.Web/App_Data/*
"""
    assert facts_of(DESCRIPTOR, text, ".gitignore") == [
        "2 Trait folder.ignored path=public/uploads",
        "3 Trait folder.ignored path=media",
        "4 Trait folder.ignored path=storage",
        "5 Trait folder.ignored path=src/Shop.Web/App_Data",
    ]


def test_a_path_is_seen_from_the_tree() -> None:
    assert facts_of(DESCRIPTOR, "/uploads\n", "server/.gitignore") == ["1 Trait folder.ignored path=server/uploads"]


def test_near_misses() -> None:
    text = """!uploads/readme.txt
/test/uploads
public/uploads/*.gif
public/storage
*.media
node_modules/
../uploads
"""
    assert facts_of(DESCRIPTOR, text, ".gitignore") == []


def test_names_that_say_it_only_at_the_top() -> None:
    text = """/files/*
/data
files
src/data
"""
    assert facts_of(DESCRIPTOR, text, ".gitignore") == [
        "1 Trait folder.ignored path=files",
        "2 Trait folder.ignored path=data",
    ]
    assert facts_of(DESCRIPTOR, "/data\n", "web/.gitignore") == []


def test_a_folder_may_say_it_of_itself() -> None:
    assert facts_of(DESCRIPTOR, "# nothing of people\n*\n!.gitignore\n", "userfiles/.gitignore") == [
        "2 Trait folder.ignored path=userfiles"
    ]
    assert facts_of(DESCRIPTOR, "!README\nsqlite.db\nAPIKEY.txt\n", "var/.gitignore") == ["2 Trait folder.ignored path=var"]


def test_a_folder_of_another_name_or_deeper_down_does_not() -> None:
    assert facts_of(DESCRIPTOR, "*\n", "bootstrap/cache/.gitignore") == []
    assert facts_of(DESCRIPTOR, "*\n", "tests/data/.gitignore") == []
    assert facts_of(DESCRIPTOR, "a.txt\n", "src/data/.gitignore") == []
    assert facts_of(DESCRIPTOR, "node_modules/\n", "data/.gitignore") == []
