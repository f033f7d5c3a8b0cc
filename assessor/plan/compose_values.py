"""Values of a compose file, which may be written in several ways each, as values of a deployment."""

import shlex
from collections.abc import Sequence
from typing import Any

from assessor.domain.catalogue import ServiceKind
from assessor.domain.deployment import DependsOn, Healthcheck, Mount, Store
from assessor.plan.names import service_name


def store_of(name: str, kind: ServiceKind, variables: set[str], mounts: Sequence[Mount]) -> Store:
    """Only variables that the container really has; a database without a name of its own is called like its user."""
    roles = {
        setting.role: setting.name
        for setting in (kind.container.environment if kind.container else ())
        if setting.name in variables
    }
    user = roles.get("user", "")
    volumes = tuple(mount.source for mount in mounts)
    return Store(name, kind.id, kind.name, user, roles.get("password", ""), roles.get("database", user), volumes)


def depends_on(depends: Any) -> list[DependsOn]:
    if isinstance(depends, dict):
        return [
            DependsOn(service_name(str(name)), str((how or {}).get("condition", "service_started")))
            for name, how in depends.items()
        ]
    return [DependsOn(service_name(str(name)), "service_started") for name in depends or ()]


def healthcheck(check: Any) -> Healthcheck | None:
    if not isinstance(check, dict) or not check.get("test") or check.get("disable"):
        return None
    test = check["test"]
    spoken = ("CMD-SHELL", test) if isinstance(test, str) else tuple(str(word) for word in test)
    return Healthcheck(
        spoken,
        str(check.get("interval", "10s")),
        str(check.get("timeout", "5s")),
        int(check.get("retries", 12)),
        str(check.get("start_period", "30s")),
    )


def words(command: Any) -> tuple[str, ...]:
    if isinstance(command, str):
        try:
            return tuple(shlex.split(command))
        except ValueError:
            return ("sh", "-c", command)
    return tuple(str(word) for word in command or ())
