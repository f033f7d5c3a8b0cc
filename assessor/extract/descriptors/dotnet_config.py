"""ASP.NET and .NET Framework configuration: `web.config`, `app.config`, `X.exe.config` and their transforms (`web.Release.config`).

`<add name="Orders" connectionString="Data Source=db;..." providerName="System.Data.SqlClient"/>` is a setting and a connection
with scheme `sqlserver`; WCF service endpoints are endpoints, client endpoints remote calls.
"""

import re
from collections.abc import Iterator

import msgspec

from assessor.domain.facts import Connection, Endpoint, Fact, RemoteCall
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, children, local_name
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)(?P<stem>web|app|[\w.\-]{1,100}\.exe|applicationhost|connectionstrings?"
    r"|appsettings)(?:\.(?P<profile>[\w\-]{1,40}))?\.config$"
)
_PROVIDERS = (
    ("sqlclient", "sqlserver"),
    ("npgsql", "postgres"),
    ("mysql", "mysql"),
    ("oracle", "oracle"),
    ("sqlite", "sqlite"),
    ("sqlserverce", "sqlserverce"),
    ("oledb", "oledb"),
    ("odbc", "odbc"),
    ("db2", "db2"),
    ("firebird", "firebird"),
    ("entityclient", "sqlserver"),
)
_NET_TCP = {
    "nettcpbinding": "net.tcp",
    "netmsmqbinding": "msmq",
    "netnamedpipebinding": "net.pipe",
    "webhttpbinding": "http",
    "msmqintegrationbinding": "msmq",
}


def _read(document: Document) -> Iterator[Fact]:
    named = _NAME.search(document.path)
    markup = Markup(document)
    reading = Reading(document, "dotnet-config", (named["profile"] or "") if named else "")
    for section in markup.all("appSettings"):
        for each in children(section, "add"):
            yield from reading.setting(attribute(each, "key"), attribute(each, "value"), markup.line(each))
    yield from _connection_strings(markup, reading)
    for section in markup.all("applicationSettings", "userSettings"):
        for each in section.iter("{*}setting", "setting"):
            value = "".join(each.itertext()).strip()
            yield from reading.setting(attribute(each, "name"), value, markup.line(each))
    yield from _web(markup, reading)
    yield from _wcf(markup, reading)
    for each in markup.all("smtp"):
        yield from reading.setting("smtp.from", attribute(each, "from"), markup.line(each))
        for inner in children(each, "network"):
            for key, value in sorted(inner.attrib.items()):
                yield from reading.setting(f"smtp.{key}", value, markup.line(inner))
            if host := attribute(inner, "host"):
                port = attribute(inner, "port")
                number = int(port) if port.isascii() and port.isdecimal() and int(port) < 65536 else 25
                yield Connection(
                    f"{host}:{number}", "smtp", host, number, "", reading.evidence(markup.line(inner)), reading.profile
                )


def _connection_strings(markup: Markup, reading: Reading) -> Iterator[Fact]:
    sections = [
        *markup.all("connectionStrings"),
        *([markup.root] if local_name(markup.root).lower() == "connectionstrings" else []),
    ]
    for each in dict.fromkeys(each for section in sections for each in children(section, "add")):
        value = attribute(each, "connectionString")
        provider = attribute(each, "providerName").lower() + " " + value[:200].lower()
        scheme = next((scheme for word, scheme in _PROVIDERS if word in provider), "sqlserver")
        for fact in reading.setting(f"connectionStrings.{attribute(each, 'name')}", value, markup.line(each)):
            yield msgspec.structs.replace(fact, scheme=scheme) if isinstance(fact, Connection) and fact.scheme == "ado" else fact
        if attribute(each, "providerName"):
            yield from reading.setting(
                f"connectionStrings.{attribute(each, 'name')}.providerName", attribute(each, "providerName"), markup.line(each)
            )


def _web(markup: Markup, reading: Reading) -> Iterator[Fact]:
    for each in markup.all("sessionState"):
        mode = attribute(each, "mode") or "InProc"
        yield from reading.setting("sessionState.mode", mode, markup.line(each))
        if mode.lower() == "inproc":
            yield reading.trait("session.in-memory", markup.line(each), mode=mode)
        elif mode.lower() != "off":
            yield reading.trait("session.external", markup.line(each), mode=mode)
        connection = attribute(each, "stateConnectionString", "sqlConnectionString")
        if connection:
            yield from reading.setting("sessionState.connection", connection, markup.line(each))
    for each in markup.all("authentication"):
        mode = attribute(each, "mode")
        if mode:
            yield from reading.setting("authentication.mode", mode, markup.line(each))
        if mode.lower() == "windows":
            yield reading.trait("windows.authentication", markup.line(each), mode=mode)
    for each in markup.all("windowsAuthentication"):
        if attribute(each, "enabled").lower() == "true":
            yield reading.trait("windows.authentication", markup.line(each), mode="iis")
    for each in markup.all("httpRuntime", "compilation"):
        target = attribute(each, "targetFramework")
        if target:
            yield reading.trait("runtime.version", markup.line(each), name="dotnet-framework", version=target)
    for each in markup.all("supportedRuntime"):
        sku = re.search(r"Version=v([\d.]{1,8})", attribute(each, "sku"))
        yield reading.trait(
            "runtime.version",
            markup.line(each),
            name="dotnet-framework",
            version=sku[1] if sku else attribute(each, "version").lstrip("v"),
        )
    for each in markup.all("aspNetCore"):
        yield reading.trait(
            "server.iis", markup.line(each), hosting=attribute(each, "hostingModel"), process=attribute(each, "processPath")
        )
    whole_server = reading.document.path.lower().endswith("applicationhost.config")  # it lists what IIS itself brings
    for each in () if whole_server else markup.all("httpModules", "httpHandlers", "modules", "handlers"):
        for inner in children(each, "add"):
            kind = "iis.handler" if "andler" in local_name(each) else "iis.module"
            yield reading.trait(
                kind,
                markup.line(inner),
                name=attribute(inner, "name"),
                type=attribute(inner, "type"),
                path=attribute(inner, "path"),
            )
    for each in markup.all("machineKey"):
        for key in ("validationKey", "decryptionKey"):
            if attribute(each, key) and "autogenerate" not in attribute(each, key).lower():
                yield from reading.setting(f"machineKey.{key}", attribute(each, key), markup.line(each))
    for each in markup.all("file", "target", "appender"):
        if name := attribute(each, "fileName", "initializeData"):
            yield reading.trait("logging.file", markup.line(each), path=name)
        elif local_name(each) == "file" and attribute(each, "value"):
            yield reading.trait("logging.file", markup.line(each), path=attribute(each, "value"))
    for each in markup.all("binding"):
        if found := re.fullmatch(r"[^:]{0,60}:(\d{1,5}):[^:]{0,200}", attribute(each, "bindingInformation")):
            yield from reading.port(found[1], attribute(each, "protocol") or "http", markup.line(each))


def _wcf(markup: Markup, reading: Reading) -> Iterator[Fact]:
    for each in markup.all("service"):
        base = next(
            (attribute(inner, "baseAddress") for inner in each.iter("{*}add", "add") if attribute(inner, "baseAddress")), ""
        )
        for endpoint in children(each, "endpoint"):
            if "imetadataexchange" not in attribute(endpoint, "contract").lower():
                path = attribute(endpoint, "address") or base or attribute(each, "name")
                yield Endpoint(path, "", _binding(endpoint), attribute(each, "name"), reading.evidence(markup.line(endpoint)))
        if base:
            yield from reading.setting(f"serviceModel.{attribute(each, 'name')}.baseAddress", base, markup.line(each))
    for client in markup.all("client"):
        for endpoint in children(client, "endpoint"):
            address = attribute(endpoint, "address")
            if address:
                line = markup.line(endpoint)
                yield RemoteCall(address, _binding(endpoint), attribute(endpoint, "contract"), reading.evidence(line))
                yield from reading.setting(f"serviceModel.client.{attribute(endpoint, 'name', 'contract')}.address", address, line)


def _binding(endpoint: Element) -> str:
    return _NET_TCP.get(attribute(endpoint, "binding").lower(), "soap")


DESCRIPTOR = Descriptor("dotnet-config", lambda path: bool(_NAME.search(path)), _read)
