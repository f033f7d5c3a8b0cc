"""Folders that a Python settings module puts together below its own project: `os.path.join(BASE_DIR, "media")`, `ROOT / "data"`.

In: an expression. Out: `./media`, relative to the folder in which the application lies; nothing is run.
"""

import ast
import posixpath
import re

_BASE = re.compile(
    r"(?i)^_?(?:base|project|root|app|site|here|current|install|instance|top|repo|src|package|django)_?(?:dir|path|root|folder)?$"
)
_SAME = (
    "abspath",
    "realpath",
    "normpath",
    "resolve",
    "absolute",
    "as_posix",
    "expanduser",
    "Path",
    "PurePath",
    "str",
    "fspath",
    "rstrip",
)
_DEEPEST = 20


def project_path(node: ast.expr | None, depth: int = 0) -> str | None:
    """`./media/photos`; None for anything else than a folder or file below a name for the project's own folder."""
    if node is None or depth > _DEEPEST:
        return None
    if isinstance(node, ast.Name | ast.Attribute):
        if isinstance(node, ast.Attribute) and node.attr == "parent":
            return _above(project_path(node.value, depth + 1))
        name = node.id if isinstance(node, ast.Name) else node.attr
        return "." if name == "__file__" or _BASE.match(name) else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Add):
        step = _constant(node.right)
        if step is None or (isinstance(node.op, ast.Add) and not step.startswith("/")):
            return None
        return _below(project_path(node.left, depth + 1), [step.lstrip("/")])
    if isinstance(node, ast.Call):
        return _called(node, depth)
    return None


def _called(node: ast.Call, depth: int) -> str | None:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
    if name == "getattr" and len(node.args) == 3:
        return project_path(node.args[2], depth + 1)
    if name in ("join", "joinpath"):
        owner = node.func.value if isinstance(node.func, ast.Attribute) and name == "joinpath" else None
        first, rest = (owner, node.args) if owner is not None else (next(iter(node.args), None), node.args[1:])
        steps = [_constant(each) for each in rest]
        return _below(project_path(first, depth + 1), steps) if steps else None
    if name == "dirname" and node.args:
        return _above(project_path(node.args[0], depth + 1))
    if name in _SAME:
        of = node.func.value if isinstance(node.func, ast.Attribute) and not node.args else next(iter(node.args), None)
        if name == "rstrip" and isinstance(node.func, ast.Attribute):
            of = node.func.value
        return project_path(of, depth + 1)
    return None


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _below(path: str | None, steps: list[str | None]) -> str | None:
    """`path` with further steps; steps that lead out of the project end at the project's own folder."""
    if path is None or any(step is None for step in steps):
        return None
    whole = posixpath.normpath(posixpath.join(path, *(step or "" for step in steps)))
    inner = re.sub(r"^(?:\.\./)+", "", whole)
    return None if inner.startswith("/") or inner in (".", "..") else f"./{inner}"


def _above(path: str | None) -> str | None:
    if path in (None, "."):
        return path
    above = posixpath.dirname(path)
    return above if above and above != "." else "."
