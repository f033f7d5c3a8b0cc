"""What the judge is shown of a sample, from the stages themselves."""

from pathlib import Path
from tempfile import TemporaryDirectory

from assessor import pipeline
from assessor.discover.walk import WalkOptions, discover
from assessor.domain.case import Case
from assessor.extract.read import extract
from assessor.findings.figures import figures
from assessor.findings.observe import observations
from assessor.graph.build import build
from assessor.graph.candidates import parts, score
from assessor.graph.cover import cover
from assessor.graph.measure import measure
from assessor.graph.study import study
from assessor.infer.landscape import infer
from assessor.judge.distribution import survey

ROOT = Path(__file__).parents[2]
KNOWLEDGE = pipeline.knowledge()


def case_of(path: Path) -> Case:
    """The case of one folder, without answers."""
    with TemporaryDirectory() as scratch:
        found = discover((path,), KNOWLEDGE.roles, KNOWLEDGE.languages, WalkOptions(), Path(scratch))
        facts = extract(found.tree.files, found.locations, KNOWLEDGE, jobs=1)
    architecture = build(facts, KNOWLEDGE.languages, KNOWLEDGE.assumptions)
    measures, landscape = measure(architecture), infer(facts, KNOWLEDGE)
    counted = figures(facts, landscape, architecture, measures)
    cut = study(facts, KNOWLEDGE.languages, architecture, measures, {}, KNOWLEDGE.assumptions)
    return Case(
        coverage=cover(found.tree, facts, KNOWLEDGE.languages),
        landscape=landscape,
        observations=observations(facts, landscape, counted, KNOWLEDGE),
        figures=counted,
        distribution=survey(facts, landscape, architecture, KNOWLEDGE),
        parts=parts(cut),
        cut=score(cut, 30),
    )
