"""Finds `rules/` and `templates/` in every form the program is installed in.

A wheel carries both in `assessor/shipped/`; a checkout and an editable install have them beside the package.
"""

from pathlib import Path

from assessor.errors import AssessorError


def folder(name: str) -> Path:
    """The folder `rules` or `templates` that belongs to this program."""
    package = Path(__file__).resolve().parent
    for candidate in (package / "shipped" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise AssessorError(f"the folder '{name}' of this installation is missing", at=str(package), hint="install assessor again")
