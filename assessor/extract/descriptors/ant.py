"""Ant's `build.xml` and Ivy's `ivy.xml`: what is built, for which Java, and how it is deployed by hand.

`<war destfile="${dist}/shop.war"/>` is the artifact `shop`, `<ftp server="web01"/>` the trait `deploy.ftp`, `<sql url="jdbc:..."/>`
a setting with its connection. Tasks are never run; `${name}` is filled from the file's own properties.
"""

import re
from collections.abc import Callable, Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, children, local_name
from assessor.extract.reading import Reading

_NAME = re.compile(r"(?i)(?:^|/)(?:build[\w.\-]{0,40}|ivy)\.xml$")
_PROPERTY = re.compile(r"\$\{([\w.\-]{1,100})\}")
_ARCHIVES = ("war", "ear")
_SERVER_FOLDER = re.compile(r"(?i)(?:^|[/\\])(?:webapps|deployments|deploy|autodeploy|installedapps)[/\\]?$")
_DEPLOYS = re.compile(r"(?:catalina\.ant\.(?:Deploy|Install)|\.WLDeploy|tomcat.{0,60}Deploy)(?:Task)?$", re.IGNORECASE)
_ALL_OF_TOMCAT = re.compile(r"catalina\.tasks$|org[./]apache[./]catalina[./]ant")
Filled = Callable[..., str]
"""The attribute of an element under the first of the names that it has, with the properties filled in."""
_SERVER_TASKS = ("wldeploy", "wsinstallapp", "sun-appserv-deploy", "tomcat-deploy", "catalina-deploy")


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    if local_name(markup.root) == "ivy-module":
        yield from _ivy(markup, Reading(document, "ivy"))
    elif local_name(markup.root) == "project" and any(True for _ in children(markup.root, "target", "property", "import")):
        yield from _ant(markup, Reading(document, "ant"))


def _ivy(markup: Markup, reading: Reading) -> Iterator[Fact]:
    for each in markup.all("dependency"):
        group, name = attribute(each, "org"), attribute(each, "name")
        if group and name:
            scope = "test" if attribute(each, "conf").lower().startswith("test") else "runtime"
            yield reading.library(f"{group}:{name}", "maven", attribute(each, "rev"), scope, markup.line(each))


def _ant(markup: Markup, reading: Reading) -> Iterator[Fact]:
    values = {"ant.project.name": attribute(markup.root, "name")}
    for each in markup.all("property"):
        if attribute(each, "name"):  # the first one wins, as in Ant
            values.setdefault(attribute(each, "name"), attribute(each, "value", "location"))

    def filled(element: Element, *names: str) -> str:
        text = attribute(element, *names)
        for _ in range(5):
            text = _PROPERTY.sub(lambda found: values.get(found[1]) or found[0], text)[:2000]
        return text

    for each in markup.all("property"):
        value = attribute(each, "value")
        if value and values.get(attribute(each, "name")) == value:
            yield from reading.setting(attribute(each, "name"), filled(each, "value"), markup.line(each))
    for each in markup.all("javac"):
        version = filled(each, "release", "source", "target")
        if re.fullmatch(r"(1\.)?\d{1,2}", version):
            yield reading.trait("runtime.version", markup.line(each), name="java", version=version)
    compiled = any(True for _ in markup.all("javac"))  # a script that only installs packs what others built
    for each in markup.all(*_ARCHIVES) if compiled else ():
        file = re.split(r"[/\\]", filled(each, "destfile", "warfile", "earfile"))[-1]
        name = file.rpartition(".")[0] or file
        if file:
            plain = name if "${" not in name else values["ant.project.name"]
            yield reading.artifact(plain, local_name(each), markup.line(each), main=True)
    yield from _deployed(markup, reading, filled)
    yield from _started(markup, reading, filled)


def _deployed(markup: Markup, reading: Reading, filled: Filled) -> Iterator[Fact]:
    for each in markup.all("ftp"):
        if host := filled(each, "server"):
            yield reading.trait("deploy.ftp", markup.line(each), by=f"ftp {host}")
            yield from _machine(reading, "ftp", host, markup.line(each))
    for each in markup.all("scp", "sshexec"):
        host = (
            filled(each, "host")
            or filled(each, "todir", "remoteTodir", "remoteToFile", "toFile").rpartition("@")[2].partition(":")[0]
        )
        if host:
            yield reading.trait("deploy.ssh", markup.line(each), by=f"{local_name(each)} {host}")
            yield from _machine(reading, "ssh", host, markup.line(each))
    for each in markup.all("copy", "move"):
        if _SERVER_FOLDER.search(filled(each, "todir")):
            yield reading.trait("deploy.application-server", markup.line(each), by=f"{local_name(each)} {filled(each, 'todir')}")
    for each in markup.all(*_SERVER_TASKS, *_named_tasks(markup)):
        if filled(each, "action").lower() not in ("undeploy", "stop", "start", "cancel"):
            where = filled(each, "adminurl", "url")
            yield reading.trait("deploy.application-server", markup.line(each), by=f"{local_name(each)} {where}".strip())
    for each in markup.all("sql"):
        yield reading.trait("sql.hand-run", markup.line(each), by=f"sql {filled(each, 'src')}".strip())
        for key, value in (("url", filled(each, "url")), ("driver", filled(each, "driver")), ("user", filled(each, "userid"))):
            if value:
                yield from reading.setting(f"sql.{key}", value, markup.line(each))


def _named_tasks(markup: Markup) -> list[str]:
    """The names under which the file brings in Tomcat's and WebLogic's tasks: `<taskdef name="put" classname="...DeployTask"/>`."""
    names = [attribute(each, "name") for each in markup.all("taskdef") if _DEPLOYS.search(attribute(each, "classname"))]
    if any(_ALL_OF_TOMCAT.search(attribute(each, "resource", "file")) for each in markup.all("taskdef", "typedef")):
        names.append("deploy")
    return sorted(set(filter(None, names)) - set(_SERVER_TASKS))


def _machine(reading: Reading, scheme: str, host: str, line: int) -> Iterator[Fact]:
    if re.fullmatch(r"[\w\-]{1,60}(\.[\w\-]{1,60}){0,6}", host):
        yield Connection(host, scheme, host, 0, "", reading.evidence(line))


def _started(markup: Markup, reading: Reading, filled: Filled) -> Iterator[Fact]:
    for each in markup.all("jvmarg"):
        yield from reading.heap(filled(each, "value", "line"), markup.line(each))
    for each in markup.all("exec"):
        if filled(each, "executable").lower() in ("sc", "sc.exe", "installutil", "installutil.exe", "nssm"):
            yield reading.trait("deploy.windows-service", markup.line(each), by=filled(each, "executable"))


DESCRIPTOR = Descriptor("ant", lambda path: bool(_NAME.search(path)), _read)
