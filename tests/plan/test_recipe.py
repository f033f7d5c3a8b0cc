"""What goes into an image: how a Node application is installed and built."""

from assessor.plan.recipe import locked_extensions, recipe
from tests.builders import file, process, trait

START = process("TZ=UTC node ./dist/server.js", "web", "start", "package.json")
BUILD = trait("build.script", "package.json", 9, name="build")


def _node(*facts: object, beside: tuple[str, ...] = ()) -> dict[str, str]:
    files = (file("package.json", *facts), *(file(path) for path in beside))  # type: ignore[arg-type]
    return {name: value for name, value in recipe(files, "", "npm", ()) if name in ("script", "finished", "berry")}


def test_what_is_built_already_is_not_built_again() -> None:
    assert _node(START, BUILD, beside=("dist/server.js", "dist/lib/a.js")) == {"finished": "dist/server.js", "script": "build"}
    assert _node(START, BUILD, beside=("dist/server.js", "src/server.ts")) == {"script": "build"}
    assert _node(START, BUILD, beside=("server.ts",)) == {"script": "build"}


def test_yarn_from_version_two_on_has_other_commands() -> None:
    assert _node(trait("build.tool", "package.json", 3, name="yarn", version="4.11.0")) == {"berry": "yes"}
    assert _node(trait("build.tool", "package.json", 3, name="yarn", version="1.22.22")) == {}
    assert _node(beside=(".yarnrc.yml",)) == {"berry": "yes"}


def test_extensions_that_locked_packages_require() -> None:
    lock = (
        '{"packages": [{"require": {"php": ">=8", "ext-gd": "*", "acme/x": "1"}}, {"name": "b"}, {"require": {"ext-bcmath": "*"}}],'
    )
    lock += ' "packages-dev": [{"require": {"ext-xdebug": "*"}}]}'
    assert locked_extensions(lock) == (("extension", "bcmath"), ("extension", "gd"))
    for broken in (
        "",
        "{}",
        "[]",
        '{"packages": [1]}',
        '{"packages": [{"require": []}]}',
        '{"packages": [{"require": {"ext-a b": 1}}]}',
    ):
        assert locked_extensions(broken) == ()
