"""The expected outputs of the samples. `python -m tests.golden` (or `make golden`) writes them anew; review the diff like code."""

import shutil
import sys
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from assessor import outputs, pipeline
from assessor.domain.assessment import Assessment
from assessor.request import Request

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
GOLDEN = ROOT / "tests" / "golden"
TODAY = date(2026, 1, 2)
KEPT = (".md", ".yaml", ".yml", ".example", ".sql", ".cfg", ".conf", ".dockerignore", "ockerfile")


def names() -> list[str]:
    """All samples."""
    return sorted(path.name for path in SAMPLES.iterdir() if path.is_dir())


@cache
def assessed(name: str, jobs: int = 2) -> tuple[Assessment, ...]:
    """One sample, assessed as the demo does it, without its answers."""
    bundle = Path("demo") / "bundle"
    request = Request(paths=(SAMPLES / name,), jobs=jobs, bundle=ROOT / bundle, today=TODAY)
    return pipeline.assess(request)


def rendered(name: str) -> dict[str, bytes]:
    """Every default output of a sample by relative path."""
    files: dict[str, bytes] = {}
    for one in assessed(name):
        for kind in outputs.formats().values():
            if kind.default:
                files.update(kind.render(one, pipeline.knowledge(), outputs.RenderOptions()))
    return files


def expected(name: str) -> dict[str, bytes]:
    """What is kept of the outputs: all that a person reads and compose starts, and the conclusions as JSON."""
    kept = {path: text for path, text in rendered(name).items() if path.endswith(KEPT)}
    return {**kept, "conclusions.json": conclusions(assessed(name)[0])}


def conclusions(one: Assessment) -> bytes:
    """What was concluded, small enough to be read."""
    judged = one.recommendation
    value = {
        "verdict": judged.verdict,
        "detail": judged.detail,
        "rule": judged.rule,
        "advice": judged.advice,
        "flags": judged.flags,
        "need": judged.need.value,
        "ops": judged.ops.value,
        "reasons": [(reason.text, [f"{e.path}:{e.line}" for e in reason.evidence]) for reason in judged.reasons],
        "against": judged.counter_argument.text,
        "dimensions": {d.dimension: [d.score, d.confidence, d.basis] for d in judged.dimensions},
        "runtimes": [f"{r.id} {r.version}" for r in one.landscape.runtimes],
        "deployables": [f"{d.role} {d.name} {d.artifact} {d.folder or '.'} port {d.port}" for d in one.landscape.deployables],
        "services": [f"{s.placement} {s.id} {s.confidence:.2f} {'+'.join(s.kinds)}" for s in one.landscape.services],
        "tables": [t.name for t in one.architecture.tables],
        "units": one.measures.units,
        "dependencies": one.measures.dependencies,
        "cycles": [list(c.units) for c in one.measures.cycles],
        "propagation_cost": one.measures.propagation_cost,
        "findings": sorted({f"{f.mark} {f.rule}" for f in one.findings}),
        "unread": [f"{u.path} {u.reason}" for u in one.coverage.unread],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def main() -> None:
    """Writes the goldens of all samples, or of those that are named."""
    for name in sys.argv[1:] or names():
        folder = GOLDEN / name
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in expected(name).items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        print(f"{name}: {assessed(name)[0].recommendation.verdict}")


if __name__ == "__main__":
    main()
