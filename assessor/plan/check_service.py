"""What can be wrong with one service of a compose file, seen beside the others."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from assessor.plan.images import pinned
from assessor.plan.readings import secret_name

SERVICE_KEYS = frozenset(
    """annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count
    cpu_percent cpu_period
    cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy develop device_cgroup_rules
    devices dns dns_opt
    dns_search domainname entrypoint env_file environment expose extends external_links extra_hosts gpus group_add healthcheck
    hostname image init ipc
    isolation labels label_file links logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit models
    network_mode networks
    oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_stop privileged profiles provider pull_policy
    pull_refresh_after
    read_only restart runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls
    tmpfs tty ulimits user
    use_api_socket userns_mode uts volumes volumes_from working_dir""".split()  # noqa: SIM905
)
"""https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json"""
_CONDITIONS = {"service_started", "service_healthy", "service_completed_successfully"}
_DEFAULT = re.compile(r"\$\{[A-Za-z_]\w*:?-([^{}]*)\}")


class ServiceProblem(Struct, frozen=True):
    """`key` of the service it is about."""

    key: str
    what: str


def check_service(
    name: str,
    service: dict[str, Any],
    services: dict[str, Any],
    files: Mapping[str, str],
    published: dict[str, str],
    used: set[str],
) -> Iterator[ServiceProblem]:
    """Problems of one service. Adds its host ports to `published` and its named volumes to `used`."""
    image, build = service.get("image"), service.get("build")
    if not image and not build:
        yield ServiceProblem("image", "neither 'image' nor 'build'")
    if image and not pinned(_filled(str(image))):
        yield ServiceProblem("image", f"the image {image} is not pinned to a version")
    if build:
        yield from _build(build, image, files)
    yield from _ports(name, service.get("ports"), published)
    yield from _volumes(service.get("volumes"), files, used)
    yield from _depends_on(service.get("depends_on"), services)
    yield from _secrets(service)
    if not service.get("restart") and not (service.get("deploy") or {}).get("restart_policy"):
        yield ServiceProblem("restart", "no restart policy")


def _build(build: Any, image: Any, files: Mapping[str, str]) -> Iterator[ServiceProblem]:
    if not image:
        yield ServiceProblem("build", "'build' without 'image': the result has no name of its own")
    dockerfile = _filled(str(build.get("dockerfile", ""))) if isinstance(build, dict) else ""
    name = dockerfile.rpartition("/")[2]
    if name.endswith(".Dockerfile") and not any(path.rpartition("/")[2] == name for path in files):
        yield ServiceProblem("build", f"{name} is not in the bundle")


def _ports(name: str, ports: Any, published: dict[str, str]) -> Iterator[ServiceProblem]:
    own: set[str] = set()
    for port in ports or ():
        text = _filled(f"{port.get('published', '')}:{port.get('target', '')}" if isinstance(port, dict) else str(port))
        host, _, container = text.partition("/")[0].rpartition(":")
        for number in (host.rpartition(":")[2], container):
            if number and not (re.fullmatch(r"\d+(-\d+)?", number) and 0 < int(number.partition("-")[0]) < 65536):
                yield ServiceProblem("ports", f"'{port}' is no port")
        if host and host in own:
            yield ServiceProblem("ports", f"the port {host} of the machine is published twice")
        own.add(host)
        if host and published.setdefault(host, name) != name:
            yield ServiceProblem("ports", f"the port {host} of the machine is published by {published[host]} too")


def _volumes(volumes: Any, files: Mapping[str, str], used: set[str]) -> Iterator[ServiceProblem]:
    targets: set[str] = set()
    for volume in volumes or ():
        if isinstance(volume, dict):
            source, target = _filled(str(volume.get("source") or "")), str(volume.get("target") or "")
        else:
            source, _, rest = _filled(str(volume)).partition(":")
            target = rest.partition(":")[0] or source
            source = source if rest else ""
        if not target.startswith(("/", "C:", "c:", "$")):
            yield ServiceProblem("volumes", f"'{volume}': the folder in the container is not absolute")
        if target in targets:
            yield ServiceProblem("volumes", f"{target} is mounted twice")
        targets.add(target)
        if source.startswith("./") and not any(
            path == source[2:].rstrip("/") or path.startswith(source[2:].rstrip("/") + "/") for path in files
        ):
            yield ServiceProblem("volumes", f"{source} is not in the bundle")
        elif source and not source.startswith((".", "/", "~", "$")):
            used.add(source)


def _depends_on(depends: Any, services: dict[str, Any]) -> Iterator[ServiceProblem]:
    for other in depends or ():
        if not isinstance(other, (str, int)):
            yield ServiceProblem("depends_on", f"'{other}' is no name of a service")
            continue
        options = depends[other] if isinstance(depends, dict) else None
        condition = options.get("condition", "service_started") if isinstance(options, dict) else "service_started"
        if other not in services:
            yield ServiceProblem("depends_on", f"it waits for '{other}', which does not exist")
        elif condition not in _CONDITIONS:
            yield ServiceProblem("depends_on", f"unknown condition '{condition}'")
        elif condition == "service_healthy" and not (isinstance(services[other], dict) and services[other].get("healthcheck")):
            yield ServiceProblem("depends_on", f"it waits for the health of '{other}', which has no health check here")


def _secrets(service: dict[str, Any]) -> Iterator[ServiceProblem]:
    environment = service.get("environment") or {}
    pairs = environment.items() if isinstance(environment, dict) else (str(item).partition("=")[::2] for item in environment)
    for key, value in pairs:
        text = "" if value is None else str(value)
        if (
            text
            and "${" not in text
            and secret_name(str(key))
            and text.lower() not in ("true", "false", "yes", "no", "0", "1")
            and not text.startswith("/")
        ):
            yield ServiceProblem("environment", f"{key} holds a secret in plain text")
        if re.search(r"://[^/\s:@$]+:[^/\s@$]+@", text):
            yield ServiceProblem("environment", f"{key} holds a password inside an address")


def _filled(text: str) -> str:
    """`text` with the defaults of its variables, those without one left out."""
    return re.sub(r"\$\{[^{}]*\}", "", _DEFAULT.sub(r"\1", text))
