"""A bundle that is written to another place than the one it was planned for."""

from pathlib import Path

from assessor.domain.deployment import Build, Container, Deployment, Mount, SourcePlace
from assessor.render.elsewhere import elsewhere

MADE = Deployment(
    name="shop",
    containers=(Container("web", "web", "shop/web:1", "web", mounts=(Mount("${APP_SOURCE:-../..}/conf", "/etc/shop"),)),),
    builds=(Build("web", "web.Dockerfile", "${APP_SOURCE:-../..}", "node", "node:22", back="${BUNDLE_DIR:-assessment/bundle}"),),
    volumes=(),
    variables=(),
    outside=(),
    sources=(SourcePlace("", "../..", "assessment/bundle"),),
)


def test_the_ways_begin_at_the_new_place() -> None:
    moved = elsewhere(MADE, Path("/srv/shop/assessment/bundle"), Path("/home/me/out"))
    assert moved.sources == (SourcePlace("", "../../../srv/shop", "../../home/me/out"),)
    assert moved.builds[0].context == "${APP_SOURCE:-../../../srv/shop}"
    assert moved.builds[0].back == "${BUNDLE_DIR:-../../home/me/out}"
    assert moved.containers[0].mounts[0].source == "${APP_SOURCE:-../../../srv/shop}/conf"


def test_nothing_changes_at_the_same_place() -> None:
    assert elsewhere(MADE, Path("/srv/shop/assessment/bundle"), Path("/srv/shop/assessment/bundle")) is MADE
