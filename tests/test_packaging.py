"""The wheel and the sdist: what they carry, and that a bare environment can run them."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="needs the build backend: make test installs it")
    out = tmp_path_factory.mktemp("dist")
    for target in ("wheel", "sdist"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return out


def test_wheel_and_sdist_carry_rules_and_templates(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    rules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yml")}
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.j2")}
    assert rules and templates
    assert {f"assessor/shipped/{name}" for name in rules | templates} <= inside
    assert not [name for name in inside if name.startswith(("tests/", "samples/"))]
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert (
        rules | templates | {"README.md", "LICENSE", "Makefile", "tests/conftest.py", "samples/php-storefront/README.md"} <= names
    )


def test_a_bare_environment_runs_the_wheel(built: Path, tmp_path: Path) -> None:
    environment = tmp_path / "bare"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    folder = next((environment / "lib").glob("python*/site-packages")) if os.name != "nt" else environment / "Lib/site-packages"
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    # The dependencies are those of this environment, behind the wheel's own files; the checkout is not among them.
    own = [path for path in sys.path if path.endswith("site-packages")]
    (folder / "dependencies.pth").write_text("\n".join(own) + "\n", "utf-8")
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [str(python), "-m", "assessor", *arguments], cwd=tmp_path, capture_output=True, text=True, env=clean, timeout=120
        )

    where = subprocess.run(
        [str(python), "-c", "import assessor.resources as r; print(r.folder('rules'))"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "shipped" in where.stdout, where.stdout + where.stderr
    assert "assess" in run("--help").stdout
    result = run("assess", str(ROOT / "samples" / "php-storefront"), "-o", "out", "-q")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out" / "bundle" / "compose.yaml").is_file()
