"""Settings in Python: Django's `settings.py`, Flask's `config.py`, `gunicorn.conf.py`, read as a syntax tree and never run.

`DATABASES = {"default": {"ENGINE": ..., "HOST": os.environ.get("DB_HOST", "db")}}` gives `DATABASES.default.HOST` with value `db`
and the trait `config.environment` for `DB_HOST`. What stands under `if REDIS_HOST:`, where that is a variable nobody needs to set,
has the profile `if REDIS_HOST`.
"""

import ast
import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.python_paths import project_path
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined

_NAME = re.compile(
    r"(?i)(?:^|/)(?:[\w]{0,30}settings[\w]{0,20}|settings/[\w]{1,40}|config[\w]{0,20}|configuration"
    r"|conf/[\w]{1,30}|gunicorn(?:[_.]conf(?:ig)?)?(?:\.conf)?|celeryconfig|celery_?app|celery)\.py$"
    r"|(?:^|/)(?:local_settings|settings)[\w.]{0,20}\.py\.(?:example|sample|dist|template)$"
)
_PROFILE = re.compile(
    r"(?i)settings[/_]?(?P<profile>dev|development|test|testing|prod|production|staging|local|docker"
    r"|ci)\w{0,10}\.py"
)
_ENVIRONMENT = re.compile(
    r"(?i)(?:^|\.)(?:environ\.get|getenv|env(?:\.\w{1,20})?|config|environ|get_env\w{0,20}|envbool"
    r"|envint|env_var|cast_env|decouple\.config)$"
)
_DEEPEST = 8
_MOST_FACTS = 1500
_LONGEST = 300_000


def _read(document: Document) -> Iterator[Fact]:
    if len(document.text) > _LONGEST:
        raise Unreadable("longer than any settings module")
    try:
        tree = ast.parse(document.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    found = _PROFILE.search(document.path)
    reading = Reading(document, "python", found["profile"].lower() if found else "")
    facts: list[Fact] = []
    for key, node, guard in _assigned(tree):
        for name, value, line in _literals(key, node, 0):
            facts += reading.setting(name, value, line, guard or None)
            facts += _signs(reading, name, value, line)
        if len(facts) > _MOST_FACTS:
            break
    yield from joined(facts)


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr, str]]:
    """Names in capitals (and gunicorn's lower-case ones) that are assigned at the top, in classes, and under conditions there; with
    the condition, where it asks whether somebody set a variable."""
    options = _options(tree)
    bodies: list[tuple[str, list[ast.stmt], str]] = [("", tree.body, "")]
    while bodies:
        prefix, body, guard = bodies.pop()
        for node in body:
            if isinstance(node, ast.ClassDef):
                bodies.append((f"{node.name}.", node.body, guard))
            elif isinstance(node, ast.If):
                asked = f"if {node.test.id}" if isinstance(node.test, ast.Name) and node.test.id in options else guard
                bodies += [(prefix, node.body, asked), (prefix, node.orelse, guard)]
            elif isinstance(node, ast.Try):
                bodies.append((prefix, node.body, guard))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name) and (target.id.isupper() or not prefix):
                        yield prefix + target.id, node.value, guard
                    elif isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
                        yield f"{ast.unparse(target.value)[:60]}.{target.slice.value!s}", node.value, guard
                    elif isinstance(target, ast.Attribute) and target.attr.islower() and isinstance(target.value, ast.Attribute):
                        yield f"{ast.unparse(target)[:80]}", node.value, guard


def _options(tree: ast.Module) -> frozenset[str]:
    """Names at the top that hold a variable of the environment which has no value unless somebody sets it."""
    return frozenset(
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and re.fullmatch(r"\$\{\w{1,100}\}", _text(node.value) or "")
        for target in node.targets
        if isinstance(target, ast.Name)
    )


def _literals(key: str, node: ast.expr, depth: int) -> Iterator[tuple[str, str, int]]:
    """(dotted key, value, line) of every literal and environment look-up inside a value."""
    if depth > _DEEPEST:
        return
    value = _text(node)
    if value is not None:
        yield key, value, node.lineno
    elif isinstance(node, ast.Dict):
        for name, inner in zip(node.keys, node.values, strict=True):
            if isinstance(name, ast.Constant):
                yield from _literals(f"{key}.{name.value!s}", inner, depth + 1)
    elif isinstance(node, ast.List | ast.Tuple):
        for number, inner in enumerate(node.elts):
            yield from _literals(f"{key}[{number}]", inner, depth + 1)


def _text(node: ast.expr | None) -> str | None:
    """A literal as text; a look-up in the environment as `${NAME:default}`; None for anything that has to be run."""
    if isinstance(node, ast.Constant):
        return "" if node.value is None else str(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = [_text(part.value) if isinstance(part, ast.FormattedValue) else _text(part) for part in node.values]
        return "".join(part if part is not None else "{}" for part in parts)
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        first = _text(node.values[0])
        last = _text(node.values[-1])
        return f"{first[:-1]}:{last}}}" if first and last and re.fullmatch(r"\$\{\w{1,100}\}", first) else first
    if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ") and isinstance(node.slice, ast.Constant):
        return f"${{{node.slice.value!s}}}"
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
        called = ast.unparse(node.func)[:100]
        if _ENVIRONMENT.search(called):
            default = (
                _text(node.args[1])
                if len(node.args) > 1
                else next((_text(item.value) for item in node.keywords if item.arg == "default"), None)
            )
            return f"${{{node.args[0].value}:{default}}}" if default else f"${{{node.args[0].value}}}"
        if called.endswith(("Path", "timedelta", "str")) or called in ("int", "bool"):
            return node.args[0].value
    if (
        isinstance(node, ast.Call)
        and node.args
        and isinstance(node.func, ast.Name)
        and node.func.id in ("int", "bool", "str", "float")
    ):
        return _text(node.args[0])
    path = project_path(node)
    return path if path != "." else None


def _signs(reading: Reading, key: str, value: str, line: int) -> Iterator[Fact]:
    if key == "SESSION_ENGINE":
        store = value.rpartition(".")[2]
        kind = {"signed_cookies": "session.stateless", "file": "session.in-memory"}.get(store, "session.external")
        yield reading.trait(kind, line, engine=value)
    elif re.fullmatch(r"LOGGING\.handlers\.\w{1,60}\.filename", key):
        yield reading.trait("logging.file", line, path=value)
    elif key == "bind":
        yield from reading.port(value.rpartition(":")[2], "gunicorn", line)
    elif key.startswith(("CELERY_BEAT_SCHEDULE.", "CELERYBEAT_SCHEDULE.", "beat_schedule.")) and key.endswith(".task"):
        yield reading.process(key.split(".")[-2], value, "job", line, "celery beat")
        yield reading.trait("scheduler.cron", line, schedule="celery beat", command=value)


DESCRIPTOR = Descriptor("python", lambda path: bool(_NAME.search(path)), _read)
