"""The same bundle with Podman: built, started, asked for its row, made anew on the same volumes, asked again. Nothing is edited.

Needs `podman` and `podman-compose`, a Podman that can start a container, and the images: those of Docker's engine are taken over.
Skips without, also in CI: no stand-in of Podman's own is made there.
"""

import os
import re
import secrets
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.e2e.stand_ins import asked, stand_in
from tests.e2e.test_bundle_comes_up import APPLICATIONS, Bundle

pytestmark = pytest.mark.engine
SAMPLE = "django-clinic"


class PodmanBundle(Bundle):
    """Started by podman-compose, which names a project after its folder unless told otherwise."""

    def compose(self, *arguments: str) -> str:
        command = ["podman-compose", "--project-name", self.project, *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout + done.stderr

    def up(self) -> None:
        self.compose("up", "--detach")


def _missing(images: set[str]) -> list[str]:
    """Images that Podman has not got, after those of Docker's engine were taken over."""
    missing = []
    for image in sorted(images):
        if subprocess.run(["podman", "image", "exists", image], check=False).returncode:
            saved = subprocess.run(["docker", "save", image], capture_output=True, check=False)
            loaded = subprocess.run(["podman", "load"], input=saved.stdout, capture_output=True, check=False)
            if saved.returncode or loaded.returncode:
                missing.append(image)
    return missing


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PodmanBundle]:
    for program in ("podman", "podman-compose", "docker"):
        if not shutil.which(program):
            pytest.skip(f"needs {program}")
    made = PodmanBundle(SAMPLE, tmp_path_factory.mktemp(f"podman-{secrets.token_hex(2)}"))
    if os.environ.get("ASSESSOR_STAND_INS"):
        stand_in(made.folder)
    missing = _missing(asked(made.folder))
    if missing:
        pytest.skip(f"Podman has no {', '.join(missing)}")
    # podman-compose calls a start that failed a success, so a Podman that this machine does not let work is told apart here.
    trial = ["podman", "run", "--rm", "--publish", "127.0.0.1::80", sorted(asked(made.folder))[0], "true"]
    tried = subprocess.run(trial, capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"Podman cannot start a container here: {tried.stderr.strip()[-300:]}")
    yield made
    clean = ["podman-compose", "--project-name", made.project, "down", "--volumes"]
    subprocess.run(clean, cwd=made.folder, capture_output=True, check=False)


def test_it_comes_up_with_podman_and_keeps_its_data(bundle: PodmanBundle) -> None:
    application = APPLICATIONS[SAMPLE]
    bundle.compose("build")
    bundle.up()
    assert re.search(application.wanted, bundle.page(application.page, application.wanted))
    bundle.compose("down")
    bundle.up()
    assert re.search(application.wanted, bundle.page(application.page, application.wanted))
