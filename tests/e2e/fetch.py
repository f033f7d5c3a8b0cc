"""Brings the applications of applications.toml into a folder: `python tests/e2e/fetch.py FOLDER`. Nothing that is fetched is run.

Exit code 2 when a registry could not be reached or has no such package: that is said as such, it is no success.
"""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).parent


def applications() -> dict[str, dict]:  # type: ignore[type-arg]
    """The table of applications.toml."""
    return tomllib.loads((HERE / "applications.toml").read_text("utf-8"))


def fetch(name: str, how: dict[str, str], target: Path) -> None:
    """One application below `target / name`; kept when it is there already."""
    folder = target / name
    if (folder / how["folder"]).is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    package = how["package"]
    if how["with"] == "apt":
        subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True, timeout=300)
        subprocess.run(["dpkg-deb", "-x", str(next(folder.glob("*.deb"))), str(folder)], check=True, timeout=300)
    elif how["with"] == "pip":
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "-d", ".", package]
        subprocess.run(command, cwd=folder, check=True, timeout=300)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
            archive.extractall(folder)
    elif how["with"] == "npm":
        subprocess.run(["npm", "pack", "--silent", "--ignore-scripts", package], cwd=folder, check=True, timeout=300)
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
    for archive_file in (*folder.glob("*.deb"), *folder.glob("*.whl"), *folder.glob("*.tgz")):
        archive_file.unlink()


def main() -> int:
    """Fetches all; names each that could not be had."""
    target = Path(sys.argv[1])
    failed = []
    for name, facts in applications().items():
        try:
            fetch(name, facts["fetch"], target)
            print(f"fetched {name}", flush=True)
        except (subprocess.SubprocessError, OSError, StopIteration) as error:
            print(f"could not fetch {name} with {facts['fetch']['with']}: {error}", file=sys.stderr, flush=True)
            failed.append(name)
    return 2 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
