"""Protocol Buffers: services of gRPC and their methods. They are contracts: who keeps them, code says.

In: `package shop; service Orders { rpc Pay (Order) returns (Receipt); }`; out: the trait `contract.method` of `shop.Orders`, `Pay`.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_PACKAGE = re.compile(r"^[ \t]{0,8}package[ \t]{1,8}(?P<name>[\w.]{1,200})[ \t]{0,8};")
_SERVICE = re.compile(r"^[ \t]{0,8}service[ \t]{1,8}(?P<name>\w{1,120})")
_METHOD = re.compile(r"^[ \t]{0,16}rpc[ \t]{1,8}(?P<name>\w{1,120})[ \t]{0,8}\(")
_OTHER = re.compile(r"^[ \t]{0,8}(?:message|enum|extend)\b")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "proto")
    package, service = "", ""
    for number, line in enumerate(reading.lines, 1):
        line = line[:500]
        if found := _PACKAGE.match(line):
            package = found["name"]
        elif found := _SERVICE.match(line):
            service = f"{package}.{found['name']}" if package else found["name"]
        elif _OTHER.match(line):
            service = ""
        elif service and (found := _METHOD.match(line)):
            yield reading.trait("contract.method", number, protocol="grpc", contract=service, name=found["name"])


DESCRIPTOR = Descriptor("proto", lambda path: path.endswith(".proto"), _read)
