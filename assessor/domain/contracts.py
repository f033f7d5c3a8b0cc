"""Who serves what a client calls by contract alone: Dubbo's interfaces, stubs of gRPC and Thrift. No address stands in such code.

In: all facts. `@DubboReference RemoteStock stock` in one file and `@DubboService class X implements RemoteStock` in another are
a call from the first to the second. Names are compared in full where both sides' imports tell them, else as they are written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from assessor.domain.facts import Endpoint, FileFacts, Reference, RemoteCall, Trait

PROTOCOLS = frozenset({"dubbo", "grpc", "thrift"})
MESSAGES = frozenset({"jms", "amqp", "kafka", "mqtt", "stomp", "sqs", "nats", "messaging"})
"""Protocols by which nobody is asked: a message is left with a broker."""


class Contracts:
    """Contracts of a tree with the files that serve them."""

    def __init__(self, facts: Iterable[FileFacts]) -> None:
        self._served: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for file in facts:
            for protocol, contract in _served(file) if file.role == "source" else ():
                self._served[protocol, _simple(contract)].add((_full(contract, file), file.path))

    def serving(self, call: RemoteCall, file: FileFacts) -> tuple[str, ...]:
        """Files that serve what `call` in `file` asks for, sorted; none where it names no contract."""
        if call.protocol not in PROTOCOLS or not call.target:
            return ()
        wanted = _full(call.target, file)
        found = self._served.get((call.protocol, _simple(call.target)), set())
        return tuple(sorted({path for full, path in found if not wanted or not full or full == wanted}))


def _served(file: FileFacts) -> Iterator[tuple[str, str]]:
    for endpoint in file.of(Endpoint):
        if endpoint.protocol in PROTOCOLS and endpoint.path:
            yield endpoint.protocol, endpoint.path
    for trait in file.of(Trait):
        if trait.name == "contract.served":
            fields = dict(trait.fields)
            yield fields.get("protocol", ""), fields.get("contract", "")


def _simple(contract: str) -> str:
    return contract.rpartition(".")[2]


def _full(contract: str, file: FileFacts) -> str:
    """The contract's name with its package, as far as `file` tells; empty when it does not."""
    if "." in contract:
        return contract
    imports = [fact.target for fact in file.of(Reference) if fact.kind == "import"]
    return next((target for target in sorted(imports) if target.endswith(f".{contract}")), "")
