"""What changed between two assessments: findings by fingerprint, figures, the bundle line by line."""

from msgspec.structs import replace

from assessor import pipeline
from assessor.render.comparison import compare, render_comparison
from assessor.render.format import RenderOptions
from assessor.render.report import report_of
from tests.render.example import nearly_empty, rich

KNOWN = pipeline.knowledge()


def changed():
    """The rich example before: one finding more, one less, one container less, another score."""
    one = rich()
    first, second, *rest = one.findings
    old = replace(first, fingerprint="only-before", message="Gone since")
    dimension = replace(one.recommendation.dimensions[0], score=0.5)
    recommendation = replace(
        one.recommendation, dimensions=(dimension, *one.recommendation.dimensions[1:]), verdict="microservices"
    )
    deployment = replace(one.deployment, containers=one.deployment.containers[1:])
    return replace(one, findings=(old, second, *rest), recommendation=recommendation, deployment=deployment, date="2026-01-01")


def test_findings_are_told_apart_by_their_fingerprints():
    new = replace(rich(), findings=tuple(replace(f, fingerprint=f"f{n}") for n, f in enumerate(rich().findings)))
    old = replace(new, findings=(replace(new.findings[0], fingerprint="only-before"), *new.findings[1:]))
    view = compare(report_of(old, KNOWN, RenderOptions()), report_of(new, KNOWN, RenderOptions()))
    assert [f.fingerprint for f in view.new] == ["f0"]
    assert [f.fingerprint for f in view.gone] == ["only-before"]
    assert sum(m.unchanged for m in view.marks) == len(new.findings) - 1


def test_nothing_changed_says_so():
    files = render_comparison(rich(), rich(), KNOWN, RenderOptions())
    text = files["comparison.md"].decode()
    assert "The verdict is the same" in text and "0 new, 0 gone" in text and "The bundle is the same" in text


def test_both_formats_and_languages_say_what_changed():
    english = {name: data.decode() for name, data in render_comparison(changed(), rich(), KNOWN, RenderOptions()).items()}
    assert all("The verdict changed from microservices to" in text for text in english.values())
    assert "The bundle changed" in english["comparison.md"] and "```diff" in english["comparison.md"]
    chinese = render_comparison(changed(), rich(), KNOWN, RenderOptions("zh-CN"))["comparison.html"].decode()
    assert "\n| Scenario |" in english["comparison.md"] and "\n| NEED |" in english["comparison.md"]
    assert "\\|" not in english["comparison.md"]  # a table, not the text of one
    assert "结论由微服务变为" in chinese and '<html lang="zh-CN">' in chinese


def test_an_assessment_with_nothing_in_it_can_be_compared():
    assert render_comparison(nearly_empty(), rich(), KNOWN, RenderOptions())
    assert render_comparison(rich(), nearly_empty(), KNOWN, RenderOptions())
