"""Packages of the operating system that a line of a script installs."""

import re

_INSTALLED = re.compile(
    r"(?:apt-get|apt|yum|dnf|apk|zypper)(?:\s{1,4}-{1,2}[\w\-=]{1,30}){0,5}\s{1,4}(?:install|add)\s{1,4}(?P<names>[^&|;\n]{1,500})"
)
_PACKAGE = re.compile(r"^[a-z0-9][a-z0-9+.\-_]{1,50}$")


def installed(line: str) -> list[str]:
    """`apt-get install -y nginx redis-server` -> `["nginx", "redis-server"]`; variables and options are left out."""
    found = _INSTALLED.search(line)
    return [name for name in (found["names"].split() if found else ()) if is_package(name)]


def is_package(name: str) -> bool:
    """Whether the text can be a package's name."""
    return bool(_PACKAGE.match(name))
