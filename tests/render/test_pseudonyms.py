"""Redaction: no name of the client is left in any output, and each name is always the same pseudonym."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from assessor import outputs, pipeline
from assessor.domain.architecture import Unit
from assessor.domain.deployment import BundleFile
from assessor.render.as_pdf import browser
from assessor.render.comparison import render_comparison
from assessor.render.format import RenderOptions
from assessor.render.pseudonyms import DROPPED, STRUCTURAL, redacted, redacted_together
from assessor.render.public_words import public_words
from assessor.request import Request
from tests.render.example import hostile, rich

SAMPLE = Path(__file__).parent.parent.parent / "samples" / "java-claims"


@pytest.fixture(scope="module")
def known():
    return pipeline.knowledge()


@pytest.fixture(scope="module")
def assessed():
    (first, *_) = pipeline.assess(Request(paths=(SAMPLE,), client="Guardline Insurance"))
    return first


def names_of(assessment, known):
    """Every identifier of the application that is no word of ours: of units, packages, tables, hosts, deployables, folders."""
    architecture = assessment.architecture
    units = [unit for unit in architecture.units if unit.kind != "external"]
    texts = [text for unit in units for text in (unit.id, unit.package, unit.path)]
    texts += [table.name for table in architecture.tables] + [finding.evidence.path for finding in assessment.findings]
    texts += [d.name for d in assessment.landscape.deployables] + [assessment.application, assessment.client]
    public = public_words(known).public | STRUCTURAL | {"log4j"}  # libraries of others keep their names
    words = {word for text in texts for word in re.findall(r"[^\W\d_][\w$]*", text)}
    return {word for word in words if len(word) > 2 and word.lower() not in public}


def test_no_name_of_a_sample_is_left_in_any_output(assessed, known):
    names = names_of(assessed, known)
    assert len(names) > 100 and {"Guardline", "ClaimServiceBean"} <= names
    pattern = re.compile(r"(?<![\w])(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")(?![\w])")
    plain = redacted(assessed, known)
    left = {}
    for kind in outputs.formats().values():
        if kind.name != "pdf":
            for language in ("en", "zh-CN") if kind.name in ("html", "md") else ("en",):
                for name, content in kind.render(plain, known, RenderOptions(language, redact=True)).items():
                    found = sorted(set(pattern.findall(content.decode("utf-8", "replace"))))
                    if found or pattern.search(name):
                        left[f"{name} {language}"] = found[:8]
    assert left == {}


def test_no_name_of_a_sample_is_left_in_a_comparison(assessed, known):
    pattern = re.compile(r"(?<![\w])(?:" + "|".join(sorted(map(re.escape, names_of(assessed, known)))) + r")(?![\w])")
    earlier = replace(assessed, findings=assessed.findings[::2], deployment=replace(assessed.deployment, containers=()))
    for language in ("en", "zh-CN"):
        compared = render_comparison(*redacted_together([earlier, assessed], known), known, RenderOptions(language, redact=True))
        assert sorted(compared) == ["comparison.html", "comparison.md"]
        assert {name: sorted(set(pattern.findall(content.decode("utf-8")))) for name, content in compared.items()} == {
            "comparison.html": [],
            "comparison.md": [],
        }


@pytest.mark.browser
@pytest.mark.skipif(not browser() or not shutil.which("pdftotext"), reason="needs Chromium and pdftotext")
def test_no_name_of_a_sample_is_left_in_the_printed_report(assessed, known, tmp_path):
    pattern = re.compile(r"(?<![\w])(?:" + "|".join(sorted(map(re.escape, names_of(assessed, known)))) + r")(?![\w])")
    printed = outputs.formats()["pdf"].render(redacted(assessed, known), known, RenderOptions(redact=True))
    (tmp_path / "report.pdf").write_bytes(next(iter(printed.values())))
    said = subprocess.run(["pdftotext", tmp_path / "report.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert len(said) > 10_000 and sorted(set(pattern.findall(said))) == []


def test_addresses_and_excerpts_are_gone_too(assessed, known):
    text = (
        outputs.formats()["json"].render(redacted(assessed, known), known, RenderOptions(redact=True))["assessment.json"].decode()
    )
    assert "192.168." not in text
    assert re.search(r'"excerpt": "[^"]', text) is None


def test_the_same_name_is_the_same_pseudonym_everywhere_and_figures_stay(assessed, known):
    plain = redacted(assessed, known)
    assert plain == redacted(assessed, known)
    ids = {unit.id for unit in plain.architecture.units}
    assert len(ids) == len({unit.id for unit in assessed.architecture.units})
    assert {d.source for d in plain.architecture.dependencies} <= ids
    assert plain.measures.propagation_cost == assessed.measures.propagation_cost
    assert plain.recommendation.verdict == assessed.recommendation.verdict
    assert [f.fingerprint for f in plain.findings] == [f.fingerprint for f in assessed.findings]


@pytest.mark.parametrize("make", [rich, hostile])
def test_any_assessment_can_be_redacted(make, known):
    assert redacted(make(), known).application != make().application


def test_files_of_the_bundle_are_dropped(known):
    one = rich()
    files = (BundleFile("init/mysql/guardline.sql", "CREATE TABLE guardline_customer (id INT);"),)
    (file,) = redacted(replace(one, deployment=replace(one.deployment, files=files)), known).deployment.files
    assert file.content == DROPPED and "guardline" not in file.path


def test_two_visits_share_their_pseudonyms(known):
    first = rich()
    units = first.architecture.units
    later = replace(first, architecture=replace(first.architecture, units=units[5:]), tool=replace(first.tool, input="other"))
    old, new = redacted_together([first, later], known)
    assert {unit.id for unit in new.architecture.units} == {unit.id for unit in old.architecture.units[5:]}
    assert old.application == new.application


def test_a_library_keeps_its_name_unless_it_is_the_clients_own(known):
    one = replace(rich(), application="guardline")
    units = tuple(Unit(f"external:{name}", "external", "", 0, 0, "", "") for name in ("guardline.billing", "org.lucene"))
    plain = redacted(replace(one, architecture=replace(one.architecture, units=units)), known)
    own, other = (unit.id for unit in plain.architecture.units)
    assert re.fullmatch(r"external:name\d+\.billing", own) and other == "external:org.lucene"


def test_a_library_of_the_clients_own_company_gets_a_pseudonym(known):
    one = replace(rich(), application="desk", client="")
    unit = Unit("com.acmeco.desk.Form", "class", "", 0, 0, "", "")
    own = tuple(replace(unit, id=f"{unit.id}{n}", package="com.acmeco.desk") for n in range(4))
    libraries = tuple(Unit(f"external:{name}", "external", "", 0, 0, "", "") for name in ("@acmeco-io/widgets", "org.lucene"))
    plain = redacted(replace(one, architecture=replace(one.architecture, units=own + libraries)), known)
    assert "acmeco" not in " ".join(unit.id for unit in plain.architecture.units)
    assert plain.architecture.units[-1].id == "external:org.lucene"


def test_a_redacted_report_has_no_logo(tmp_path):
    picture = tmp_path / "logo.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><title>Guardline</title></svg>', encoding="utf-8")
    assert outputs.options("en", logo=picture).logo and not outputs.options("en", redact=True, logo=picture).logo


def test_what_comes_from_outside_does_not_tell_what_a_pseudonym_stands_for(known):
    ours = Unit("com.acme.velocity.Store", "class", "Store.java", 9, 12, "java", "com.acme.velocity")
    theirs = Unit("external:org.apache.velocity", "external", "", 0, 0, "", "org.apache.velocity")
    assessment = replace(rich(), architecture=replace(rich().architecture, units=(ours, theirs), dependencies=(), accesses=()))
    one, other = redacted(assessment, known).architecture.units
    assert (other.id, other.package) == ("external:org.apache.velocity", "org.apache.velocity")
    assert "velocity" not in one.id
