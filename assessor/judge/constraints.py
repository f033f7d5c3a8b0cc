"""What binds each candidate part, the refactoring that lifts it, and the verdict it would then have."""

from msgspec.structs import replace

from assessor.domain.judgement import Flip
from assessor.judge.assumed import Values
from assessor.judge.decision_list import decide
from assessor.judge.standing import Standing
from assessor.judge.wording import Wording, paired

SHOWN = 5


def constraint_flips(standing: Standing, values: Values, wording: Wording) -> tuple[Flip, ...]:
    """One per part, the easiest to cut first; a part whose binding constraint cannot be lifted has none."""
    found = []
    for part in sorted(standing.parts, key=lambda part: (-part.cut, part.name)):
        if part.remedy not in wording.sentences or part.lifted <= part.cut:
            continue
        parts = tuple(replace(one, cut=one.lifted) if one is part else one for one in standing.parts)
        verdict = decide(standing._replace(parts=parts), values).verdict
        says = f"flip.constraint+{part.remedy}"
        pairs = tuple((f"0.{k}", v) for k, v in paired({"name": part.name, "cut": part.cut, "lifted": part.lifted}))
        found.append(Flip("constraint", part.name, wording.text(says, pairs), verdict, says, pairs))
    return tuple(found[:SHOWN])
