"""Spring's XML: properties of beans that hold addresses and secrets, JNDI look-ups, scheduled tasks, JMS listeners, Dubbo.

Matches any XML below a Java project's resources, and reads on only when the root is `beans` (or Camel's `blueprint`).
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Endpoint, Fact, RemoteCall, Transaction
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Element, Markup, attribute, children, local_name
from assessor.extract.reading import Reading

_BEANS = re.compile(r"<(?:\w{1,20}:)?(?:beans|blueprint)\b")
_KEPT = re.compile(
    r"(?i)(?:url|uri|host|port|user(?:name)?|password|driver(?:class(?:name)?)?|database"
    r"|broker\w{0,10}|server\w{0,10}|address|location|basedir|path|jndi-?name|max(?:active|total"
    r"|poolsize)|servers|secret|key)$"
)
_REMOTE = (
    ("HessianProxy", "hessian"),
    ("BurlapProxy", "hessian"),
    ("HttpInvokerProxy", "http"),
    ("RmiProxy", "rpc"),
    ("JaxWsPortProxy", "soap"),
    ("SimpleRemoteStatelessSession", "rpc"),
)
_REGISTRIES = frozenset({"dubbo", "sofa", "motan"})
"""Prefixes of elements that export or ask for an interface through a registry."""
_EXPORTED = (("HessianService", "rpc"), ("HttpInvokerService", "http"), ("RmiService", "rpc"), ("SimpleJaxWs", "soap"))


def _read(document: Document) -> Iterator[Fact]:
    if not _BEANS.search(document.text[:20_000]):
        return
    reading = Reading(document, "spring-xml")
    try:
        markup = Markup(document)
    except Unreadable:
        return
    for bean in markup.all("bean"):
        yield from _bean(markup, reading, bean)
        yield from _wired(markup, reading, bean)
    for each in markup.all("jndi-lookup"):
        name = attribute(each, "jndi-name")
        yield reading.trait(
            "jndi.datasource" if "jdbc" in name.lower() or "datasource" in name.lower() else "jndi.resource",
            markup.line(each),
            name=name,
        )
    for each in markup.all("scheduled", "scheduled-tasks"):
        schedule = attribute(each, "cron") or attribute(each, "fixed-delay", "fixed-rate")
        if schedule:
            name = f"{attribute(each, 'ref')}.{attribute(each, 'method')}"
            yield reading.process(name, name, "job", markup.line(each), schedule)
            yield reading.trait("scheduler.in-process", markup.line(each), schedule=schedule, name=name)
    for each in markup.all("listener"):
        if attribute(each, "destination"):
            yield Endpoint(attribute(each, "destination"), "", "jms", attribute(each, "ref"), reading.evidence(markup.line(each)))
    for each in markup.all("reference", "referer", "service"):
        contract = attribute(each, "interface")
        if contract and each.prefix in _REGISTRIES:
            place = reading.evidence(markup.line(each))
            if local_name(each) == "service":
                yield Endpoint(contract, "", "dubbo", attribute(each, "ref"), place)
            else:
                yield RemoteCall(contract, "dubbo", attribute(each, "id"), place)
    yield from _advised(markup, reading)
    for each in markup.all("embedded-database"):
        yield reading.trait("database.embedded", markup.line(each), type=attribute(each, "type") or "HSQL")
    for each in markup.all("endpoint", "client"):
        address = attribute(each, "address")
        if address.startswith("http"):
            yield RemoteCall(address, "soap", attribute(each, "serviceClass", "id"), reading.evidence(markup.line(each)))
        elif address and local_name(each) == "endpoint":
            yield Endpoint(address, "", "soap", attribute(each, "implementor", "id"), reading.evidence(markup.line(each)))


def _advised(markup: Markup, reading: Reading) -> Iterator[Fact]:
    """`<tx:advice>` with the expression that says around which methods it goes, else once for each kind of method that writes."""
    for advice in markup.all("advice"):
        points = {attribute(each, "id"): attribute(each, "expression") for each in markup.all("pointcut")}
        owners = [
            attribute(each, "pointcut") or points.get(attribute(each, "pointcut-ref"), "")
            for each in markup.all("advisor")
            if attribute(each, "advice-ref") == attribute(advice, "id")
        ]
        for method in advice.iter("{*}method"):
            if attribute(method, "read-only") != "true" and attribute(method, "propagation") not in (
                "NOT_SUPPORTED",
                "NEVER",
                "SUPPORTS",
            ):
                for owner in owners or [""]:
                    named = f"{owner} {attribute(method, 'name')}".strip()
                    yield Transaction("declared", named, reading.evidence(markup.line(method)))


def _bean(markup: Markup, reading: Reading, bean: Element) -> Iterator[Fact]:
    kind, name = attribute(bean, "class"), attribute(bean, "id", "name")
    values: dict[str, tuple[str, Element]] = {}
    for each in children(bean, "property", "constructor-arg"):
        value = attribute(each, "value") or next(((inner.text or "").strip() for inner in children(each, "value")), "")
        if value:
            values[attribute(each, "name")] = (value, each)
    for key, value in bean.attrib.items():
        if "schema/p" in str(key):
            values[str(key).rpartition("}")[2]] = (str(value), bean)
    for key, (value, each) in values.items():
        if _KEPT.search(key) or "://" in value or value.startswith("jdbc:"):
            yield from reading.setting(f"{name or kind.rpartition('.')[2]}.{key}".strip("."), value, markup.line(each))
        if key == "cronExpression":
            yield reading.process(name, name, "job", markup.line(each), value)
            yield reading.trait("scheduler.in-process", markup.line(each), schedule=value, name=name)
    if "JtaTransactionManager" in kind or "XADataSource" in kind or "AtomikosDataSource" in kind:
        yield Transaction("distributed", name or kind, reading.evidence(markup.line(bean)))
    address = next(
        (value for key, (value, _) in values.items() if key.lower() in ("serviceurl", "wsdldocumenturl", "jndiname")), ""
    )
    if address and (protocol := next((each for word, each in _REMOTE if word in kind), "")):
        interface = values.get("serviceInterface", ("", bean))[0]
        yield RemoteCall(address, protocol, interface, reading.evidence(markup.line(bean)))
    if protocol := next((each for word, each in _EXPORTED if word in kind and "Exporter" in kind), ""):
        path = values.get("serviceName", (name, bean))[0]
        yield Endpoint(path, "", protocol, values.get("serviceInterface", ("", bean))[0], reading.evidence(markup.line(bean)))


def _wired(markup: Markup, reading: Reading, bean: Element) -> Iterator[Fact]:
    """The names of a bean, and the beans that are handed to it: by `ref`, in lists, as `p:name-ref`."""
    kind = attribute(bean, "class")
    if not kind or "$" in kind:
        return
    names = re.split(r"[\s,;]+", f"{attribute(bean, 'id')} {attribute(bean, 'name')}".strip())
    for name in (*names, *(attribute(each, "alias") for each in markup.all("alias") if attribute(each, "name") in names)):
        if name:
            yield reading.trait("container.bean", markup.line(bean), name=name, type=kind)
    for each in children(bean, "property", "constructor-arg"):
        inner = [one for one in each.iter("{*}ref", "{*}bean", "{*}entry") if not _inside(one, each)]
        handed = [attribute(each, "ref")]
        handed += [
            attribute(one, "bean", "local", "value-ref") if local_name(one) != "bean" else attribute(one, "class") for one in inner
        ]
        for name in handed:
            if name:
                yield reading.trait("container.reference", markup.line(each), type=kind, name=name)
    for key, value in bean.attrib.items():
        if re.search(r"schema/[pc]\}.{1,80}-ref$", str(key)):
            yield reading.trait("container.reference", markup.line(bean), type=kind, name=str(value))


def _inside(inner: Element, outer: Element) -> bool:
    """True for what belongs to another bean that is written inside of `outer`."""
    above = inner.getparent()
    while above is not None and above is not outer:
        if local_name(above) == "bean":
            return True
        above = above.getparent()
    return False


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return (
        name.endswith(".xml")
        and bool(
            re.search(
                (
                    r"context|spring|beans|servlet|-config|config-|datasource|bean|blueprint|camel"
                    r"|remoting|quartz|schedul|jms|cxf|dao|service|persistence|security|dubbo|consumer|provider"
                ),
                name,
            )
        )
        and not name.startswith("logback")
    )


DESCRIPTOR = Descriptor("spring-xml", _matches, _read)
