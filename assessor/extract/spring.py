"""What the keys of Spring Boot, Quarkus and Micronaut say beyond being settings: ports, pools, sessions, probes, log files."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.reading import Reading, defaults_filled

_PROFILE = re.compile(
    r"(?i)^(?:(?:application|bootstrap)-(?P<profile>[\w\-]{1,40})|[\w\-]{1,40}[.\-_](?P<suffix>dev"
    r"|development|test|testing|prod|production|staging|stage|uat|qa|local|integration|docker"
    r"|ci))\.(?:properties|ya?ml)$"
)
_QUARKUS = re.compile(r"%(?P<profiles>[A-Za-z][\w\-]{0,40}(?:,[\w\-]{1,40}){0,8})\.(?P<key>\S.*)", re.DOTALL)
_KEYS = (
    (
        re.compile(
            (
                r"(?:^|\.)(?:server\.port|management\.server\.port|quarkus\.http\.port|micronaut\.server\.port"
                r"|grpc\.server\.port|http\.port|server\.http\.port)$"
            )
        ),
        "port",
    ),
    (
        re.compile(r"(?i)(?:maximum-?pool-?size|max-?active|max-?pool-?size|jdbc\.max-size|max-?total|pool\.max(?:imum)?-?size)$"),
        "pool.size",
    ),
    (re.compile(r"^spring\.session\.store-type$"), "session.external"),
    (
        re.compile(
            r"^(?:logging\.file(?:\.name|\.path)?|logging\.path|quarkus\.log\.file\.path"
            r"|log4j\.appender\.\w{1,60}\.File|(?:.{0,60}\.)?appender\..{0,60}\.fileName)$"
        ),
        "logging.file",
    ),
    (re.compile(r"^management\.(?:endpoint\.health\.probes\.enabled|health\.livenessstate\.enabled)$"), "probe.liveness"),
    (re.compile(r"^server\.shutdown$"), "graceful.shutdown"),
    (
        re.compile(
            r"^(?:management\.(?:metrics\.export|prometheus|tracing|zipkin|otlp)|spring\.(?:zipkin|sleuth)|otel|quarkus\.(?:micrometer|otel)"
            r"|azure\.application-insights)\..{1,80}(?:enabled|url|endpoint|base-url|probability|connection-string)$"
        ),
        "metrics.telemetry",
    ),
    (re.compile(r"^(?:java\.version|maven\.compiler\.source|javac\.source|ant\.build\.javac\.source)$"), "java"),
    (re.compile(r"^(?:spring\.datasource\.jndi-name|.{0,60}[jJ]ndi-?[nN]ame)$"), "jndi.datasource"),
)


def spring_profile(name: str) -> str:
    """The profile a file name carries: `application-prod.yml` is `prod`."""
    found = _PROFILE.match(name)
    return (found["profile"] or found["suffix"]) if found else ""


def quarkus_key(key: str) -> tuple[str, str | None]:
    """The key without its profile, and the profile: `%test.quarkus.http.port` is `quarkus.http.port` of `test`; else None.

    Of several (`%dev,prod.x`) the one of production counts, as Quarkus itself starts with it.
    """
    if not (found := _QUARKUS.fullmatch(key)):
        return key, None
    profiles = found["profiles"].split(",")
    return found["key"], "prod" if "prod" in profiles else profiles[0]


def spring_facts(reading: Reading, key: str, value: str, line: int) -> Iterator[Fact]:
    """The facts that a well-known key states; nothing for all others."""
    value = defaults_filled(value).strip()
    name = next((name for pattern, name in _KEYS if pattern.search(key[:200])), "")
    if not name or not value:
        return
    if name == "port":
        yield from reading.port(value, key, line)
    elif name == "pool.size":
        if value.isdecimal():
            yield reading.trait(name, line, n=value, key=key)
    elif name == "java":
        yield reading.trait("runtime.version", line, name="java", version=value)
    elif name == "jndi.datasource":
        yield reading.trait(name, line, name=value)
    elif name == "session.external":
        if value.lower() not in ("none", "hash-map", "hash_map"):
            yield reading.trait("session.external", line, store=value)
    elif name == "metrics.telemetry":
        if value.lower() != "false":
            yield reading.trait(name, line, key=key)
    elif name == "logging.file":
        yield reading.trait(name, line, path=value)
    elif value.lower() in ("true", "graceful"):
        yield reading.trait(name, line, key=key)
