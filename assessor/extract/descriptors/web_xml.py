"""Java's `web.xml` and `web-fragment.xml`: servlets and their paths, listeners, sessions, resources.

`<distributable/>` is the trait `session.replicated`; `<resource-ref>` is `jndi.datasource` or `jms.destination`;
a descriptor of version 5 or newer is `jakarta.servlet`.
"""

from collections.abc import Iterator

from assessor.domain.endpoint_paths import MOUNT
from assessor.domain.facts import Endpoint, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, child, children, local_name, text_of
from assessor.extract.reading import Reading

_JAKARTA = ("5", "6", "7")
"""Major versions of the descriptor that speak of jakarta.servlet; those before of javax.servlet."""

_RESOURCES = ("ServletContainer", "HttpServletDispatcher", "HttpServlet30Dispatcher")
"""Servlets of Jersey and RESTEasy that answer for all resources."""


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    reading = Reading(document, "web.xml")
    root = markup.root
    if root.get("version", "").partition(".")[0] in _JAKARTA:
        yield reading.trait("jakarta.servlet", markup.line(root), version=root.get("version", ""))
    classes = {
        text_of(each, "servlet-name"): text_of(each, "servlet-class") or text_of(each, "jsp-file") for each in markup.all("servlet")
    }
    for mapping in markup.all("servlet-mapping"):
        for pattern in children(mapping, "url-pattern"):
            name = text_of(mapping, "servlet-name")
            line, path = markup.line(pattern), (pattern.text or "").strip().rstrip("*").rstrip("/")
            if classes.get(name, "").rpartition(".")[2] in _RESOURCES and path:
                yield reading.trait(MOUNT, line, by="every", mounts="java-endpoint-jaxrs", path=path)
            yield Endpoint(
                (pattern.text or "").strip(), "", "http", classes.get(name) or name, reading.evidence(markup.line(pattern))
            )
    for kind in ("filter", "listener", "servlet"):
        for each in markup.all(kind):
            named = child(each, f"{kind}-class")
            if named is not None:
                yield reading.trait(
                    f"servlet.{kind}",
                    markup.line(named),
                    class_=(named.text or "").strip(),
                    name=text_of(each, f"{kind}-name"),
                )
    for each in markup.all("context-param", "init-param", "env-entry"):
        prefix = text_of(each.getparent(), "servlet-name") if local_name(each) == "init-param" else ""
        name = text_of(each, "param-name") or text_of(each, "env-entry-name")
        value = text_of(each, "param-value") or text_of(each, "env-entry-value")
        yield from reading.setting(f"{prefix}.{name}".lstrip("."), value, markup.line(each))
    for each in markup.all("distributable"):
        yield reading.trait("session.replicated", markup.line(each))
    for each in markup.all("session-timeout"):
        yield from reading.setting("session-timeout", (each.text or "").strip(), markup.line(each))
    yield from _resources(markup, reading)
    for each in markup.all("auth-method"):
        yield reading.trait("container.security", markup.line(each), method=(each.text or "").strip())
    folder = reading.folder.removesuffix("WEB-INF").rstrip("/")
    name = text_of(root, "display-name") or folder.rpartition("/")[2]
    if document.path.endswith("WEB-INF/web.xml"):
        yield reading.artifact(name, "war", markup.line(root), main=True, folder=folder)


def _resources(markup: Markup, reading: Reading) -> Iterator[Fact]:
    for each in markup.all(
        "resource-ref", "resource-env-ref", "message-destination-ref", "ejb-ref", "ejb-local-ref", "data-source", "service-ref"
    ):
        kind = (
            text_of(each, "res-type")
            or text_of(each, "resource-env-ref-type")
            or text_of(each, "message-destination-type")
            or text_of(each, "ejb-ref-type")
        )
        name = next((text_of(each, key) for key in _NAMES if text_of(each, key)), "")
        line = markup.line(each)
        if "DataSource" in kind or local_name(each) == "data-source":
            yield reading.trait("jndi.datasource", line, name=name, type=kind)
            yield from reading.connections(text_of(each, "url"), line)
        elif "jms" in kind.lower() or "message-destination" in local_name(each):
            yield reading.trait("jms.destination", line, name=name, type=kind)
        elif "ejb" in local_name(each):
            yield reading.trait(
                "ejb.reference",
                line,
                name=name,
                home=text_of(each, "home"),
                interface=text_of(each, "remote") or text_of(each, "local"),
            )
        else:
            yield reading.trait("jndi.resource", line, name=name, type=kind)


_NAMES = ("res-ref-name", "resource-env-ref-name", "message-destination-ref-name", "ejb-ref-name", "name", "service-ref-name")


def _matches(path: str) -> bool:
    return path.rpartition("/")[2].lower() in ("web.xml", "web-fragment.xml", "webdefault.xml")


DESCRIPTOR = Descriptor("web.xml", _matches, _read)
