"""Every rung that needs no engine, on the bundles of many applications: form, compose's own reading, hadolint, and whether the
commands of the Dockerfiles agree with the build files of the source.

    python tests/benchmarks/bundles.py TREES BUNDLES [--write] [--only NAME ...]

TREES holds one folder per application, BUNDLES gets (`--write`) or holds one bundle of each. `check-jsonschema`, `hadolint` and
`docker-compose` (or `docker compose`) are taken from the path; a rung whose tool is not there is said to be left out. Exit code 1
when a rung fails.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assessor.intake.bundle_check import read_bundle
from assessor.plan.check import check


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", type=Path)
    parser.add_argument("bundles", type=Path)
    parser.add_argument("--write", action="store_true", help="make the bundles first, with the command that users run")
    parser.add_argument("--only", nargs="*", default=(), metavar="NAME")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for tree in sorted(path for path in arguments.trees.iterdir() if path.is_dir() and not path.name.startswith("_")):
        if arguments.only and tree.name not in arguments.only:
            continue
        bundle = (arguments.bundles / tree.name).resolve()
        if arguments.write:
            shutil.rmtree(bundle, ignore_errors=True)
            subprocess.run(
                [sys.executable, "-m", "assessor", "bundle", str(tree), "-o", str(bundle)], check=True, stdout=subprocess.DEVNULL
            )
        if not (bundle / "compose.yaml").is_file():
            print(f"{tree.name}: no compose.yaml", flush=True)
            counts["no bundle"] += 1
            continue
        counts["bundles"] += 1
        for rung, problems in rungs(tree, bundle):
            counts[f"{rung}: {'left out' if problems is None else 'failed' if problems else 'passed'}"] += 1
            for problem in problems or ():
                print(f"{tree.name}: {rung}: {problem}", flush=True)
    for name in sorted(counts):
        print(f"{counts[name]:4} {name}")
    return any(name.endswith(": failed") for name in counts)


def rungs(tree: Path, bundle: Path) -> Iterator[tuple[str, list[str] | None]]:
    """Name of the rung and what is wrong; None where its tool is not there. Dockerfiles are rungs of their own."""
    files = {path: text for path, text in read_bundle(bundle).items() if path != ".env"}
    yield "our check", [f"{one.path}:{one.line} {one.what}" for one in check(files)]
    yield "compose schema", said("check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(bundle / "compose.yaml"))
    values = re.sub(r"(?m)^([A-Za-z_]\w*)=$", r"\1=filled0in0by0a0test", files[".env.example"])
    filled = bundle.parent / f"{bundle.name}.env"
    filled.write_text(values, "utf-8")
    compose = ("docker-compose",) if shutil.which("docker-compose") else ("docker", "compose")
    yield "compose config", said(*compose, "-f", str(bundle / "compose.yaml"), "--env-file", str(filled), "config", "--quiet")
    filled.unlink()
    for path in sorted(files):
        if path.endswith("Dockerfile"):
            yield "hadolint", said("hadolint", "--failure-threshold", "error", str(bundle / path))
            yield "commands agree with the source", list(disagreements(files[path], tree))


def said(*command: str) -> list[str] | None:
    """What a tool says when it refuses."""
    if not shutil.which(command[0]):
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [(done.stdout + done.stderr).strip()[-600:]] if done.returncode else []


def disagreements(recipe: str, tree: Path) -> Iterator[str]:
    """Files that a Dockerfile takes or names and the source does not have, and scripts that no `package.json` has."""
    folder, inside = tree, False
    described = ""
    for line in recipe.replace("\\\n", " ").splitlines():
        copied = re.match(r"COPY (?!--from)(?:--\S+ )*(\S+) \S+$", line)
        if copied:
            source = tree / copied.group(1)
            if not source.exists():
                yield f"COPY {copied.group(1)}: not in the source"
            folder, inside = (source if source.is_dir() else folder), True
        if re.match("FROM ", line):
            folder, described = tree, ""
        for file in re.findall(r"^RUN cp (.+) \./$", line):
            described = file.split()[0].rpartition("/")[0]
            yield from (f"cp {one}: not in the source" for one in file.split() if not (folder / one).is_file())
        entered_folder = re.match(r"WORKDIR /build/(\S+)$", line)
        if entered_folder:
            folder = folder / entered_folder.group(1)
        if not inside or not line.startswith("RUN"):
            continue
        for option in re.findall(r"(?:--projects|-r|--file|dotnet publish|nuget restore|msbuild) ([\w./-]+)", line):
            if not (folder / option).exists() and not option.startswith(("/", "-")):
                yield f"{option}: not in the source"
        for entered, main in re.findall(r"cd (\S+) && .*go build .*? (\./\S*)", line):
            if not any((folder / entered / main).glob("*.go")):
                yield f"{entered}/{main}: no program in Go"
        for place, script in re.findall(r"(?:cd (\S+) && )?\b(?:npm|yarn|pnpm) run ([\w:-]+)", line):
            manifest = folder / (place or described) / "package.json"
            if not manifest.is_file() or script not in json.loads(manifest.read_text("utf-8")).get("scripts", {}):
                yield f"package.json has no script {script}"
        for tool, lock in (("npm ci", "package-lock.json"), ("yarn install", "yarn.lock"), ("pnpm install", "pnpm-lock.yaml")):
            beside = folder / described
            if tool in line and not (beside / lock).is_file() and not (beside / "npm-shrinkwrap.json").is_file():
                yield f"{tool} without {lock}"
        for tool, manifest_name in (("mvn ", "pom.xml"), ("composer install", "composer.json"), ("bundle install", "Gemfile")):
            if tool in line and not (folder / manifest_name).is_file() and "--file" not in line:
                yield f"{tool.strip()} without {manifest_name}"


if __name__ == "__main__":
    sys.exit(main())
