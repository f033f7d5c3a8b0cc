"""A proposed split: part = globs over paths or over names of units. The first part that takes a unit keeps it.

billing = ["src/main/java/com/acme/billing/**", "com.acme.invoice.*"]
shipping = "src/main/java/com/acme/shipping/**"
"""

from pathlib import Path

from assessor.domain.proposal import Proposal, ProposedPart
from assessor.errors import InputError
from assessor.intake.toml_source import line_of
from assessor.intake.toml_source import read as read_toml


def read(path: Path) -> Proposal:
    """The proposal; InputError with file and line for what is none."""
    tables, text = read_toml(path, "the proposed split")
    parts = []
    for name, stated in tables.items():
        line = line_of(text, name)
        globs = [stated] if isinstance(stated, str) else stated
        if not isinstance(globs, list) or not globs or not all(isinstance(glob, str) and glob for glob in globs):
            raise InputError(
                f"part '{name}' needs globs", at=f"{path}:{line}", hint=f'{name} = ["src/{name}/**"], over paths or names of units'
            )
        parts.append(ProposedPart(name, tuple(globs), line))
    if not parts:
        raise InputError("the proposed split holds no part", at=str(path), hint='billing = ["src/billing/**"]')
    return Proposal(tuple(parts), path.name)
