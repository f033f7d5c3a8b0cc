"""A tree that holds several applications: the files and the name of each, and what each is told of the others."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from assessor.domain.architecture import Architecture
from assessor.domain.assessment import Assessment, Sibling
from assessor.domain.runtime import ApplicationPart
from assessor.domain.sources import SourceTree
from assessor.render.targets import folder_name


def by_size(parts: Sequence[ApplicationPart], whole: SourceTree) -> list[tuple[str, SourceTree]]:
    """Name and files of each part, the one with the most lines of source first. No two have outputs of the same name."""
    trees = [(part.name or whole.name, _subtree(whole, frozenset(part.paths))) for part in parts]
    trees.sort(key=lambda named: (-sum(file.lines for file in named[1].files if file.role == "source"), named[0]))
    taken: Counter[str] = Counter()
    unlike = []
    for name, tree in trees:
        taken[folder_name(name).lower()] += 1
        count = taken[folder_name(name).lower()]
        unlike.append((name if count == 1 else f"{name}-{count}", tree))
    return unlike


def _subtree(tree: SourceTree, members: frozenset[str]) -> SourceTree:
    return SourceTree(
        name=tree.name,
        roots=tree.roots,
        files=tuple(file for file in tree.files if file.path in members),
        unread=tuple(item for item in tree.unread if item.path in members),
        ignored=tree.ignored,
    )


def path_dependencies(architecture: Architecture) -> Iterator[tuple[str, str]]:
    """(path, path) pairs of units that use each other."""
    paths = {unit.id: unit.path for unit in architecture.units if unit.path}
    for dependency in architecture.dependencies:
        source, target = paths.get(dependency.source), paths.get(dependency.target)
        if source and target and source != target:
            yield source, target


def with_siblings(assessments: list[Assessment]) -> tuple[Assessment, ...]:
    """Each with a note of the others; the first one's outputs hold theirs in folders."""
    siblings = [
        Sibling(
            name=one.application,
            verdict=one.recommendation.verdict,
            folder="." if position == 0 else folder_name(one.application),
            units=one.measures.units,
            lines=one.coverage.lines,
        )
        for position, one in enumerate(assessments)
    ]
    return tuple(
        replace(one, siblings=tuple(other for other in siblings if other is not siblings[position]))
        for position, one in enumerate(assessments)
    )
