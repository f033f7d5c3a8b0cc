"""Backing services of the bundle as containers, with their volumes, and the variables they share with the application."""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from assessor.domain.catalogue import ServiceContainer, ServiceKind, ServiceVariable
from assessor.domain.deployment import Container, Mount, Store, Variable
from assessor.domain.facts import Connection, Evidence
from assessor.domain.runtime import BackingService
from assessor.plan.environment import PRODUCTS, Assigned, rewritten_pairs, rewritten_url, speaks_of
from assessor.plan.expressions import literal, reference
from assessor.plan.images import service_image
from assessor.plan.names import free_name, service_name, variable_name
from assessor.plan.platforms import note, platform
from assessor.plan.readings import MICROPROFILE


class Placed(Struct, frozen=True):
    """A service with its container and the variables of `.env` that go with it, by role (user, password, root-password,
    database)."""

    service: BackingService
    kind: ServiceKind
    container: Container
    packaging: ServiceContainer
    variables: tuple[tuple[str, Variable], ...]
    volumes: tuple[str, ...]
    store: Store | None

    def variable(self, role: str) -> Variable | None:
        """The variable of `.env` for `role`."""
        return dict(self.variables).get(role)


def place(
    services: Sequence[BackingService],
    kinds: dict[str, ServiceKind],
    told: Sequence[Assigned],
    connections: Sequence[Connection] = (),
) -> tuple[Placed, ...]:
    """Every service that becomes a container (`bundle`, and `optional` as a comment), in order of id. `connections` are the
    addresses in the application's settings: one of a database that no variable names says what it is called."""
    placed: list[Placed] = []
    for service in sorted(services):
        kind = kinds.get(service.id)
        if kind is None or kind.container is None or service.placement not in ("bundle", "optional"):
            continue
        name = free_name(service_name(kind.container.name or service.id), [other.container.name for other in placed])
        own, database = [one for one in told if one.service == service.id], _stated_database(service, connections)
        placed.append(_place(service, kind, kind.container, name, own, database))
    return tuple(placed)


def _stated_database(service: BackingService, connections: Sequence[Connection]) -> Connection | None:
    """The address that speaks for the service and names a database."""
    places = {(evidence.path, evidence.line) for evidence in service.evidence}
    return next(
        (
            one
            for one in connections
            if (one.evidence.path, one.evidence.line) in places and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,62}", one.database)
        ),
        None,
    )


def _place(
    service: BackingService,
    kind: ServiceKind,
    packaging: ServiceContainer,
    name: str,
    told: Sequence[Assigned],
    database: Connection | None,
) -> Placed:
    unknown = _names_no_account(packaging, told)
    settings = [one for one in packaging.environment if not unknown or one.role not in ("user", "password")]
    variables = {one.role: _variable(one, kind, told, database) for one in settings if one.role not in _FIXED}
    environment = (
        *(
            Variable(
                one.name,
                literal(one.value) if one.role == "literal" else reference(variables[one.role]),
                False,
                "",
                variables[one.role].evidence if one.role in variables else (),
            )
            for one in settings
            if one.role != "virtual-host"
        ),
        *(found for one in settings if one.role == "virtual-host" and (found := _virtual_host(one.name, told))),
    )
    volumes = tuple(f"{name}-{service_name(path.rstrip('/').rpartition('/')[2], 'data')}" for path in packaging.data)
    if len(volumes) == 1:
        volumes = (f"{name}-data",)
    image = service_image(packaging, service.version)
    only = platform(image, packaging.architectures, packaging.amd64_only)
    container = Container(
        name=name,
        role=kind.slot,
        image=image,
        platform=only,
        command=tuple(literal(word) for word in packaging.command),
        user=packaging.user,
        expose=(packaging.port,) if packaging.port else (),
        environment=environment,
        mounts=tuple(Mount(volume, path) for volume, path in zip(volumes, packaging.data, strict=True)),
        tmpfs=packaging.tmpfs,
        healthcheck=packaging.healthcheck,
        memory_mib=packaging.memory_mib,
        memory_basis=packaging.memory_source,
        stop_grace_period=packaging.stop_grace_period,
        hostname=name if kind.id == "rabbitmq" else "",
        evidence=service.evidence,
        notes=(
            *packaging.notes,
            *((packaging.without_account,) if unknown else ()),
            *note(image, packaging.architectures, only),
        ),
        commented=service.reason if service.placement == "optional" else "",
    )
    return Placed(
        service, kind, container, packaging, tuple(sorted(variables.items())), volumes, _store(container, kind, settings, volumes)
    )


_FIXED = ("literal", "virtual-host")
"""Roles whose value stands in the compose file and needs no variable of `.env`."""


def _names_no_account(packaging: ServiceContainer, told: Sequence[Assigned]) -> bool:
    """Whether the application names where the service is and could not say who it is itself."""
    roles = {one.role for one in told}
    return bool(packaging.without_account) and bool(roles & {"host", "address"}) and not roles & {"user", "password", "url"}


def _virtual_host(name: str, told: Sequence[Assigned]) -> Variable | None:
    """The virtual host that the application asks for: without it the broker has `/` alone and turns the application away."""
    for one in told:
        path = urlsplit(one.reading.default).path[1:] if one.role == "url" else ""
        stated = one.reading.default if one.role == "virtual-host" else unquote(path)
        if stated not in ("", "/"):
            return Variable(name, literal(stated), False, "", one.reading.evidence)
    return None


def _variable(setting: ServiceVariable, kind: ServiceKind, told: Sequence[Assigned], database: Connection | None) -> Variable:
    secret = setting.role in ("password", "root-password")
    if setting.role == "licence":
        return Variable(
            setting.name,
            "",
            False,
            f"accepts the licence of {kind.name}: read it, then write {setting.value or 'Y'}",
            required=True,
        )
    own = next((one.reading for one in told if one.role == setting.role and one.reading.via != "spring"), None)
    any_own = own or next((one.reading for one in told if one.role == setting.role), None)
    base = {"database": "DATABASE"}.get(kind.slot, variable_name(kind.id))
    name = own.name if own else f"{base}_{'NAME' if setting.role == 'database' else variable_name(setting.role)}"
    value = "" if secret else (any_own.default if any_own and any_own.default and not any_own.secret else setting.value)
    if setting.role == "database" and re.search(r"[/\\]|\.(?:db|sqlite3?|s3db)$", value):
        value = setting.value  # the file of an embedded database, which the application comes with
    if setting.role == "user" and kind.slot == "database" and value == "root":
        value = setting.value  # the images of MySQL and MariaDB refuse to start when the application's account is called so
    if setting.role == "database" and not (any_own and any_own.default):
        value = next((found for one in told if one.role == "url" and (found := _database(one.reading.default))), value)
    meaning = {
        "user": f"account of {kind.name}, made on the first start",
        "password": f"its password in {kind.name}; letters and digits only, it may become part of an address",
        "root-password": f"password of the administrator of {kind.name}",
        "database": f"database of {kind.name}, made on the first start",
    }[setting.role]
    evidence: tuple[Evidence, ...] = any_own.evidence if any_own else ()
    if setting.role == "database" and value == setting.value and database:
        value, evidence = database.database, (database.evidence,)
    return Variable(name, value, secret, meaning, evidence, required=secret)


def _database(url: str) -> str:
    import re

    found = re.search(r"//[^/]+/([A-Za-z0-9_]+)", url)
    return found.group(1) if found and not found.group(1).isdigit() else ""


def _store(container: Container, kind: ServiceKind, settings: Sequence[ServiceVariable], volumes: tuple[str, ...]) -> Store | None:
    if not volumes or container.commented:
        return None
    names = {setting.role: setting.name for setting in settings}
    return Store(
        container=container.name,
        service=kind.id,
        name=kind.name,
        user=names.get("user", ""),
        password=names.get("password", ""),
        database=names.get("database", ""),
        volumes=volumes,
    )


def value_for(one: Assigned, placed: Placed, libraries: frozenset[str] = frozenset()) -> str:
    """What the application's variable holds inside the bundle, as a compose expression. `libraries` (`ecosystem:name`) are its own:
    some want an address in a form of theirs."""
    host, port = placed.container.name, placed.packaging.port
    if one.role == "host":
        return host
    if one.role == "port":
        return str(port)
    if one.role == "address":
        return f"{host}:{port}"
    if one.role == "tls":
        return {"True": "False", "1": "0", "on": "off", "yes": "no", "require": "disable"}.get(one.reading.default, "false")
    if one.role == "virtual-host":
        return literal(one.reading.default)
    if one.role == "product":
        names = PRODUCTS[placed.kind.id]
        return literal(one.reading.default if one.reading.default.lower() in names else names[0])
    variable = placed.variable(one.role)
    if variable:
        return reference(variable)
    jdbc = next((known.value for known in placed.packaging.client if known.role == "jdbc"), "")
    if one.role == "url" and one.reading.via == MICROPROFILE and jdbc and not speaks_of(one.reading.default, placed.kind):
        return _template(jdbc, placed)
    fitting = (
        known
        for known in placed.packaging.client
        if known.role == "url" and (not known.libraries or libraries & set(known.libraries))
    )
    template = next((known.value for known in fitting), "")
    if one.role == "url" and "://" in one.reading.default and speaks_of(one.reading.default, placed.kind):
        user, password, database = (
            _filled(placed, role) * (role in template or not template) for role in ("user", "password", "database")
        )
        return rewritten_url(literal(one.reading.default), host, port, user, password, database, template)
    if one.role == "url" and re.match(r"(?i)\s*(server|data source|host|addr(ess)?)\s*=", one.reading.default):
        user, password = _filled(placed, "user") or "sa", _filled(placed, "password") or _filled(placed, "root-password")
        return rewritten_pairs(literal(one.reading.default), host, port, user, password, template)
    return _template(template, placed) if one.role == "url" else ""


def usual(placed: Placed, jdbc: bool, libraries: frozenset[str] = frozenset()) -> tuple[Variable, ...]:
    """The variable that clients of the service usually read, for an application of which nobody knows what it reads.

    `libraries` are the application's own (`ecosystem:name`): SQLAlchemy with PyMySQL wants another scheme than without. A database
    by JDBC is named by Spring Boot's variables, and by none where Spring Boot is not used.
    """
    spring = [known for known in placed.packaging.client if jdbc and known.role == "jdbc"]
    if spring:
        boot = any(library.startswith("maven:org.springframework.boot:") for library in libraries)
        account = (
            Variable(f"SPRING_DATASOURCE_{role.upper()}", _filled(placed, kept), role == "password", "usual name")
            for role, kept in _JDBC
        )
        address = Variable(spring[0].name, _template(spring[0].value, placed), False, "usual name")
        return (address, *(one for one in account if one.value)) if boot else ()
    for role in ("url", "host"):
        found = [
            known
            for known in placed.packaging.client
            if known.role == role and (not known.libraries or libraries & set(known.libraries))
        ]
        if found:
            return tuple(Variable(known.name, _template(known.value, placed), known.secret, "usual name") for known in found[:1])
    return ()


def of_commands(placed: Placed, libraries: frozenset[str]) -> tuple[Variable, ...]:
    """What the programs of the application's libraries read by themselves: `rq worker` takes its Redis from `RQ_REDIS_URL`."""
    return tuple(
        Variable(known.name, _template(known.value, placed), known.secret, "usual name")
        for known in placed.packaging.client
        if known.role == "command" and libraries & set(known.libraries)
    )


_JDBC = (("password", "password"), ("username", "user"))


def _filled(placed: Placed, role: str) -> str:
    variable = placed.variable(role)
    return reference(variable) if variable else ""


def _template(template: str, placed: Placed) -> str:
    values = {"host": placed.container.name, "port": str(placed.packaging.port)}
    values |= {role: _filled(placed, role) for role in ("user", "password", "database")}
    values["password"] = values["password"] or _filled(placed, "root-password")
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match.group(1), ""), template)
