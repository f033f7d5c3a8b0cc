"""What the application is told of the world outside, and of itself."""

import pytest

from assessor.domain.deployment import Outside
from assessor.domain.facts import Evidence
from assessor.domain.runtime import BackingService, Landscape, Placement
from assessor.plan.outside import Told, told
from assessor.plan.readings import Reading, placeholder
from assessor.plan.surroundings import outside_systems


def _told(name: str, default: str, path: str = ".env.example", *further: Reading) -> Told:
    here = (Evidence(path, 7),)
    return told([Reading(name, default, False, "file", here), *further], (), ["web"], "http://localhost:8080")


@pytest.mark.parametrize("value", ["YOURUSERNAME", "your-user", "you@example.com", "ChangeMe", "<host>", "your_bucket_name"])
def test_values_that_only_say_what_belongs_there(value: str) -> None:
    assert placeholder(value)


@pytest.mark.parametrize("value", ["", "yours", "shop", "shop@acme.example", "smtp.example.com", "changes", "attachment"])
def test_values_that_hold(value: str) -> None:
    assert not placeholder(value)


def test_a_placeholder_of_an_outside_system_is_asked_for_and_is_no_default() -> None:
    server = Reading("MAIL_HOST", "mail.acme.org", False, "file", (Evidence(".env.example", 6),))
    found = {one.name: one.value for one in _told("MAIL_USERNAME", "YOURUSERNAME", ".env.example", server).variables}
    assert found == {"MAIL_HOST": "mail.acme.org", "MAIL_USERNAME": ""}


@pytest.mark.parametrize("default", ["http://localhost", "http://127.0.0.1:3000", "https://shop.example.com", ""])
def test_the_applications_own_address_is_the_one_of_the_bundle(default: str) -> None:
    assert [one.value for one in _told("URL", default).variables] == ["http://localhost:8080"]
    (one,) = _told("APP_URL", default).variables
    assert (one.name, one.value) == ("APP_URL", "http://localhost:8080")


@pytest.mark.parametrize(
    ("name", "default", "path"),
    [
        ("APP_URL", "https://shop.acme.org", ".env.example"),
        ("APP_URL", "", "config/app.php"),
        ("URL", "", "config/app.php"),
        ("PAYMENT_URL", "", ".env.example"),
        ("BASE_URL", "/shop", ".env.example"),
    ],
)
def test_other_addresses_keep_what_the_source_says(name: str, default: str, path: str) -> None:
    assert "http://localhost:8080" not in [one.value for one in _told(name, default, path).variables]


def test_an_address_that_is_the_one_of_a_known_service_is_no_system_of_its_own() -> None:
    def service(id: str, slot: str, placement: Placement = "outside") -> BackingService:
        return BackingService(id, id.upper(), slot, placement, 0.9, ("setting",), "theirs", (Evidence(".env", 3),))

    told_of = (
        Outside("mail", "address", ("MAIL_HOST",), "", (Evidence("a.env", 1),)),
        Outside("erp", "address", ("ERP_FTP_HOST",), "", (Evidence(".env", 3),)),
        Outside("paygate", "address", ("PAYGATE_URL",), "", (Evidence(".env", 9),)),
    )
    found = outside_systems(Landscape((), (), (service("smtp", "mail"), service("mysql", "database", "bundle"))), told_of, ())
    assert [(one.name, one.kind, one.variables) for one in found] == [
        ("SMTP", "mail", ("ERP_FTP_HOST", "MAIL_HOST")),
        ("paygate", "address", ("PAYGATE_URL",)),
    ]


def test_nobody_asks_for_the_password_of_a_service_that_is_not_used() -> None:
    here = (Evidence(".env.example", 7),)
    secrets = [Reading("REDIS_PASSWORD", "", True, "file", here, False), Reading("MAIL_PASSWORD", "", True, "file", here, False)]
    found = told(secrets, (), ["web"], "http://localhost", frozenset({"redis"}))
    assert [one.name for one in found.variables] == ["MAIL_PASSWORD"]
    assert [one.name for one in told(secrets, (), ["web"]).variables] == ["MAIL_PASSWORD", "REDIS_PASSWORD"]


def test_what_is_no_system_outside() -> None:
    """Pages that visitors are shown, and names of somebody's compose file in an example."""
    assert _told("PRIVACY_URL", "https://acme.org/privacy", "config/app.php").outside == ()
    assert _told("AWS_S3_URL", "http://s3:4569").outside == ()
    assert [one.name for one in _told("ERP_URL", "http://erp:8080", "config/erp.php").outside] == ["erp"]


def test_a_placeholder_that_is_not_filled_in_does_not_stop_compose() -> None:
    server = Reading("MAIL_HOST", "mail.acme.org", False, "file", (Evidence(".env.example", 6),))
    told_of = _told("MAIL_USERNAME", "YOURUSERNAME", ".env.example", server)
    assert {one.name: one.value for one in told_of.environment}["MAIL_USERNAME"] == "${MAIL_USERNAME:-}"


def test_passwords_of_further_databases_are_not_asked_for() -> None:
    here = (Evidence("config/database.php", 7),)
    further = [Reading("DB_PASSWORD1", "", True, "environment", here), Reading("DB_PASSWORD_2", "", True, "environment", here)]
    assert told(further, (), ["web"], named={"DB_PASSWORD"}).variables == ()
    assert len(told(further, (), ["web"]).variables) == 2
