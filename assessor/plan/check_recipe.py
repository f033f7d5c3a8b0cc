"""What can be wrong with a Dockerfile, seen as text; whether it builds shows when it is built."""

import re
from collections.abc import Iterator

from assessor.plan.images import pinned
from assessor.plan.readings import secret_name

_INSTRUCTIONS = frozenset(
    [
        "ADD",
        "ARG",
        "CMD",
        "COPY",
        "ENTRYPOINT",
        "ENV",
        "EXPOSE",
        "FROM",
        "HEALTHCHECK",
        "LABEL",
        "MAINTAINER",
        "ONBUILD",
        "RUN",
        "SHELL",
        "STOPSIGNAL",
        "USER",
        "VOLUME",
        "WORKDIR",
    ]
)
"""https://docs.docker.com/reference/dockerfile/"""


def check_recipe(text: str) -> Iterator[tuple[int, str]]:
    """Line (0: the whole file) and what is wrong."""
    stages: set[str] = set()
    count, continued = 0, False
    escape = "`" if re.match(r"\s*#\s*escape\s*=\s*`", text) else "\\"
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(r"^#\s*syntax\s*=", line):
            yield number, "a syntax line fetches another image at build time; old engines cannot"
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        word = "" if continued else line.split(maxsplit=1)[0].upper()
        continued = line.rstrip().endswith(escape)
        if word and word not in _INSTRUCTIONS:
            yield number, f"'{word}' is no instruction"
        elif word and word not in ("FROM", "ARG") and not count:
            yield number, f"{word} stands before the first FROM"
            count = 1
        base = re.match(r"^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?", line, re.I)
        if base and word == "FROM":
            count += 1
            image = base.group(1)
            if image not in stages and image != "scratch" and "$" not in image and not pinned(image):
                yield number, f"the base image {image} is not pinned to a version"
            stages |= {base.group(2) or "", str(count - 1)}
        source = re.match(r"^\s*COPY\s+(?:--(?!from)\S+\s+)*--from=(\S+)", line, re.I)
        if source and source.group(1) not in stages and not re.search(r"[:/$@]", source.group(1)):
            yield number, f"COPY takes from '{source.group(1)}', which is no stage"
        if re.match(r"^\s*(?:RUN|COPY)\b.*<<-?\s*[\"']?\w+", line):
            yield number, "a heredoc is not understood by old engines"
        secret = re.match(r"^\s*(?:ENV|ARG)\s+([A-Za-z_]\w*)[= ](\S+)", line)
        if secret and secret_name(secret.group(1)) and not secret.group(2).startswith("$"):
            yield number, f"{secret.group(1)} is a secret written into the image"
    if not count:
        yield 0, "there is no FROM in it"
