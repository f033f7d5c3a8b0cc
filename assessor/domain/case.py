"""Everything the judge is shown about one application."""

from msgspec import Struct

from assessor.domain.answers import Answers
from assessor.domain.coverage import Coverage
from assessor.domain.findings import Figure, Finding, Observation
from assessor.domain.judgement import Distribution, Part, Score
from assessor.domain.runtime import Landscape

NOT_SIMULATED = Score(name="CUT", value=0.0, applies=False, text="", says="cut.not-simulated")


class Case(Struct, frozen=True):
    """`parts` are the candidates of the cut simulation; with `cut.applies` false it has not been done, and the rules that need it
    cannot hold. `figures` are numbers by name, see `findings/figures.py`. `libraries_only`: the tree builds a library and nothing
    that starts. Container count and memory are those of the bundle; 0 means: count them from the landscape.
    """

    coverage: Coverage
    landscape: Landscape
    observations: tuple[Observation, ...] = ()
    figures: tuple[Figure, ...] = ()
    distribution: Distribution = Distribution()
    answers: Answers = Answers()
    parts: tuple[Part, ...] = ()
    cut: Score = NOT_SIMULATED
    findings: tuple[Finding, ...] = ()
    containers: int = 0
    memory_mib: int = 0

    def figure(self, name: str) -> float:
        """The number called `name`, 0 when nobody counted it."""
        return next((figure.value for figure in self.figures if figure.name == name), 0.0)
