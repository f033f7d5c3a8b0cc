"""Debian stand-ins under the names and tags that a bundle asks for: whatever version of `mysql` it names, the one there is.

They prove wiring, never the version: say "verified against Debian 12 stand-ins". `python tests/e2e/stand_ins.py FOLDER` does it for
the bundle in FOLDER.
"""

import re
import subprocess
import sys
from pathlib import Path


def stand_in(folder: Path) -> list[str]:
    """Tags a stand-in for every image of the bundle that is not here; returns what stands for what. What has none is left alone."""
    present = _docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}").split()
    stands = _docker("image", "ls", "--filter", "label=standin=debian12", "--format", "{{.Repository}}:{{.Tag}}").split()
    said = []
    for wanted in sorted(asked(folder) - set(present)):
        found = next((image for image in sorted(stands) if image.rpartition(":")[0] == wanted.rpartition(":")[0]), "")
        if found:
            _docker("tag", found, wanted)
            said.append(f"{found} stands for {wanted}")
    return said


def asked(folder: Path) -> set[str]:
    """Every image that the bundle starts from or runs."""
    compose = (folder / "compose.yaml").read_text("utf-8")
    recipes = [path.read_text("utf-8") for path in sorted(folder.glob("*Dockerfile"))]
    images = re.findall(r'^ +image: "?([\w./-]+:[\w.-]+)"?$', compose, re.MULTILINE)
    return set(images).union(*(re.findall(r"^FROM ([\w./-]+:[\w.-]+)", text, re.MULTILINE) for text in recipes))


def _docker(*words: str) -> str:
    return subprocess.run(["docker", *words], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    print("\n".join(stand_in(Path(sys.argv[1]))))
