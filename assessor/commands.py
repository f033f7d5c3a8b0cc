"""What the commands do beside assessing: compare, write a bundle, ask, try rules, check a bundle, decide on exit codes."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.domain.acceptance import Level
from assessor.domain.assessment import Assessment
from assessor.knowledge.load import load
from assessor.outputs import again
from assessor.pipeline import assess, knowledge
from assessor.render.format import RenderOptions
from assessor.render.write import Written
from assessor.request import Request, given_answers

if TYPE_CHECKING:
    from assessor.plan.check import Problem

MOST_UNREAD = 0.05
"""Share of first-party lines that may be lost to unreadable files before the exit code says so."""


def compare(old: Path, new: Path, folder: Path, options: RenderOptions, *, force: bool) -> Written:
    """What changed between two assessments, written as HTML and Markdown."""
    from assessor.render.comparison import render_comparison
    from assessor.render.write import write_files

    known = knowledge()
    pair = [again(path) for path in (old, new)]
    if options.redact:
        from assessor.render.pseudonyms import redacted_together

        pair = redacted_together(pair, known)
    return write_files(folder, render_comparison(pair[0], pair[1], known, options), force=force)


def bundle(path: Path, request: Request, folder: Path, *, force: bool) -> Written:
    """The bundle alone, written into `folder`: of an assessment that was made, or of sources; then nothing is judged."""
    from assessor import __version__
    from assessor.pipeline import bundle as planned
    from assessor.render.as_containers import answered_files
    from assessor.render.write import write_files

    if path.suffix == ".json":
        from assessor.render.elsewhere import elsewhere

        made = again(path)
        deployment = elsewhere(made.deployment, path.resolve().parent / "bundle", folder.resolve())
        return write_files(folder, answered_files(deployment, made.findings, made.tool.version), force=force)
    planning = planned(request)
    return write_files(folder, answered_files(planning.deployment, planning.findings, __version__), force=force)


def interview(paths: Sequence[Path], request: Request, *, at_terminal: bool = False, language: str = "en") -> str:
    """The form for what code cannot show, filled with what was observed when folders are given, and asked for `at_terminal`."""
    from assessor.intake.ask import ask, best, wrong
    from assessor.intake.form import form

    known = knowledge(request.rules)
    answers = given_answers(request, known)
    recommendation = assess(request)[0].recommendation if paths else None
    if at_terminal:

        def say(text: str) -> None:
            print(text, file=sys.stderr)

        answers = ask(known, recommendation, answers, *best(input, say, wrong(known, language)), say, language)
    return form(known, recommendation, answers, language)


def test_rules(folders: Sequence[Path]) -> tuple[list[str], int]:
    """What fails of the rules' own examples, and how many rules there are (the user's alone, when folders are given)."""
    from assessor.extract.examples import failures

    known = knowledge(folders)
    own = set(load(folders).places) if folders else None
    rules = [rule for rule in known.code if own is None or rule.id in own]
    return [text for rule in rules for text in failures(rule, known.languages, known.code)], len(rules)


def check_bundle(folder: Path) -> "tuple[Problem, ...]":
    """What is wrong with a bundle, ours or edited."""
    from assessor.intake.bundle_check import read_bundle
    from assessor.plan.check import check

    return check(read_bundle(folder))


def incomplete(assessments: Sequence[Assessment]) -> bool:
    """True when a share of the code worth an exit code of its own could not be read (files lost, not languages unknown)."""
    lost = sum(item.lines for a in assessments for item in a.coverage.unread if item.reason not in ("no-grammar", "too-large"))
    lines = sum(a.coverage.lines for a in assessments)
    return bool(lines) and lost / lines > MOST_UNREAD


def failing(assessments: Sequence[Assessment], level: Level) -> int:
    """How many findings make this run fail."""
    from assessor.findings.review import failing as found

    return sum(len(found(assessment.findings, level)) for assessment in assessments)
