"""Files that hold nothing but a version."""

from facts_of import facts_of

from assessor.extract.descriptors.version_files import DESCRIPTOR


def test_version_of_one_tool() -> None:
    assert facts_of(DESCRIPTOR, "3.11.4\n", ".python-version") == ["1 Trait runtime.version name=python,version=3.11.4"]
    assert facts_of(DESCRIPTOR, "v18.17.0\n", "web/.nvmrc") == ["1 Trait runtime.version name=node,version=18.17.0"]
    assert facts_of(DESCRIPTOR, "ruby-2.7.8\n", ".ruby-version") == ["1 Trait runtime.version name=ruby,version=2.7.8"]


def test_versions_of_several_tools() -> None:
    text = "# asdf\nnodejs 20.11.1\npython 3.12.2\n"
    assert facts_of(DESCRIPTOR, text, ".tool-versions") == [
        "2 Trait runtime.version name=node,version=20.11.1",
        "3 Trait runtime.version name=python,version=3.12.2",
    ]
    assert facts_of(DESCRIPTOR, "python-3.9.18\n", "runtime.txt") == ["1 Trait runtime.version name=python,version=3.9.18"]


def test_release_of_meteor() -> None:
    fields = "name=meteor,release=3.5.2-beta.0,version=3.5.2"
    assert facts_of(DESCRIPTOR, "METEOR@3.5.2-beta.0\n", "board/.meteor/release") == [f"1 Trait runtime.version {fields}"]
    assert facts_of(DESCRIPTOR, "none\n", ".meteor/release") == []
    assert not DESCRIPTOR.matches("docs.meteor/release")


def test_names_of_virtual_environments_say_nothing() -> None:
    assert facts_of(DESCRIPTOR, "lts/hydrogen\n", ".nvmrc") == []
    assert facts_of(DESCRIPTOR, "my-project-env\n", ".python-version") == []
    assert not DESCRIPTOR.matches("docs/runtime.txt.md")
