"""Real applications of the package registries: what is known about them must be found, and nothing invented.

Needs them in the folder that ASSESSOR_REAL_APPLICATIONS names (`python tests/e2e/fetch.py FOLDER`); skips without it,
unless ASSESSOR_REQUIRE_REAL is set (as it is in CI).
"""

import os
import resource
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from assessor import outputs, pipeline
from assessor.domain.assessment import Assessment
from assessor.request import Request
from tests.e2e.fetch import applications

pytestmark = pytest.mark.real
APPLICATIONS = applications()
DATABASES = {"database", "document-database"}


@pytest.fixture(scope="module", params=sorted(APPLICATIONS))
def assessed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Assessment]:
    name: str = request.param
    home = os.environ.get("ASSESSOR_REAL_APPLICATIONS", "")
    folder = Path(home) / name / APPLICATIONS[name]["fetch"]["folder"]
    if not home or not folder.is_dir():
        if os.environ.get("ASSESSOR_REQUIRE_REAL"):
            pytest.fail(f"{name} is not there: the registry could not be reached, see the output of tests/e2e/fetch.py")
        pytest.skip("needs real applications: python tests/e2e/fetch.py FOLDER, then ASSESSOR_REAL_APPLICATIONS=FOLDER")
    out = tmp_path_factory.mktemp(name)
    started = time.monotonic()
    asked = Request(paths=(folder,), jobs=2, bundle=out / "bundle", today=date(2026, 1, 1))
    assessments = pipeline.assess(asked)
    written = outputs.write(assessments, outputs.Targets(out), pipeline.knowledge(), outputs.RenderOptions(), force=True)
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024 * 1024)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    main = assessments[0]
    figures = f"{main.coverage.files} files, {main.coverage.lines} lines, {seconds:.1f} s, {memory} MiB, worker {workers} MiB"
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n{name}: {figures}: {main.recommendation.verdict}", flush=True)
    assert {path.name for each in written for path in each.files} >= {"report.html", "report.md", "assessment.json", "compose.yaml"}
    return name, main


def test_it_is_one_application_in_the_language_it_is_written_in(assessed: tuple[str, Assessment]) -> None:
    name, found = assessed
    lines = {share.name: share.lines for share in found.coverage.languages}
    for language, share in APPLICATIONS[name]["language"].items():
        assert lines.get(language, 0) / found.coverage.lines >= share, lines
    assert found.coverage.share >= 0.9
    assert not [item for item in found.coverage.unread if item.reason == "crashed"]


def test_runtime_database_port_and_worker_are_found(assessed: tuple[str, Assessment]) -> None:
    name, found = assessed
    known = APPLICATIONS[name]
    assert any(runtime.id.startswith(known["runtime"]) for runtime in found.landscape.runtimes), found.landscape.runtimes
    database = [service for service in found.landscape.services if service.slot in DATABASES and service.placement == "bundle"]
    assert [service.id for service in database if service.id in known["database"]] or not known["database"], database
    assert all(service.evidence and service.evidence[0].path for service in database)
    web = [each for each in found.landscape.deployables if each.role == "web"]
    assert known["port"] in {each.port for each in web}, web
    assert any(each.role == "worker" for each in found.landscape.deployables) >= known.get("worker", False)


def test_no_service_is_invented(assessed: tuple[str, Assessment]) -> None:
    name, found = assessed
    inside = {service.id for service in found.landscape.services if service.placement == "bundle"}
    assert inside <= set(APPLICATIONS[name]["services"]), inside


def test_the_verdict_is_argued_with_places(assessed: tuple[str, Assessment]) -> None:
    name, found = assessed
    judged = found.recommendation
    assert judged.verdict in APPLICATIONS[name]["verdicts"]
    assert len(judged.reasons) == 3 and all(reason.text for reason in judged.reasons)
    assert any(reason.evidence and reason.evidence[0].line for reason in judged.reasons)
    assert judged.counter_argument.text
