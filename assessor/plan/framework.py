"""What a runtime or a framework itself reads from the environment, where no line of the application says so."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from assessor.domain.catalogue import RuntimeContainer
from assessor.domain.deployment import Variable
from assessor.plan.backing import Placed, usual
from assessor.plan.expressions import reference

_ADDRESS = "address at which visitors reach the application: links in its pages and mails begin with it"


def framework_variables(
    packaging: RuntimeContainer,
    libraries: AbstractSet[str],
    named: AbstractSet[str],
    ready: Sequence[Placed],
    address: str,
    port: int,
) -> tuple[tuple[Variable, ...], tuple[Variable, ...]]:
    """For the containers of an image, and for `.env`, beside the variables `named` already. `ready` are the services of the bundle,
    `address` is where visitors find it, `port` where the image's first process listens (0: nowhere)."""
    given: list[Variable] = []
    asked: list[Variable] = []
    services = {one.kind.id: one for one in ready}
    for known in packaging.reads:
        if known.name in named or (known.libraries and not libraries & set(known.libraries)):
            continue
        if known.role == "url" and known.service in services:
            found = next(iter(usual(services[known.service], False)), None)
            given += (
                [Variable(known.name, found.value, found.secret, "", services[known.service].service.evidence)] if found else []
            )
        elif known.role == "port" and port:
            given.append(Variable(known.name, str(port), False, ""))
        elif known.role in ("address", "secret"):
            secret = known.role == "secret"
            variable = Variable(known.name, "" if secret else address, secret, known.explanation or _ADDRESS, (), required=secret)
            asked.append(variable)
            given.append(Variable(known.name, reference(variable), secret, ""))
    return tuple(given), tuple(asked)
