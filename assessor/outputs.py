"""From an assessment to files, and from a file back to an assessment: formats, where they go, what is read again."""

import sys
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.domain.recall import Recall, make_anew
from assessor.errors import InputError, nearest
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.targets import Targets, beside, folder_name
from assessor.render.targets import targets as read_targets
from assessor.render.write import Written


def targets(outputs: Sequence[str], analysed: Sequence[Path]) -> Targets:
    """Where the outputs go, see `render/targets.py`."""
    return read_targets(outputs, analysed, sorted(formats()), Path.cwd())


def write(
    assessments: Sequence[Assessment],
    where: Targets,
    known: Knowledge,
    options: RenderOptions,
    *,
    force: bool,
    recall: Recall = make_anew,
) -> tuple[Written, ...]:
    """Renders and writes every assessment: the first into the folder itself, each sibling into a folder of its own inside it."""
    from assessor.render.write import write_files

    if options.redact:
        from assessor.render.pseudonyms import redacted_together

        assessments = redacted_together(assessments, known)
    written = []
    for position, assessment in enumerate(assessments):
        if where.folder is not None:
            folder = where.folder if position == 0 else where.folder / folder_name(assessment.application)
            depends = (assessment, known.digest, options)
            files = recall("outputs", dict[str, bytes], depends, partial(_default, assessment, known, options))
            written.append(write_files(folder, files, force=force))
        for name, place in where.single:
            written += _write_single(assessment, known, name, place, position, force, options)
    return tuple(written)


def _default(assessment: Assessment, known: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The formats that are written when the user names none."""
    files: dict[str, bytes] = {}
    for kind in formats().values():
        if kind.default:
            files.update(kind.render(assessment, known, options))
    return files


def _write_single(
    assessment: Assessment, known: Knowledge, name: str, place: str, position: int, force: bool, options: RenderOptions
) -> list[Written]:
    """One format to one path; a format of several files to a folder. Siblings get their name before the ending."""
    from assessor.render.write import write_files

    kind = formats()[name]
    files = kind.render(assessment, known, options)
    if place == "-":
        sys.stdout.buffer.write(b"".join(content for _, content in sorted(files.items())))
        return []
    path = Path(place)
    if position:
        path = beside(path, assessment.application)
    if list(files) == [kind.filename]:
        return [write_files(path.parent, {path.name: files[kind.filename]}, force=force)]
    prefix = kind.filename.rstrip("/") + "/"
    return [write_files(path, {key.removeprefix(prefix): content for key, content in files.items()}, force=force)]


@cache
def formats() -> dict[str, OutputFormat]:
    """Every output format by name."""
    from assessor import render
    from assessor.registry import offered

    return {kind.name: kind for kind in offered(render, "FORMAT")}


def options(
    language: str, redact: bool = False, logo: Path | None = None, author: str = "", *, hints: bool = False
) -> RenderOptions:
    """How to render. InputError for a logo that is no picture browsers show.

    A redacted report shows no logo: nobody can search a picture for the client's name.
    """
    from assessor.intake.picture import picture

    shown = picture(logo) if logo and not redact else ""
    return RenderOptions(language=language, redact=redact, logo=shown, author=author, hints=hints)


def again(path: Path) -> Assessment:
    """An assessment that was written as JSON. InputError for a file that is none, or of another version's shape."""
    from msgspec import DecodeError, ValidationError
    from msgspec.json import decode

    try:
        return decode(path.read_bytes(), type=Assessment)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", at=str(path), hint="give an assessment.json") from None
    except ValidationError as error:
        what = f"this is not an assessment of this version: {error}"
        raise InputError(what, at=str(path), hint="assess the application again") from None
    except DecodeError as error:
        raise InputError(f"this is not JSON: {error}", at=str(path), hint="give an assessment.json") from None


def write_text(path: Path, text: str, *, force: bool) -> Written:
    """One file, beside an edited one of the same name."""
    from assessor.render.write import write_files

    return write_files(path.parent, {path.name: text.encode()}, force=force)


def schema(name: str) -> str:
    """The JSON Schema of a file that people or programs exchange with this one."""
    import msgspec

    from assessor.render.as_json import SCHEMAS
    from assessor.render.as_json import schema as published

    if name not in SCHEMAS:
        known = sorted(SCHEMAS)
        raise InputError(f"there is no schema '{name}'{nearest(name, known)}", hint=f"one of: {', '.join(known)}")
    return msgspec.json.format(msgspec.json.encode(published(name)), indent=2).decode()
