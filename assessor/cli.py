"""The commands. People's text and progress go to stderr, data to stdout only on request; exit codes as the README lists them.

Nothing heavy is imported here: every command imports what it needs, so that `--help` answers at once.
"""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from assessor import __version__
from assessor.errors import AssessorError, InputError, nearest

if TYPE_CHECKING:
    from assessor.domain.acceptance import Level

app = typer.Typer(
    name="assessor",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "ASSESSOR"},
)
rules_app = typer.Typer(
    no_args_is_help=True, help="What the program knows: list it, show one rule, test rules.", rich_markup_mode=None
)
app.add_typer(rules_app, name="rules")


class FailOn(StrEnum):
    """What makes the exit code 1, as in `domain/acceptance.py`."""

    none = "none"
    high = "high"
    medium = "medium"
    any = "any"
    new = "new"


class Lang(StrEnum):
    """Languages of the report."""

    en = "en"
    zh_CN = "zh-CN"


def _say(text: str = "") -> None:
    """Plain text for people, on stderr."""
    typer.echo(text, err=True)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"assessor {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads a legacy enterprise application, never runs it, and says with evidence whether to package it whole or to split it."""


@app.command()
def assess(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Folders or .war/.ear/.jar/.zip; several are one application.")
    ],
    output: Annotated[
        list[str] | None, typer.Option("-o", "--output", metavar="DIR|FORMAT=PATH", help="Where to write. Default: ./assessment/.")
    ] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the report.")] = Lang.en,
    config: Annotated[
        Path | None, typer.Option("-c", "--config", help="Configuration; default: assessor.toml of this folder.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")] = False,
    answers: Annotated[Path | None, typer.Option("-a", "--answers", help="What people said: a TOML file, see 'interview'.")] = None,
    split: Annotated[
        Path | None, typer.Option("--split", metavar="FILE", help="A proposed split, part = globs: the report shows its bill.")
    ] = None,
    assumptions: Annotated[
        Path | None, typer.Option("--assumptions", metavar="FILE", help="Numbers you know better, id = value; see 'rules list'.")
    ] = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules, laid on top.")] = None,
    exclude: Annotated[list[str] | None, typer.Option("--exclude", metavar="GLOB", help="Leave these paths out.")] = None,
    no_gitignore: Annotated[bool, typer.Option("--no-gitignore", help="Read what .gitignore leaves out, too.")] = False,
    encoding: Annotated[
        str, typer.Option("--encoding", help="Encoding of texts that are not UTF-8 (default: told from the text).")
    ] = "",
    client: Annotated[str, typer.Option("--client", help="The client's name, for the report's head.")] = "",
    author: Annotated[str, typer.Option("--author", help="Who answers for the report, for its head.")] = "",
    logo: Annotated[
        Path | None, typer.Option("--logo", metavar="FILE", help="A picture (PNG, JPEG, SVG) for the report's head.")
    ] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Replace the client's names by pseudonyms and show no source.")] = False,
    hints: Annotated[bool, typer.Option("--hints", help="Name the uncertain findings in the report, too.")] = False,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="ID", help="Only findings of this rule; * stands for any text.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="ID", help="No findings of this rule.")] = None,
    baseline: Annotated[
        list[Path] | None,
        typer.Option("--baseline", metavar="FILE", help="An earlier assessment.json or SARIF: tells new from known."),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit with 1 for findings neither accepted nor known. Default: none.")
    ] = None,
    sbom: Annotated[
        list[Path] | None,
        typer.Option("--sbom", metavar="FILE", help="A CycloneDX or syft inventory: its versions win over ranges."),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=0, help="Worker processes; 0: one for each core.")] = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew and keep nothing for the next run.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="Show no progress bar.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace outputs even when somebody edited them.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
) -> None:
    """Analyse folders and write the report, its data and the bundle."""
    import gc

    from assessor import commands, console, memory, outputs, pipeline
    from assessor.intake.configuration import configured
    from assessor.request import Request, today

    gc.set_threshold(100_000, 50, 100)  # facts form no cycles; looking for some among millions costs a fifth of the time
    settings = configured(config, isolated=isolated, folder=Path.cwd(), analysed=tuple(paths))
    _check_encoding(encoding)
    targets = outputs.targets(tuple(output or ()), tuple(paths))
    request = Request(
        paths=tuple(paths),
        rules=tuple(rules or settings.rules),
        answers=answers or settings.answers,
        split=split,
        assumptions=assumptions,
        client=client or settings.client,
        exclude=(*settings.exclude, *(exclude or ())),
        gitignore=not no_gitignore,
        encoding=encoding,
        jobs=jobs or os.cpu_count() or 1,
        cache=not no_cache,
        select=tuple(select or settings.select),
        ignore=tuple(ignore or settings.ignore),
        accept=settings.accept,
        baseline=tuple(baseline or settings.baseline),
        sbom=tuple(sbom or settings.sbom),
        bundle=targets.bundle,
        bundle_alone=targets.folder is None,
        today=today(),
    )
    level = _level(fail_on.value if fail_on else settings.fail_on, request.baseline)
    watcher = None if quiet or no_progress or not sys.stderr.isatty() else console.progress()
    with memory.remembering(request.cache) as remembered:
        assessments = pipeline.assess(request, watcher, remembered)
        known = pipeline.knowledge(request.rules, remembered)
        rendering = outputs.options(lang.value, redact, logo, author, hints=hints)
        written = outputs.write(assessments, targets, known, rendering, force=force, recall=remembered.recall)
    if not quiet:
        _say(console.summary(assessments, written))
    code = 4 if commands.incomplete(assessments) else 0
    failing = commands.failing(assessments, level)
    if failing:
        _say(f"{failing:,} finding(s) that --fail-on {level} asks about")
        code = 1
    if code:
        raise typer.Exit(code)


@app.command()
def report(
    assessment: Annotated[Path, typer.Argument(metavar="ASSESSMENT", help="An assessment.json.")],
    output: Annotated[list[str] | None, typer.Option("-o", "--output", metavar="DIR|FORMAT=PATH", help="Where to write.")] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the report.")] = Lang.en,
    author: Annotated[str, typer.Option("--author", help="Who answers for the report, for its head.")] = "",
    logo: Annotated[
        Path | None, typer.Option("--logo", metavar="FILE", help="A picture (PNG, JPEG, SVG) for the report's head.")
    ] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Replace the client's names by pseudonyms and show no source.")] = False,
    hints: Annotated[bool, typer.Option("--hints", help="Name the uncertain findings in the report, too.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace outputs even when somebody edited them.")] = False,
) -> None:
    """Render an assessment again, without the sources."""
    from assessor import console, outputs, pipeline

    found = (outputs.again(assessment),)
    targets = outputs.targets(tuple(output or (str(assessment.parent),)), ())
    rendering = outputs.options(lang.value, redact, logo, author, hints=hints)
    written = outputs.write(found, targets, pipeline.knowledge(), rendering, force=force)
    _say(console.files(written))


@app.command()
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier assessment.json.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later one.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write.")] = Path("comparison"),
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the report.")] = Lang.en,
    redact: Annotated[bool, typer.Option("--redact", help="Replace the client's names by pseudonyms and show no source.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace outputs even when somebody edited them.")] = False,
) -> None:
    """Say what changed between two assessments: verdict, dimensions, findings, structure, bundle."""
    from assessor import commands, console, outputs

    _say(console.files((commands.compare(old, new, output, outputs.options(lang.value, redact), force=force),)))


@app.command()
def bundle(
    path: Annotated[Path, typer.Argument(metavar="PATH|ASSESSMENT", help="A folder, an archive or an assessment.json.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write the bundle.")] = Path("bundle"),
    check: Annotated[bool, typer.Option("--check", help="PATH is a bundle: say what is wrong with it.")] = False,
    rules: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules, laid on top.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files even when somebody edited them.")] = False,
) -> None:
    """Write the bundle alone, or check one."""
    from assessor import commands, console
    from assessor.request import Request, today

    if check:
        problems = commands.check_bundle(path)
        _say(console.problems(path, problems))
        raise typer.Exit(1 if problems else 0)
    asked = Request(paths=(path,), rules=tuple(rules or ()), jobs=os.cpu_count() or 1, bundle=output, today=today())
    _say(console.files((commands.bundle(path, asked, output, force=force),)))


@app.command()
def interview(
    path: Annotated[list[Path] | None, typer.Argument(metavar="[PATH...]", help="Folders to look at first.")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The form; - is stdout.")] = Path("answers.toml"),
    answers: Annotated[Path | None, typer.Option("-a", "--answers", help="Answers that are known already.")] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the questions.")] = Lang.en,
    rules: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules, laid on top.")] = None,
    form: Annotated[bool, typer.Option("--form", help="Ask nothing, only write the form; always so without a terminal.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the form even when somebody filled it in.")] = False,
) -> None:
    """Ask what code cannot answer, or write it as a form to fill in, with what was observed beside each question."""
    from assessor import commands, console, outputs
    from assessor.request import Request, today

    asked = Request(paths=tuple(path or ()), rules=tuple(rules or ()), answers=answers, jobs=os.cpu_count() or 1, today=today())
    asking = not form and sys.stdin.isatty() and sys.stderr.isatty()
    text = commands.interview(tuple(path or ()), asked, at_terminal=asking, language=lang.value)
    if str(output) == "-":
        typer.echo(text, nl=False)
    else:
        _say(console.files((outputs.write_text(output, text, force=force),)))


def _level(stated: str, baselines: Sequence[Path]) -> "Level":
    levels: dict[str, Level] = {"": "none", "none": "none", "high": "high", "medium": "medium", "any": "any", "new": "new"}
    if stated == "new" and not baselines:
        raise InputError("'--fail-on new' needs something to compare with", hint="add --baseline FILE, an earlier assessment.json")
    return levels[stated]


def _check_encoding(name: str) -> None:
    if not name:
        return
    import codecs

    try:
        codecs.lookup(name)
    except LookupError:
        raise InputError(f"unknown encoding '{name}'", hint="for instance gb18030, cp932, cp1252, utf-8") from None


@app.command()
def schema(
    name: Annotated[str, typer.Argument(metavar="[assessment|answers|config|rules]")] = "assessment",
) -> None:
    """Print the JSON Schema of a file, on stdout."""
    from assessor import outputs

    typer.echo(outputs.schema(name))


@app.command()
def doctor(path: Annotated[Path | None, typer.Argument(metavar="[PATH]")] = None) -> None:
    """Say what is installed, what would be read and what would be skipped."""
    from assessor import console

    typer.echo(console.doctor(path))


@rules_app.command("list")
def rules_list(
    rules: Annotated[list[Path] | None, typer.Option("--rules")] = None,
    matrix: Annotated[bool, typer.Option("--matrix", help="Count the rules of findings by concern and language.")] = False,
) -> None:
    """List every rule with its kind and its message."""
    from assessor import console, pipeline

    known = pipeline.knowledge(tuple(rules or ()))
    typer.echo(console.matrix(known) if matrix else console.rules(known))


@rules_app.command("show")
def rules_show(id: str, rules: Annotated[list[Path] | None, typer.Option("--rules")] = None) -> None:
    """Explain one rule: what it says, why it matters, its examples."""
    from assessor import console, pipeline

    typer.echo(console.rule(pipeline.knowledge(tuple(rules or ())), id))


@rules_app.command("test")
def rules_test(
    folder: Annotated[list[Path] | None, typer.Argument(metavar="[DIR...]", help="Folders of your own; none: ours.")] = None,
) -> None:
    """Check every rule: its shape, and for code rules that each finds its examples and nothing in its near misses."""
    from assessor import commands

    failures, count = commands.test_rules(tuple(folder or ()))
    for failure in failures:
        _say(failure)
    _say(f"{count} rules, {len(failures)} with a fault")
    raise typer.Exit(2 if failures else 0)


@app.command()
def explain(id: str, rules: Annotated[list[Path] | None, typer.Option("--rules")] = None) -> None:
    """The same as `rules show ID`."""
    rules_show(id, rules)


def main() -> NoReturn:
    """Runs a command and turns what happens into an exit code."""
    command = typer.main.get_command(app)
    try:
        result = command.main(prog_name="assessor", standalone_mode=False)
        code = result if isinstance(result, int) else 0
    except AssessorError as error:
        _say(str(error))
        code = error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        code = 0
    except Exception as error:
        code = _usage(error) if hasattr(error, "format_message") else _our_bug()
    if code == 130:  # some versions of Typer turn Ctrl-C into this code themselves
        _say("interrupted")
    sys.exit(code)


def _usage(error: Any) -> int:
    """A mistake on the command line. Typer carries its own copy of click in some versions, so the class has no one name."""
    message = " ".join(str(error.format_message()).split())
    context = getattr(error, "ctx", None)
    known = sorted(getattr(getattr(context, "command", None), "commands", {}))
    word = message.split("'")[1] if message.count("'") >= 2 else ""
    guess = nearest(word, known) if known and "Did you mean" not in message else ""
    _say(f"error: {message.rstrip('.').replace('. Did you mean', ', did you mean')}{guess}")
    _say(f"  hint: {context.command_path if context else 'assessor'} --help")
    return 2


def _our_bug() -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="assessor-bug-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(f"assessor {__version__}, Python {sys.version}\n")
        traceback.print_exc(file=file)
    _say("error: assessor has a fault of its own; nothing of the application was changed")
    _say(f"  at: {file.name}")
    _say("  hint: send that file to the authors; it holds a traceback and paths, no contents of the application")
    return 70
