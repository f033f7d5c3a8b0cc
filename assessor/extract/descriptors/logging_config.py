"""Where logs go: `logback*.xml`, `log4j*.xml`, `NLog.config`, `log4net.config`. A file appender is the trait `logging.file`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, children, local_name, text_of
from assessor.extract.reading import Reading, defaults_filled

_NAME = re.compile(
    r"(?i)(?:^|/)(?:[\w.\-]{0,40}(?:logback|log4j2?)[\w.\-]{0,40}\.xml|nlog(?:\.[\w\-]{1,20})?\.config"
    r"|log4net[\w.\-]{0,20}\.(?:config|xml))$"
)
_APPENDERS = ("appender", "RollingFile", "File", "RollingRandomAccessFile", "target", "Console", "RandomAccessFile")
_SOCKET = re.compile(r"(?i)socket|syslog|gelf|logstash|graylog|fluent|kafka|remote|udp|tcp")


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    reading = Reading(document, "logging")
    silent = _silent(markup)
    for each in markup.all(*_APPENDERS):
        kind = attribute(each, "class", "type") or local_name(each)
        parameters = {attribute(item, "name", "key").lower(): attribute(item, "value") for item in children(each, "param")}
        path = text_of(each, "file") or attribute(each, "fileName") or parameters.get("file", "") or _value(each, "file")
        pattern = text_of(each, "rollingPolicy", "fileNamePattern") or text_of(each, "rollingPolicy", "FileNamePattern")
        if path or pattern:
            if not _speaks(each, silent):
                continue
            yield reading.trait("logging.file", markup.line(each), path=defaults_filled(path or pattern))
        elif "console" in kind.lower():
            yield reading.trait("logging.console", markup.line(each))
        elif _SOCKET.search(kind):
            host = next(
                (
                    text_of(each, key) or attribute(each, key) or parameters.get(key.lower(), "")
                    for key in ("remoteHost", "syslogHost", "destination", "graylogHost", "host", "address", "Host", "SyslogHost")
                    if text_of(each, key) or attribute(each, key) or parameters.get(key.lower(), "")
                ),
                "",
            )
            port = text_of(each, "port") or text_of(each, "graylogPort") or attribute(each, "port") or parameters.get("port", "")
            yield reading.trait("logging.socket", markup.line(each), type=kind, host=host)
            host, _, inner = re.sub(r"^\w{2,10}://", "", defaults_filled(host)).partition(":")
            number = inner or port
            if re.fullmatch(r"[\w.\-]{1,200}", host):
                stated = int(number) if number.isascii() and number.isdecimal() and int(number) < 65536 else 0
                yield Connection(
                    f"{host}:{stated}" if stated else host,
                    "syslog" if "syslog" in kind.lower() else "log",
                    host,
                    stated,
                    "",
                    reading.evidence(markup.line(each)),
                )
        if re.search(
            r"(?i)JsonEncoder|JsonLayout|LogstashEncoder|JsonTemplateLayout|EcsLayout|EcsEncoder",
            " ".join(str(item.get("class") or item.get("type") or item.tag) for item in each.iter() if isinstance(item.tag, str)),
        ):
            yield reading.trait("log.structured", markup.line(each))


def _silent(markup: Markup) -> frozenset[str]:
    """Names of appenders to which nothing is written: no logger of the file names them, or only loggers that are switched off.

    A file in which no logger names any appender is a part of another one, and says nothing of the kind.
    """
    heard: dict[str, bool] = {}
    for each in markup.all("appender-ref", "AppenderRef"):
        logger = each.getparent()
        level = attribute(logger, "level") or next((attribute(item, "value") for item in children(logger, "level")), "")
        name = attribute(each, "ref")
        heard[name] = heard.get(name, False) or level.lower() != "off"
    if not heard:
        return frozenset()
    named = {attribute(each, "name") for each in markup.all(*_APPENDERS)}
    return frozenset(name for name in named | set(heard) if name and not heard.get(name))


def _speaks(appender: Element, silent: frozenset[str]) -> bool:
    """Whether something is written to the appender; one inside another (`<sift>`) has that one's name."""
    outer = [each for each in appender.iterancestors() if local_name(each) == "appender"]
    return attribute((outer or [appender])[-1], "name") not in silent


def _value(element: object, name: str) -> str:
    return next((attribute(item, "value") for item in children(element, name) if attribute(item, "value")), "")


DESCRIPTOR = Descriptor("logging", lambda path: bool(_NAME.search(path)), _read)
