"""Values as compose reads them: `$` doubled where it is meant, `${NAME...}` where `.env` fills in."""

import re

from assessor.domain.deployment import Variable

_ASK = "set it in .env"
_SIMPLE = re.compile(r"[^${}\"'`\\\r\n]*")


def literal(text: str) -> str:
    """`text` as it is, for a place where compose would look for variables."""
    return text.replace("$", "$$")


def reference(variable: Variable) -> str:
    """Where `variable` is filled in: secrets and required ones stop compose when they are missing, others have their default."""
    if variable.secret or variable.required or not variable.value or not _SIMPLE.fullmatch(variable.value):
        return f"${{{variable.name}:?{_ASK}}}"
    return f"${{{variable.name}:-{variable.value}}}"


def environment_file_value(text: str) -> str:
    """`text` as a value of `.env`: quoted where compose would cut, expand or trim it."""
    if re.fullmatch(r"[A-Za-z0-9_@%+:.,/\[\]?&=~-]*", text):
        return text
    return "'" + text.replace("\r", "").replace("\n", " ").replace("'", "\\'") + "'"
