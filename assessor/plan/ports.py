"""Ports of the machine: each published once."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from assessor.domain.deployment import Container, PublishedPort

PRIVILEGED = 1024
_MOVED = 8000


def host_port(port: int) -> int:
    """Where a container's port is published: ports below 1024 are usually taken on the machine, so 80 becomes 8080 and 443
    becomes 8443."""
    return port + _MOVED if port < PRIVILEGED else port


def with_free_ports(containers: Iterable[Container]) -> Iterator[Container]:
    """The containers in their order; a host port that an earlier one has is raised to the next free one."""
    taken: set[int] = set()
    for container in containers:
        ports: list[PublishedPort] = []
        for port in container.ports:
            host = port.host
            while host and host in taken:
                host += 1
            if host and not container.commented:
                taken.add(host)
            ports.append(replace(port, host=host))
        yield replace(container, ports=tuple(ports))
