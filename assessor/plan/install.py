"""Where the application lies on its machine, which is where it lies in the image: absolute paths in code, crontabs and settings
hold.

`DocumentRoot /srv/www/storefront/htdocs` over `htdocs/index.php` -> `/srv/www/storefront`; `WorkingDirectory=/opt/clinic/app` ->
that.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from assessor.domain.facts import Evidence, FileFacts, Setting
from assessor.domain.runtime import Deployable
from assessor.plan.httpd import Site, modules, site
from assessor.plan.names import plain_path

_FORBIDDEN = ("/", "/usr", "/etc", "/bin", "/lib", "/home", "/root", "/var", "/opt", "/srv", "/tmp", "/proc", "/sys", "/dev")


class Home(Struct, frozen=True):
    """`path` in the image, `web` the document root relative to it ("" the home itself), with what was found about the site."""

    path: str
    web: str = ""
    site: Site | None = None
    modules: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def home(facts: Sequence[FileFacts], deployable: Deployable, fallback: str, read_text: Callable[[str], str]) -> Home:
    """The install folder of `deployable`, or `fallback` when nobody states one."""
    stated = _settings(facts, ("workingdirectory", "chdir", "directory"))
    web = _web_folder(facts, deployable)
    needed = _modules(facts, read_text)
    for evidence, _ in _settings(facts, ("documentroot",)):
        found = site(read_text(evidence.path))
        if found and plain_path(found.root) and (not web or found.root.endswith(f"/{web}")):
            path = found.root.removesuffix(f"/{web}") if web else found.root
            if path not in _FORBIDDEN:
                return Home(path, web, found, tuple(sorted({*needed, *found.modules})), (evidence,))
    for evidence, value in stated:
        path = value.strip().rstrip("/")
        if path.startswith("/") and plain_path(path) and path not in _FORBIDDEN and path.count("/") > 1:
            return Home(path, web, None, needed, (evidence,))
    return Home(fallback, web, None, needed)


def _settings(facts: Sequence[FileFacts], last_words: tuple[str, ...]) -> list[tuple[Evidence, str]]:
    return sorted(
        (fact.evidence, fact.value)
        for file in facts
        if file.role in ("source", "data")
        for fact in file.of(Setting)
        if fact.key.rpartition(".")[2].lower() in last_words
    )


def _web_folder(facts: Sequence[FileFacts], deployable: Deployable) -> str:
    """The folder of the first page, relative to the deployable's: `htdocs` for `htdocs/index.php`."""
    inside = f"{deployable.folder}/" if deployable.folder else ""
    pages = [file.path.removeprefix(inside) for file in facts if file.path.startswith(inside) and file.path.endswith("index.php")]
    evident = [place.path.removeprefix(inside) for place in deployable.evidence if place.path.endswith("index.php")]
    folders = ("", "public/", "web/", "htdocs/", "webroot/", "www/", "public_html/")
    # beside the source a framework has at most a page that says where the real one is
    for folder in (*folders[1:], "") if deployable.artifact in ("laravel", "symfony") else folders:
        if f"{folder}index.php" in (evident or pages):
            return folder.rstrip("/")
    return ""


def _modules(facts: Sequence[FileFacts], read_text: Callable[[str], str]) -> tuple[str, ...]:
    found = {name for file in facts if file.path.endswith(".htaccess") for name in modules(read_text(file.path))}
    return tuple(sorted(found))
