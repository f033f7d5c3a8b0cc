"""What is said at a terminal: progress, the summary after an assessment, the doctor's answer, rules. Plain text."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assessor import __version__
from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.domain.shares import share
from assessor.errors import InputError, nearest
from assessor.pipeline import Watcher
from assessor.render.write import Written

if TYPE_CHECKING:
    from assessor.domain.facts import Evidence
    from assessor.plan.check import Problem

_UNREAD_SHOWN = 5
_REMARKS_SHOWN = 5
_MOST_DIFFERENT = 40


def progress() -> Watcher:
    """A progress bar on stderr, drawn from the main thread only (worker processes are forked while it shows)."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task("", total=None)

    def stage(name: str, total: int) -> None:
        bar.update(task, description=name, total=total or None, completed=0)
        bar.refresh()
        if name == "thinking":
            bar.stop()

    def done(size: int) -> None:
        bar.advance(task, size)
        bar.refresh()

    bar.start()
    return Watcher(stage=stage, progress=done)


def summary(assessments: Sequence[Assessment], written: Sequence[Written]) -> str:
    """What was read, the verdict with its reasons, where the files are, what was not read."""
    lines: list[str] = []
    for assessment in assessments:
        lines += [*_verdict(assessment), ""]
    if written:
        lines.append(files(written))
    return "\n".join(lines).rstrip()


def _verdict(assessment: Assessment) -> list[str]:
    judgement = assessment.recommendation
    coverage = assessment.coverage
    languages = ", ".join(
        f"{share.name} {share.lines:,}" + ("" if share.understood else " (not understood)") for share in coverage.languages[:4]
    )
    verdict = judgement.verdict + (f" ({judgement.detail})" if judgement.detail else "")
    lines = [
        f"{assessment.application}: {verdict}, confidence {share(judgement.confidence)}",
        f"  {judgement.sentence}",
        f"  read: {coverage.files:,} files, {coverage.lines:,} lines: {languages or 'no code'}; "
        f"{assessment.measures.units:,} units, {len(assessment.architecture.tables):,} tables",
    ]
    for number, reason in enumerate(judgement.reasons, 1):
        lines.append(f"  {number}. {reason.text}{_place(reason.evidence)}")
    if judgement.counter_argument.text:
        lines.append(f"  against: {judgement.counter_argument.text}{_place(judgement.counter_argument.evidence)}")
    lines += [*_decided(assessment), *_unread(assessment), *_past(assessment)]
    return lines


def _decided(assessment: Assessment) -> list[str]:
    """What became of acceptances and baselines; nothing where there are none."""
    review, findings = assessment.review, assessment.findings
    said = [
        f"{count:,} {what}"
        for count, what in (
            (sum(finding.accepted is not None for finding in findings), "accepted"),
            (sum(finding.state == "new" for finding in findings), "new"),
            (len(review.gone), "gone"),
            (review.left_out, "left out"),
        )
        if count
    ]
    lines = [f"  findings: {len(findings):,}, {', '.join(said) or 'none new'}"] if said or review.baselines else []
    lines += [
        f"  decision {remark.kind}: {remark.place}: {remark.rule}: {remark.text}" for remark in review.remarks[:_REMARKS_SHOWN]
    ]
    if len(review.remarks) > _REMARKS_SHOWN:
        lines.append(f"  and {len(review.remarks) - _REMARKS_SHOWN:,} more decisions that do not hold, listed in the report")
    return lines


def _place(evidence: "Sequence[Evidence]") -> str:
    return f"  [{evidence[0].path}:{evidence[0].line}]" if evidence else ""


def _past(assessment: Assessment) -> list[str]:
    """What is missing of the history; nothing where it is whole or was not used."""
    past = assessment.history
    if past is None or past.complete:
        return []
    return [f"  history incomplete: {past.commits:,} commits counted; older ones are not in this copy, or were not looked at"]


def _unread(assessment: Assessment) -> list[str]:
    unread = assessment.coverage.unread
    if not unread:
        return []
    lines = [f"  not read: {len(unread):,}, understood {share(assessment.coverage.share)} of the lines of code"]
    lines += [f"    {item.path}: {item.reason} {item.detail}".rstrip() for item in unread[:_UNREAD_SHOWN]]
    if len(unread) > _UNREAD_SHOWN:
        lines.append(f"    and {len(unread) - _UNREAD_SHOWN:,} more, listed in the report")
    return lines


def files(written: Sequence[Written]) -> str:
    """Where everything lies now, and what was kept because somebody edited it."""
    shown = {"report.html": "report", "report.md": "as text", "assessment.json": "data", "compose.yaml": "bundle"}
    lines = []
    for each in written:
        for path in each.files:
            if path.name in shown:
                lines.append(f"{shown[path.name] + ':':9}{path.parent if path.name == 'compose.yaml' else path}")
            elif len(each.files) == 1:
                lines.append(f"{'written:':9}{path}")
        for (edited, new), difference in zip(each.beside, each.differences, strict=True):
            lines.append(f"kept:    {edited} was edited; the new version is {new} (--force replaces)")
            lines += [f"         {_plain(line)}" for line in difference[:_MOST_DIFFERENT]]
            if len(difference) > _MOST_DIFFERENT:
                lines.append(f"         and {len(difference) - _MOST_DIFFERENT} more lines that differ")
    return "\n".join(lines)


def _plain(line: str) -> str:
    """A line of somebody's file, without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in line)[:200]


def problems(folder: Path, found: "Sequence[Problem]") -> str:
    """What is wrong with a bundle, one line each."""
    lines = [f"{each.path}{f':{each.line}' if each.line else ''}: {each.what}" for each in found]
    return "\n".join([*lines, f"{folder}: {len(found)} problem(s)" if found else f"{folder}: nothing wrong found"])


def doctor(path: Path | None) -> str:
    """Versions, optional programs, and what of a folder would be read."""
    import platform
    import shutil
    from importlib.metadata import version

    from assessor import resources
    from assessor.outputs import formats
    from assessor.pipeline import knowledge

    known = knowledge()
    lines = [f"assessor {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"]
    lines += [f"  {name} {version(name)}" for name in ("ast-grep-py", "networkx", "jinja2", "typer", "msgspec", "lxml")]
    lines.append(f"  rules: {resources.folder('rules')}, {len(known.code)} code rules, {len(known.services)} services")
    lines.append(f"  formats: {', '.join(sorted(formats()))}")
    for program, use in (("git", "history"), ("docker", "starting a bundle"), ("chromium", "pdf")):
        lines.append(f"  {program}: {'found' if shutil.which(program) else 'not found'} ({use})")
    if path is not None:
        lines += _would_read(path, known)
    return "\n".join(lines)


def _would_read(path: Path, known: Knowledge) -> list[str]:
    from assessor.pipeline import look

    tree = look(path, known)
    roles: dict[str, int] = {}
    for file in tree.files:
        roles[file.role] = roles.get(file.role, 0) + 1
    lines = [f"{path}: {len(tree.files):,} files, {tree.ignored:,} folders and files ignored"]
    lines += [f"  {role}: {count:,}" for role, count in sorted(roles.items())]
    lines += [f"  not read: {item.path}: {item.reason}" for item in tree.unread]
    return lines


def rules(known: Knowledge) -> str:
    """One line for every rule: kind, id, what it says."""
    lines = []
    for kind, id_, rule in _rules(known):
        said = getattr(rule, "message", "") or getattr(rule, "name", "") or getattr(rule, "text", "")
        lines.append(f"{kind:11} {id_:44} {said}".rstrip())
    return "\n".join(lines)


def matrix(known: Knowledge) -> str:
    """How many rules of findings there are for each concern and language; `files` are those about settings and descriptors."""
    columns = [*sorted({rule.language for rule in known.code if rule.metadata.mark}), "files"]
    counts = Counter((rule.metadata.concern, rule.language) for rule in known.code if rule.metadata.mark)
    counts.update((rule.concern, "files") for rule in known.findings)
    lines = [" " * 26 + "".join(f"{column:>12}" for column in columns)]
    for concern in sorted({concern for concern, _ in counts}):
        lines.append(f"{concern:26}" + "".join(f"{counts[concern, column] or '-':>12}" for column in columns))
    return "\n".join(lines)


def rule(known: Knowledge, id_: str) -> str:
    """One rule, as YAML-like text. Raises InputError with the nearest name when there is none."""
    import msgspec
    import yaml

    found = [(kind, each) for kind, name, each in _rules(known) if name == id_]
    if not found:
        names = [name for _, name, _ in _rules(known)]
        raise InputError(f"there is no rule '{id_}'{nearest(id_, names)}", hint="assessor rules list")
    texts = []
    for kind, each in found:
        plain = {key: value for key, value in msgspec.to_builtins(each).items() if value not in ("", [], {}, None, 0)}
        texts.append(
            f"# {kind}\n" + _worth(known, id_) + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=120).rstrip()
        )
    return "\n".join(texts)


def _worth(known: Knowledge, id_: str) -> str:
    """How many of the rule's findings were true where they were judged, as a comment."""
    from assessor.domain.findings import CERTAIN

    worth = next((one.rules[id_] for one in known.measured if id_ in one.rules), None)
    if worth is None:
        return ""
    shown = "shown" if worth.share >= CERTAIN else "left out of the report without --hints"
    return f"# judged: {worth.right:g} of {worth.judged:g} findings true, {worth.share:.2f} to be expected; {shown}\n"


def _rules(known: Knowledge) -> list[tuple[str, str, object]]:
    kinds = ("languages", "roles", "code", "findings", "services", "runtimes", "criteria", "interview", "assumptions", "precedents")
    return [(kind, each.id, each) for kind in kinds for each in getattr(known, kind)]


def interactive() -> bool:
    """True when a person sits at stderr."""
    return sys.stderr.isatty()
