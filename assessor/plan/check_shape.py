"""Whether the values of a service have the shape that compose reads: lists, maps, durations, sizes.

`ports: 8080` -> "'ports' must be a list"; `interval: often` -> "'often' is no duration". What has a wrong shape is taken away, so
that the questions after it need not ask again.
"""

import re
from collections.abc import Iterator
from typing import Any

_LISTS = frozenset(
    ("ports", "volumes", "expose", "cap_add", "cap_drop", "devices", "profiles", "secrets", "configs", "volumes_from")
)
_MAPS = frozenset(("healthcheck", "deploy", "logging", "ulimits", "develop"))
_MAPS_OR_LISTS = frozenset(("environment", "labels", "depends_on", "networks", "extra_hosts", "sysctls"))
_MAPS_OR_TEXTS = frozenset(("build", "extends"))
_TEXTS = frozenset(("image", "restart", "hostname", "working_dir", "container_name", "platform", "network_mode", "pull_policy"))
_TEXTS_OR_LISTS = frozenset(("command", "entrypoint", "tmpfs", "env_file", "dns"))
_DURATION = re.compile(r"^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h|d|w))+$|^0$")
_SIZE = re.compile(r"^\d+(?:\.\d+)?\s?(?:b|k|kb|m|mb|g|gb|[kmg]i?b)?$", re.I)
_RESTART = re.compile(r"^(?:no|always|unless-stopped|on-failure(?::\d+)?)$")
_SIZES = ("mem_limit", "mem_reservation", "memswap_limit", "shm_size")
_VARIABLE = re.compile(r"\$\{[^{}]*\}|\$[A-Za-z_]\w*")

Shape = tuple[str, str]
"""The key of the service it is about, and what is wrong."""


def wrong_shapes(service: dict[str, Any]) -> Iterator[Shape]:
    """What compose would refuse in the values of one service, key by key."""
    for key, value in service.items():
        if value is None:
            continue
        problem = _kind(str(key), value)
        if problem:
            yield str(key), problem
    environment = service.get("environment")
    if isinstance(environment, dict):
        for name, value in environment.items():
            if isinstance(value, (dict, list)):
                yield "environment", f"the variable {name} holds no single value"
    if isinstance(service.get("healthcheck"), dict):
        yield from _healthcheck(service["healthcheck"])
    restart = str(service.get("restart") or "no")
    if isinstance(service.get("restart"), str) and not _VARIABLE.search(restart) and not _RESTART.match(restart):
        yield "restart", f"'{restart}' is no restart policy"
    for key in _SIZES:
        size = str(service.get(key, "0"))
        if not _VARIABLE.search(size) and not _SIZE.match(size):
            yield key, f"'{size}' is no size"
    grace = str(service.get("stop_grace_period", "0"))
    if not _VARIABLE.search(grace) and not _DURATION.match(grace):
        yield "stop_grace_period", f"'{grace}' is no duration"


def without(service: dict[str, Any], problems: list[Shape]) -> dict[str, Any]:
    """The service without the keys that cannot be read."""
    unreadable = {key for key, what in problems if what.startswith(f"'{key}' must be")}
    return {key: value for key, value in service.items() if str(key) not in unreadable}


def circles(services: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Services that wait for each other in a ring, each ring once, from its first name on."""
    waits = {str(name): _waits_for(service) for name, service in services.items()}
    for start in sorted(waits):
        path, reached = [start], {start}
        pending = [iter(waits[start])]
        while pending:
            following = next(pending[-1], None)
            if following is None:
                pending.pop()
                path.pop()
            elif following == start:
                if min(path) == start:
                    yield tuple(path)
                break
            elif following in waits and following not in reached:
                reached.add(following)
                path.append(following)
                pending.append(iter(waits[following]))


def _waits_for(service: Any) -> list[str]:
    depends = service.get("depends_on") if isinstance(service, dict) else None
    return sorted(map(str, depends)) if isinstance(depends, (dict, list)) else []


def _kind(key: str, value: Any) -> str:
    if key in _LISTS and not isinstance(value, list):
        return f"'{key}' must be a list"
    if key in _MAPS and not isinstance(value, dict):
        return f"'{key}' must be a map"
    if key in _MAPS_OR_LISTS and not isinstance(value, (dict, list)):
        return f"'{key}' must be a map or a list"
    if key in _MAPS_OR_TEXTS and not isinstance(value, (dict, str)):
        return f"'{key}' must be a text or a map"
    if key in _TEXTS and not isinstance(value, (str, int, float, bool)):
        return f"'{key}' must be a text"
    if key in _TEXTS_OR_LISTS and not isinstance(value, (str, list)):
        return f"'{key}' must be a text or a list"
    return ""


def _healthcheck(check: dict[str, Any]) -> Iterator[Shape]:
    if not check.get("disable") and not check.get("test"):
        yield "healthcheck", "the health check has no 'test'"
    for key in ("interval", "timeout", "start_period", "start_interval"):
        value = str(check.get(key, "0"))
        if not _VARIABLE.search(value) and not _DURATION.match(value):
            yield "healthcheck", f"'{value}' is no duration ({key})"
    retries = check.get("retries", 0)
    if not isinstance(retries, int) and not (isinstance(retries, str) and (retries.isdigit() or _VARIABLE.search(retries))):
        yield "healthcheck", f"'{retries}' is no number (retries)"
