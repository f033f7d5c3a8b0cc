"""The law of layers, and who may open files."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAY_OPEN = {
    "cli.py", "console.py", "pipeline.py", "outputs.py", "memory.py", "resources.py", "render/write.py", "extract/read.py", "extract/workers.py", "extract/cache.py",
    "render/as_pdf.py", "render/catalogue.py", "render/messages.py", "render/public_words.py",  # a browser's input; our own templates
}  # fmt: skip
MAY_OPEN_FOLDERS = ("intake/", "discover/", "knowledge/")
OPENING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rename",
    "scandir",
    "iterdir",
    "rglob",
}


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout


def test_only_a_few_modules_touch_files() -> None:
    guilty = []
    for path in sorted((ROOT / "assessor").rglob("*.py")):
        name = path.relative_to(ROOT / "assessor").as_posix()
        if name in MAY_OPEN or name.startswith(MAY_OPEN_FOLDERS):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and opens(node):
                guilty.append(f"{name}:{node.lineno} {ast.unparse(node)[:80]}")
    assert guilty == []


def opens(call: ast.Call) -> bool:
    """`open(...)`, `path.read_text()`, `path.open("rb")`; not a reader that was handed in as a parameter."""
    if isinstance(call.func, ast.Name):
        return call.func.id == "open"
    name = getattr(call.func, "attr", "")
    first = call.args[0] if call.args else None
    return name in OPENING and (name != "open" or first is None or isinstance(first, ast.Constant))


def test_networks_are_never_opened() -> None:
    forbidden = {"socket", "urllib.request", "http.client", "requests", "ftplib", "smtplib", "ssl", "xmlrpc"}
    guilty = []
    for path in sorted((ROOT / "assessor").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            guilty += [f"{path.name}:{name}" for name in names if name in forbidden]
    assert guilty == []
