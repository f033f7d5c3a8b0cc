"""What Node makes before a PHP or Python application can be served; where its manifests lie."""

from assessor.plan.assets import assets, beside_rails
from assessor.plan.recipe import recipe
from assessor.plan.workspace import in_workspace, workspace
from tests.builders import artifact, file, library, trait

VITE = library("npm:vite", "5", "development", "package.json")
BUILD = trait("build.script", "package.json", 3, name="build")
BUNDLERS = ("vite", "laravel-mix", "webpack")
MANIFEST = "public/build/manifest.json"
MADE = '{"resources/js/app.js": {"file": "assets/app-1a2b.js", "isEntry": true}}'


def _assets(*facts: object, beside: tuple[str, ...] = (), text: str = "") -> tuple[tuple[str, str], ...]:
    files = (file("artisan"), file("package.json", *facts))  # type: ignore[arg-type]
    return assets(files, "", {"package.json", "artisan", *beside}, lambda path: text, BUNDLERS)


def test_a_bundler_and_a_script_make_a_stage() -> None:
    assert _assets(VITE, BUILD, beside=("yarn.lock",)) == (
        ("asset_script", ":build"),
        ("asset_manifest", "package.json"),
        ("asset_manifest", "yarn.lock"),
    )


def test_no_stage_without_a_bundler_or_without_a_script() -> None:
    assert _assets(library("npm:release-it", "1", "development", "package.json"), BUILD) == ()
    assert _assets(VITE) == ()


def test_what_lies_in_the_tree_is_not_made_again() -> None:
    assert _assets(VITE, BUILD, beside=(MANIFEST, "public/build/assets/app-1a2b.js"), text=MADE) == ()


def test_a_list_whose_scripts_are_not_there_is_no_proof() -> None:
    """Its neighbour in the sources, of the same name, is none either."""
    listed = '{"/js/app.js": "/js/app.js?id=1"}'
    assert _assets(VITE, BUILD, beside=("public/mix-manifest.json", "resources/assets/app.js"), text=listed)
    assert _assets(VITE, BUILD, beside=(MANIFEST,), text="[1")


def test_packages_that_are_installed_together_build_where_they_are() -> None:
    top = file("package.json", artifact("package", "top", "package.json", modules=("ui/*",)))
    pages = file("ui/pages/package.json", library("npm:vite", "5", "development", "ui/pages/package.json"), BUILD)
    other = file("tools/package.json", library("npm:vite", "5", "development", "tools/package.json"), BUILD)
    found = assets((top, pages, other), "", {"package.json", "package-lock.json"}, lambda path: "", BUNDLERS)
    assert [value for name, value in found if name == "asset_script"] == ["ui/pages:build"]


def test_the_lock_file_of_a_workspace_lies_above_the_server() -> None:
    top = file("package.json", artifact("package", "top", "package.json", modules=("./server", "packages/*")))
    paths = {"package.json", "package-lock.json", "server/package.json", "tools/package.json"}
    assert in_workspace((top,), "server", paths)
    assert not in_workspace((top,), "tools", paths)
    assert not in_workspace((top,), "server", paths | {"server/package-lock.json"})
    assert not in_workspace((top,), "server", paths - {"package-lock.json"})
    assert in_workspace((), "server", {"package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "server/package.json"})


def test_inputs_of_a_workspace_are_those_of_the_top() -> None:
    top = (("folder", ""), ("manifest", "package.json"), ("script", "build"), ("library", "nx"))
    assert workspace(top, "server") == (
        ("workspace", "server"),
        ("workspace_manifest", "package.json"),
        ("workspace_script", "build"),
    )


def test_a_manifest_in_a_folder_of_its_own_is_named() -> None:
    files = (file("app.js"), file("install/package.json", trait("build.script", "install/package.json", 3, name="build")))
    assert recipe(files, "", "npm", (), (), "install") == (
        ("folder", ""),
        ("manifest", "package.json"),
        ("script", "build"),
        ("described", "install"),
    )


def _apart(*beside: str, text: dict[str, str] | None = None, facts: tuple[object, ...] = ()) -> tuple[tuple[str, str], ...]:
    pages = file("web/package.json", library("npm:vite", "5", "development", "web/package.json"), BUILD)
    manual = file("docs/package.json", library("npm:vite", "5", "development", "docs/package.json"), BUILD)
    files = (file("main.go"), pages, manual, *facts)  # type: ignore[arg-type]
    paths = {"main.go", "web/package.json", "docs/package.json", *beside}
    return assets(files, "", paths, lambda path: (text or {}).get(path, ""), BUNDLERS)  # type: ignore[arg-type]


def test_pages_in_a_folder_of_their_own_are_made_there() -> None:
    assert _apart("web/pnpm-lock.yaml") == (("asset_folder", "web:build"), ("asset_lock", "web:pnpm-lock.yaml"))


def test_the_projects_own_makefile_goes_before() -> None:
    assert _apart("Makefile", text={"Makefile": "pages:\n\tcd web && npm run build\n"}) == (("asset_make", "pages"),)


def test_the_script_that_writes_where_the_program_embeds() -> None:
    scripts = '{"scripts": {"build": "vite build", "release": "vite build --outDir=../server/pages/dist"}}'
    embedding = file("server/pages/pages.go", trait("assets.embedded", "server/pages/pages.go", 5, paths="//go:embed dist/*"))
    found = _apart(text={"web/package.json": scripts}, facts=(embedding,))
    assert found == (("asset_folder", "web:release"),)
    assert _apart(text={"web/package.json": scripts}) == (("asset_folder", "web:build"),)


def test_rails_makes_its_assets_with_node_where_it_needs_it() -> None:
    scripts = ("jsbundling-rails", "terser")
    manifests = (("asset_manifest", "package.json"), ("asset_manifest", "yarn.lock"))
    assert beside_rails("", {"package.json", "yarn.lock"}, {"rails", "jsbundling-rails"}, scripts) == manifests
    assert beside_rails("", {"package.json", "yarn.lock"}, {"rails"}, scripts) == manifests
    assert beside_rails("", {"Gemfile"}, {"rails", "terser"}, scripts) == (("asset_runtime", "yes"),)
    assert beside_rails("", {"package.json"}, {"rails"}, scripts) == ()
