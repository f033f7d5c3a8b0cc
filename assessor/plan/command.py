"""Commands of a machine as commands of a container: no path of a virtual environment, every interface, logs to the terminal.

`/opt/clinic/venv/bin/gunicorn clinic.wsgi --bind 127.0.0.1:8000 --access-logfile /var/log/x.log` ->
`gunicorn clinic.wsgi --bind 0.0.0.0:8000 --access-logfile -`
"""

import re
import shlex

_DROP_WITH_VALUE = {
    "--pid",
    "--pidfile",
    "-p:pid",
    "--logfile",
    "--error-logfile-path",
    "--user",
    "--group",
    "--uid",
    "--gid",
    "--chdir",
    "--workdir",
}
_DROP = {"--daemon", "-D", "--detach", "--daemonize"}
_TO_TERMINAL = {"--access-logfile", "--error-logfile", "--log-file"}
_BIND = {"--bind", "-b", "--host", "--hostname", "-h", "--http", "--http-socket"}
_INTERPRETER_FOLDER = re.compile(r"^(/(?:usr/(?:local/)?)?s?bin/|[\w./-]*(?:env|nvm|node_modules|vendor)[\w./-]*/s?bin/)([\w.-]+)$")


def container_command(command: str, port: int = 0) -> tuple[str, ...]:
    """The words of a started command, adapted. Empty when it is none, or needs a shell's features (pipes, redirections, `$`)."""
    try:
        spoken = shlex.split(command.strip().lstrip("@-+!:"))
    except ValueError:
        return ()
    while spoken and re.fullmatch(r"(exec|nohup|nice|time|env|sudo|setsid|[A-Z_][A-Z0-9_]*=\S*)", spoken[0]):
        spoken = spoken[1:]
    if not spoken or any(re.search(r"[|<>;&`]|\$\(|\$\{?[A-Z]", word) for word in spoken):
        return ()
    adapted = [_program(spoken[0])]
    skip = False
    for index, word in enumerate(spoken[1:], start=1):
        name, equals, value = word.partition("=")
        previous = spoken[index - 1]
        if skip:
            skip = False
        elif word in _DROP:
            continue
        elif name in _DROP_WITH_VALUE:
            skip = not equals
        elif name in _TO_TERMINAL and equals:
            adapted.append(f"{name}=-")
        elif previous in _TO_TERMINAL:
            adapted.append("-")
        elif name in _BIND and equals:
            adapted.append(f"{name}={_everywhere(value, port)}")
        elif previous in _BIND:
            adapted.append(_everywhere(word, port))
        else:
            adapted.append(word)
    return tuple(adapted)


def _program(path: str) -> str:
    found = _INTERPRETER_FOLDER.match(path)
    return found.group(2) if found else path


def _everywhere(address: str, port: int) -> str:
    if address.startswith(("unix:", "/")) or address.endswith(".sock"):
        return f"0.0.0.0:{port}" if port else address
    return re.sub(r"^(127\.0\.0\.1|localhost|\[::1\]|10(\.\d+){3}|192\.168(\.\d+){2}|172(\.\d+){3})(?=:|$)", "0.0.0.0", address)
