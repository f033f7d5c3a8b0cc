"""The samples, end to end: what is concluded, that it never varies, and that nothing leaks."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assessor import outputs, pipeline
from assessor.discover.walk import WalkOptions, discover
from assessor.domain.findings import LIKELY
from assessor.domain.knowledge import Knowledge
from assessor.extract.read import extract
from tests import golden

VERDICTS = {
    "php-storefront": ("bundle",),
    "java-claims": ("bundle", "modular-monolith"),
    "dotnet-orders": ("bundle",),
    "django-clinic": ("bundle",),
    "parcel-services": ("already-distributed",),
    # Its extraction is argued from its answers and from the cut; without both it stays whole.
    "telemetry-monolith": ("bundle", "modular-monolith"),
}


@pytest.mark.parametrize("name", golden.names())
def test_outputs_are_as_reviewed(name: str) -> None:
    folder = golden.GOLDEN / name
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    made = golden.expected(name)
    assert sorted(made) == sorted(kept), "run make golden and review the diff"
    for path, content in made.items():
        assert content.decode() == kept[path].decode(), f"{name}/{path}: run make golden and review the diff"


@pytest.mark.parametrize("name", golden.names())
def test_verdict_with_three_reasons_that_can_be_looked_up(name: str) -> None:
    (one,) = golden.assessed(name)
    assert one.recommendation.verdict in VERDICTS[name]
    assert len(one.recommendation.reasons) == 3
    for reason in one.recommendation.reasons:
        assert reason.evidence, reason.text
        for place in reason.evidence:
            lines = (golden.SAMPLES / name / place.path).read_bytes().splitlines()
            assert 0 <= place.line <= len(lines), place
    assert one.recommendation.counter_argument.text


@pytest.mark.parametrize("name", golden.names())
def test_what_is_handled_points_at_the_line_of_the_bundle_that_does_it_and_back(name: str) -> None:
    (one,) = golden.assessed(name)
    files = {path.removeprefix("bundle/"): text.decode().split("\n") for path, text in golden.rendered(name).items()}
    handled = [finding for finding in one.findings if finding.mark == "handled" and finding.confidence >= LIKELY]
    assert handled
    for finding in handled:
        assert len(finding.handled_at) == max(1, len(finding.handled_by)), finding
        for at in finding.handled_at:
            path, _, number = at.rpartition(":")
            lines, index = files[path], int(number) - 1
            said = lines[index] if path == "README.md" else f"{lines[index - 1]}\n{lines[index + 1]}"
            assert finding.rule in said, (finding.rule, at, said)


@pytest.mark.parametrize("name", ["java-claims", "parcel-services"])
def test_order_of_files_and_number_of_processes_do_not_matter(name: str, knowledge: Knowledge, tmp_path: Path) -> None:
    found = discover((golden.SAMPLES / name,), knowledge.roles, knowledge.languages, WalkOptions(), tmp_path)
    straight = extract(found.tree.files, found.locations, knowledge, jobs=1)
    files = list(found.tree.files)
    random.Random(7).shuffle(files)
    assert extract(files, found.locations, knowledge, jobs=2) == straight


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    outputs = []
    for number, seed in enumerate(("1", "4242")):
        out = tmp_path / "out"
        command = [
            sys.executable,
            "-m",
            "assessor",
            "assess",
            str(golden.SAMPLES / "parcel-services"),
            "-o",
            str(out),
            "-j",
            str(number + 1),
        ]
        environment = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1760000000", "PATH": "", "SYSTEMROOT": ""}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
        outputs.append({path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()})
        shutil.rmtree(out)
    assert sorted(outputs[0]) == sorted(outputs[1])
    assert [path for path in outputs[0] if outputs[0][path] != outputs[1][path]] == []


@pytest.mark.parametrize("name", golden.names())
def test_no_secret_of_a_sample_reaches_any_output(name: str) -> None:
    outputs = golden.rendered(name)
    for secret in SECRETS[name]:
        inside = b"".join(path.read_bytes() for path in (golden.SAMPLES / name).rglob("*") if path.is_file())
        assert secret.encode() in inside, f"{secret} is no longer in the sample"
        assert [path for path, content in outputs.items() if secret.encode() in content] == []


@pytest.mark.parametrize("name", golden.names())
def test_every_unit_and_place_lies_in_the_sample(name: str) -> None:
    (one,) = golden.assessed(name)
    paths = {path.relative_to(golden.SAMPLES / name).as_posix() for path in (golden.SAMPLES / name).rglob("*")}
    assert {unit.path for unit in one.architecture.units if unit.kind != "external"} <= paths
    assert {finding.evidence.path for finding in one.findings} <= paths
    assert (
        str(golden.ROOT)
        not in outputs.formats()["json"].render(one, pipeline.knowledge(), outputs.RenderOptions())["assessment.json"].decode()
    )


def test_gbk_sources_are_quoted_in_chinese() -> None:
    (one,) = golden.assessed("java-claims")
    assert dict(one.coverage.encodings).get("gb18030", 0) >= 10
    excerpts = " ".join(finding.evidence.excerpt for finding in one.findings)
    assert any("\u4e00" <= c <= "\u9fff" for c in excerpts), "no finding quotes a line with a Chinese comment"
    assert "\ufffd" not in excerpts


SECRETS: dict[str, tuple[str, ...]] = {
    "php-storefront": ("st0re!2012", "pg_s3cr3t_Hallm4rk", "Exp0rt#77", "Push-It-12!", "h4pr0xy-St4ts"),
    "java-claims": ("Cl4ims#owner", "RepairN3t!", "Rep0rt-2011", "n1ghtly-B4tch", "B4nk-Sh4re", "GL-4-x7Kq"),
    "dotnet-orders": (
        "dev-0rders", "N0rthg4te!Sql", "5F1C83E20D9A47B6", "A1B2C3D4E5F60718", "0rderMail#9", "L3dger$Imp", "D3ploy-NG!", "Svc-0rders-2009",
    ),
    "django-clinic": ("lindenhof-7f2k-INVENTED", "Linden-Invented-2016!", "Mail-Invented-4711"),
    "parcel-services": (
        "invented-Shp-8842", "invented-Prc-1907", "invented-Ntf-3310", "invented-Rbt-5521", "invented-scan-0f9e8d7c6b5a", "invented-Smtp-7719",
    ),
    "telemetry-monolith": ("invented-local-fleet-77", "local-staff-key", "local-device-key"),
}  # fmt: skip
