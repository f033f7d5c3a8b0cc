"""What an earlier assessment knew already: findings are compared by fingerprint, which moved lines do not change.

In: findings, earlier assessments. Out: the findings with `state` new or known, and what is gone since.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from assessor.domain.acceptance import Baseline, Known
from assessor.domain.findings import Finding


def compared(
    findings: Sequence[Finding], baselines: Sequence[Baseline], application: str
) -> tuple[tuple[Finding, ...], tuple[Known, ...]]:
    """The findings in their order, as they are without a baseline; what is gone, sorted, of the baselines of this application
    (of all, when there is just one)."""
    if not baselines:
        return tuple(findings), ()
    known = {each.fingerprint for baseline in baselines for each in baseline.findings}
    present = {finding.fingerprint for finding in findings}
    stated = tuple(replace(finding, state="known" if finding.fingerprint in known else "new") for finding in findings)
    own = [each for each in baselines if len(baselines) == 1 or each.application == application]
    gone = {each.fingerprint: each for baseline in own for each in baseline.findings if each.fingerprint not in present}
    return stated, tuple(sorted(gone.values(), key=lambda each: (each.rule, each.path, each.fingerprint)))
