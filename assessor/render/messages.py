"""Every message a catalogue has to hold: the sentences of the templates and of the views, and the vocabulary."""

import ast
from pathlib import Path

from jinja2 import Environment

from assessor.render import vocabulary
from assessor.resources import folder


def messages() -> dict[str, tuple[str, ...]]:
    """English message -> its forms (one, or singular and plural), in the order of the files."""
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder("templates").rglob("*.j2")):
        if "containers" not in path.parts:
            for _, function, texts in environment.extract_translations(path.read_text("utf-8")):  # type: ignore[attr-defined]
                forms = (texts,) if isinstance(texts, str) else tuple(text for text in texts or () if text)
                if forms:
                    found.setdefault(forms[0], forms if function == "ngettext" else forms[:1])
    here = Path(__file__).parent
    for path in sorted([*(here / "views").glob("*.py"), *(here / "charts").glob("*.py")]):
        for text in _spoken(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, (text,))
    for word in vocabulary.WORDS:
        found.setdefault(word, (word,))
    return found


def _spoken(tree: ast.AST) -> list[str]:
    """First arguments of `.text(...)` and `word(...)`, and the values of a table called SAYS."""
    texts: list[ast.expr] = []
    for node in ast.walk(tree):
        called = getattr(node, "func", None)
        ours = getattr(called, "attr", "") == "text" or getattr(called, "id", "") == "word"
        if isinstance(node, ast.Call) and node.args and ours:
            texts.append(node.args[0])
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "SAYS" and isinstance(node.value, ast.Dict):
            texts += node.value.values
    return [node.value for node in texts if isinstance(node, ast.Constant) and isinstance(node.value, str)]
