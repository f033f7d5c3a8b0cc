"""What the names of files tell."""

from facts_of import facts_of

from assessor.extract.descriptors.layout import DESCRIPTOR


def test_installer() -> None:
    text = """[Setup]
"""
    assert facts_of(DESCRIPTOR, text, "setup/shop.iss") == [
        "1 Trait installer.iss file=shop.iss",
    ]


def test_rails_migration() -> None:
    text = """x
"""
    assert facts_of(DESCRIPTOR, text, "db/migrate/20200101000000_create_orders.rb") == [
        "1 Trait migration.tool name=rails",
    ]


def test_flyway_migration() -> None:
    text = """create table x (y int);
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/db/migration/V2_1__add_orders.sql") == [
        "1 Trait migration.tool name=flyway",
    ]


def test_upgrade() -> None:
    text = """x
"""
    assert facts_of(DESCRIPTOR, text, "sql/upgrade_2.1_to_2.2.sql") == [
        "1 Trait upgrade.script from=2.1,to=2.2",
    ]


def test_pair() -> None:
    text = """x
"""
    assert facts_of(DESCRIPTOR, text, "schema/1.0-1.1.sql") == [
        "1 Trait upgrade.script from=1.0,to=1.1",
    ]


def test_owners() -> None:
    text = """# comment
/billing/ @acme/billing ops@acme.com
/docs/
"""
    assert facts_of(DESCRIPTOR, text, ".github/CODEOWNERS") == [
        "2 Trait owners.codeowners path=/billing/,teams=@acme/billing ops@acme.com",
    ]


def test_install_document() -> None:
    text = """x
"""
    assert facts_of(DESCRIPTOR, text, "docs/installation.md") == [
        "1 Trait document.install file=installation.md",
    ]


def test_template_is_no_document() -> None:
    assert not DESCRIPTOR.matches("views/install.twig")


def test_private_key() -> None:
    text = """-----BEGIN RSA PRIVATE KEY-----
"""
    assert facts_of(DESCRIPTOR, text, "certs/server.key") == [
        "1 Trait secret.private-key file=server.key",
    ]
