"""Settings in INI form."""

from facts_of import facts_of

from assessor.extract.descriptors.ini_settings import DESCRIPTOR


def test_config() -> None:
    text = """; comment
debug = false
[database]
host = db01 ; inline
port = 3306
password = "hunter2"
[server]
port = 8069
"""
    assert facts_of(DESCRIPTOR, text, "conf/config.ini") == [
        "2 Setting debug false ini",
        "4 Connection db01:3306 db01 3306",
        "4 Setting database.host db01 ini",
        "5 Setting database.port 3306 ini",
        "6 Setting database.password *** ini secret!",
        "8 Port 8069 tcp server.port",
        "8 Setting server.port 8069 ini",
    ]


def test_php() -> None:
    text = """[PHP]
upload_max_filesize = 64M
extension=php_gd.dll
session.save_handler = files
error_log = /var/log/php.log
"""
    assert facts_of(DESCRIPTOR, text, "php.ini") == [
        "2 Setting upload_max_filesize 64M ini",
        "3 Setting extension php_gd.dll ini",
        "3 Trait php.extension name=gd,scope=ini",
        "4 Setting session.save_handler files ini",
        "4 Trait session.in-memory handler=files",
        "5 Setting error_log /var/log/php.log ini",
        "5 Trait logging.file path=/var/log/php.log",
    ]


def test_alembic() -> None:
    text = """[alembic]
script_location = migrations
sqlalchemy.url = postgresql://app:hunter2@db01/shop
"""
    assert facts_of(DESCRIPTOR, text, "alembic.ini") == [
        "2 Setting alembic.script_location migrations ini",
        "2 Trait migration.tool name=alembic",
        "3 Connection postgresql://app:***@db01/shop postgresql db01 shop",
        "3 Setting alembic.sqlalchemy.url postgresql://app:***@db01/shop ini secret!",
    ]


def test_broken() -> None:
    text = """[[[
===
"""
    assert facts_of(DESCRIPTOR, text, "config.ini") == []
