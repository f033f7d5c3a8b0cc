"""What fills a store on its first start, and what is said about a service whose address nothing names."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import BundleFile, Container, Mount
from assessor.domain.facts import FileFacts
from assessor.plan.backing import Placed
from assessor.plan.environment import Assigned
from assessor.plan.recipe import MANIFESTS
from assessor.plan.schema import init_scripts


def started_with(
    placed: Placed, facts: tuple[FileFacts, ...], migrated: bool, read_text: Callable[[str], str]
) -> tuple[Container, tuple[BundleFile, ...], list[str]]:
    """The store's container with what fills it on its first start."""
    container = placed.container
    if placed.kind.slot != "database" or migrated or container.commented:
        return container, (), []
    scripts = init_scripts(facts, placed.kind.id, read_text)
    if not scripts:
        return (
            container,
            (),
            [f"{placed.kind.name} starts empty: no schema was found in the source. Load a dump, or add SQL to the first start"],
        )
    if not placed.packaging.init_folder:
        listed = ", ".join(file.evidence[0].path for file in scripts)
        return container, (), [f"{placed.kind.name} starts empty, and its image runs no scripts by itself: load {listed}"]
    mount = Mount(f"./init/{placed.kind.id}", placed.packaging.init_folder, True, tuple(file.evidence[0] for file in scripts))
    return replace(container, mounts=(*container.mounts, mount)), scripts, []


def told_address(placed: Placed, speaks: Sequence[Assigned]) -> bool:
    """Whether a variable of the application says where the service is."""
    return any(one.service == placed.service.id and one.role in ("host", "url", "address") for one in speaks)


def unspoken(placed: Placed, speaks: Sequence[Assigned], guessed: Sequence[str]) -> list[str]:
    """A service whose address the application takes from nowhere the bundle could set; `guessed` are the variables that are set
    all the same."""
    if placed.container.commented or told_address(placed, speaks):
        return []
    places = [one for one in placed.service.evidence if one.line and one.path.rpartition("/")[2].lower() not in MANIFESTS]
    place = f" (see {places[0].path}:{places[0].line})" if places else ""
    where = f"{placed.container.name}:{placed.packaging.port}"
    is_set = "are set because clients usually read them" if len(guessed) > 1 else "is set because clients usually read it"
    guess = f"; {', '.join(guessed)} {is_set}" if guessed else ""
    return [f"no variable that names {placed.kind.name} was found{place}: inside the bundle it is {where}{guess}"]
