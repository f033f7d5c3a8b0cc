"""Packages of npm, Yarn and pnpm that are installed together from the folder above them, where the only lock file lies."""

from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatchcase

from assessor.domain.facts import Artifact, FileFacts

_LOCKS = ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml")


def in_workspace(facts: Sequence[FileFacts], folder: str, paths: Collection[str]) -> bool:
    """Whether the package in `folder` is one of those that the top of the tree installs; not when it has a lock file of its own."""
    if not folder or f"{folder}/package.json" not in paths or any(f"{folder}/{lock}" in paths for lock in _LOCKS):
        return False
    if "pnpm-lock.yaml" in paths and "pnpm-workspace.yaml" in paths and "package.json" in paths:
        return True
    if not any(lock in paths for lock in _LOCKS):
        return False
    top = next((file for file in facts if file.path == "package.json"), None)
    return top is not None and holds((module for fact in top.of(Artifact) for module in fact.modules), folder)


def workspace(top: Sequence[tuple[str, str]], folder: str) -> tuple[tuple[str, str], ...]:
    """Inputs of a template from those of the top: `workspace`, the package's folder, and what is installed and built above it."""
    kept = {"manifest": "workspace_manifest", "script": "workspace_script", "berry": "workspace_berry"}
    return (("workspace", folder), *((kept[name], value) for name, value in top if name in kept))


def holds(modules: Iterable[str], folder: str) -> bool:
    """Whether a list of workspaces (`packages/*`, `./server`) names this folder."""
    return any(fnmatchcase(folder, module.removeprefix("./").rstrip("/")) for module in modules)
