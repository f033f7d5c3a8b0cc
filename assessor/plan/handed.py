"""Addresses that an application keeps in a file of its own and takes from no variable: the same file for the bundle, reading
variables.

Tomcat's `META-INF/context.xml` becomes `conf/Catalina/localhost/ROOT.xml`, which outranks it; constants of PHP are defined before
the application's own `define` gets to them, which then holds no longer.
"""

import re
from collections.abc import Callable, Container, Sequence

from msgspec import Struct

from assessor.domain.deployment import BundleFile, Mount, Variable
from assessor.domain.facts import Evidence, FileFacts, Setting
from assessor.plan.application import Image
from assessor.plan.backing import Placed, value_for
from assessor.plan.environment import Assigned, assigned, speaks_of
from assessor.plan.expressions import literal, reference
from assessor.plan.names import plain_path
from assessor.plan.readings import Reading, secret_name

_RESOURCE = re.compile(r"<Resource\b[^<>]{0,4000}>")
_URL = re.compile(r"\burl\s{0,4}=\s{0,4}([\"'])(jdbc:[^\"'<>]{1,500})\1")
_ATTRIBUTE = re.compile(r"(\b(?:url|username|password)\s{0,4}=\s{0,4})(?:\"[^\"]*\"|'[^']*')")
_SECRET = re.compile(r"((?i:\b[\w.]{0,60}(?:passw|pwd|secret)[\w.]{0,60})\s{0,4}=\s{0,4})(?:\"[^\"]*\"|'[^']*')")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OUTSIDE = re.compile(r"\b(?:require|include)(?:_once)?\s{0,4}\(?\s{0,4}[\"'](/etc/[\w./-]{1,120}\.php)[\"']")
_PROPERTIES = "-Dorg.apache.tomcat.util.digester.PROPERTY_SOURCE=org.apache.tomcat.util.digester.EnvironmentPropertySource"
"""Makes Tomcat fill in variables of the environment (https://tomcat.apache.org/tomcat-9.0-doc/config/systemprops.html)."""
_CONSTANTS = "/usr/local/etc/php/addresses.php"


class Handed(Struct, frozen=True):
    """What one image gets: `services` are the ids of those whose address it settles, `secrets` what a person must fill in
    beside the account."""

    services: tuple[str, ...] = ()
    variables: tuple[Variable, ...] = ()
    mounts: tuple[Mount, ...] = ()
    files: tuple[BundleFile, ...] = ()
    secrets: tuple[Variable, ...] = ()

    def told(self, environment: Sequence[Variable], guessed: Container[str]) -> tuple[Variable, ...]:
        """`environment` with these variables, and without those `guessed` for a service whose address is settled here."""
        kept = [one for one in environment if one.evidence or one.name not in guessed]
        return tuple(sorted({variable.name: variable for variable in (*kept, *self.variables)}.values()))


def handed(
    image: Image, ready: Sequence[Placed], told: Sequence[str], facts: Sequence[FileFacts], read_text: Callable[[str], str]
) -> Handed:
    """The files for `image`; services whose ids are in `told` have their variables already."""
    open_ = [one for one in ready if one.kind.slot == "database" and one.service.id not in told]
    if image.build.existing or not open_:
        return Handed()
    template = image.packaging.template
    if template.startswith("tomcat"):
        return _context(image, open_, facts, read_text)
    return _constants(image, open_, facts, read_text) if template.startswith("php") else Handed()


def _context(image: Image, ready: Sequence[Placed], facts: Sequence[FileFacts], read_text: Callable[[str], str]) -> Handed:
    inside = f"{image.folder}/" if image.folder else ""
    path = next((file.path for file in facts if file.path.startswith(inside) and file.path.endswith("META-INF/context.xml")), "")
    text = _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), read_text(path)) if path else ""
    found = [(one, place, url[2]) for place in _RESOURCE.finditer(text) if (url := _URL.search(place[0])) for one in ready]
    first = next(((placed, place, url) for placed, place, url in found if speaks_of(url, placed.kind)), None)
    if first is None:
        return Handed()
    placed, at, address = first
    place = (Evidence(path, text.count("\n", 0, at.start()) + 1),)
    told = {
        "url": ("DATASOURCE_URL", "url"),
        "username": ("DATASOURCE_USER", "user"),
        "password": ("DATASOURCE_PASSWORD", "password"),
    }
    variables = [
        Variable(
            name,
            value_for(Assigned(Reading(name, address, False, "file", place), placed.service.id, role), placed),
            False,
            "",
            place,
        )
        for name, role in told.values()
    ]
    secrets: list[Variable] = []

    def written(resource: re.Match[str]) -> str:
        url = _URL.search(resource[0])
        if url and speaks_of(url[2], placed.kind):
            return _ATTRIBUTE.sub(lambda one: f'{one[1]}"${{{told[one[1].split("=")[0].strip()][0]}}}"', resource[0])
        return _SECRET.sub(lambda one: f'{one[1]}"${{{_asked(secrets, place)}}}"', resource[0])

    content = re.sub(r"(?:[ \t]*\n){3,}", "\n\n", _RESOURCE.sub(written, text))
    options = image.packaging.environment.get("CATALINA_OPTS", "")
    variables.append(Variable("CATALINA_OPTS", literal(f"{options} {_PROPERTIES}".strip()), False, "", place))
    variables += [Variable(one.name, reference(one), True, "", place) for one in secrets]
    mount = Mount("./tomcat/ROOT.xml", f"{image.home.path}/conf/Catalina/localhost/ROOT.xml", True, place)
    made = (BundleFile("tomcat/ROOT.xml", content, place),)
    return Handed((placed.service.id,), tuple(variables), (mount,), made, tuple(secrets))


def _asked(secrets: list[Variable], place: tuple[Evidence, ...]) -> str:
    """The name of one more secret that only a person can fill in."""
    name = f"RESOURCE_PASSWORD_{len(secrets) + 1}"
    secrets.append(Variable(name, "", True, "password of another resource of the same file", place, required=True))
    return name


def _constants(image: Image, ready: Sequence[Placed], facts: Sequence[FileFacts], read_text: Callable[[str], str]) -> Handed:
    inside = f"{image.folder}/" if image.folder else ""
    files = [file for file in facts if file.path.startswith(inside) and file.path.endswith(".php")]
    found: dict[str, Reading] = {}
    texts: dict[str, str] = {}
    for file in files:
        for fact in file.of(Setting):
            if fact.format == "php" and re.fullmatch(r"[A-Z][A-Z0-9_]*", fact.key):
                text = texts.setdefault(file.path, read_text(file.path))
                if re.search(rf"\bdefine\s{{0,4}}\(\s{{0,4}}[\"']{fact.key}[\"']", text):
                    secret = secret_name(fact.key)
                    found.setdefault(fact.key, Reading(fact.key, "" if secret else fact.value, secret, "file", (fact.evidence,)))
    speaks = assigned(found.values(), [one.kind for one in ready])
    by_id = {one.service.id: one for one in ready}
    settled = tuple(sorted({one.service for one in speaks if one.role in ("host", "address", "url")}))
    speaks = tuple(one for one in speaks if one.service in settled)
    variables = tuple(
        Variable(one.reading.name, value_for(one, by_id[one.service]), one.reading.secret, "", one.reading.evidence)
        for one in speaks
        if value_for(one, by_id[one.service])
    )
    if not variables:
        return Handed()
    places = tuple(sorted({place for one in speaks for place in one.reading.evidence}))
    names = ", ".join(f"'{variable.name}'" for variable in variables)
    content = (
        "<?php\n// Constants of the application, from the variables of compose.yaml: what is defined first holds.\n"
        f"foreach ([{names}] as $name) {{\n"
        "    if (getenv($name) !== false && !defined($name)) {\n        define($name, getenv($name));\n    }\n}\n"
    )
    first = f"; read before every page\nauto_prepend_file = {_CONSTANTS}\n"
    outside = sorted({path for text in texts.values() for path in _OUTSIDE.findall(text) if plain_path(path) and ".." not in path})
    mounts = (
        Mount("./php/addresses.php", _CONSTANTS, True, places),
        Mount("./php/addresses.ini", "/usr/local/etc/php/conf.d/addresses.ini", True, places),
        *(Mount("./php/addresses.php", path, True, places) for path in outside),
    )
    made = (BundleFile("php/addresses.ini", first, places), BundleFile("php/addresses.php", content, places))
    return Handed(settled, variables, mounts, made)
