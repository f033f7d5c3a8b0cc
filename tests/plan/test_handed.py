"""Addresses in files of the application: written anew with variables in them."""

import re
import subprocess
import sys
from pathlib import Path

from assessor.intake.bundle_check import read_bundle

CONTEXT = """<Context>
  <!-- the old one: password="ploverpip" -->
  <Resource name="jdbc/board" type="javax.sql.DataSource" driverClassName="org.postgresql.Driver"
            url="jdbc:postgresql://10.4.0.17:5432/board" username="board" password="vetchpip"/>
  <Resource name="mail/Session" type="jakarta.mail.Session" mail.smtp.host="mail" mail.smtp.password="quincepip"/>
</Context>
"""
WEB = '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"><display-name>board</display-name></web-app>'
CONFIG = """<?php
if (file_exists('/etc/shop/config.php')) {
    require_once('/etc/shop/config.php');
}
define('DB_HOST', 'db1.example');
define('DB_USER', 'shop');
define('DB_PASSWORD', 'geheim');
define('DB_NAME', 'shop');
"""
PAGE = """<?php
require 'config.php';
$c = mysqli_connect(DB_HOST, DB_USER, DB_PASSWORD, DB_NAME);
foreach (mysqli_query($c, 'SELECT name FROM article') as $row) {
    echo $row['name'];
}
"""


def _bundle(source: Path, output: Path, files: dict[str, str]) -> dict[str, str]:
    for path, text in files.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "assessor", "assess", str(source), "-o", str(output), "-q"], check=True)
    return {path: text for path, text in read_bundle(output / "bundle").items() if isinstance(text, str)}


def test_a_datasource_of_tomcat_reads_variables_and_no_secret_goes_along(tmp_path: Path) -> None:
    files = _bundle(
        tmp_path / "board", tmp_path / "out", {"META-INF/context.xml": CONTEXT, "WEB-INF/web.xml": WEB, "index.jsp": "x"}
    )
    written = files["tomcat/ROOT.xml"]
    assert 'url="${DATASOURCE_URL}" username="${DATASOURCE_USER}" password="${DATASOURCE_PASSWORD}"' in written
    assert 'mail.smtp.password="${RESOURCE_PASSWORD_1}"' in written and "RESOURCE_PASSWORD_1=\n" in files[".env.example"]
    assert not any(secret in text for text in files.values() for secret in ("vetchpip", "quincepip", "ploverpip"))
    assert "FROM tomcat:10" in files["web.Dockerfile"]


def test_a_datasource_that_is_a_comment_is_none(tmp_path: Path) -> None:
    commented = re.sub(r"(<Resource name=.jdbc.*?/>)", r"<!-- \1 -->", CONTEXT, flags=re.DOTALL)
    files = _bundle(
        tmp_path / "board", tmp_path / "out", {"META-INF/context.xml": commented, "WEB-INF/web.xml": WEB, "index.jsp": "x"}
    )
    assert "tomcat/ROOT.xml" not in files and "DATASOURCE_URL" not in files["compose.yaml"]


def test_constants_of_php_are_defined_from_variables_also_where_the_source_looks_outside(tmp_path: Path) -> None:
    files = _bundle(
        tmp_path / "shop",
        tmp_path / "out",
        {"config.php": CONFIG, "index.php": PAGE},
    )
    assert "['DB_HOST', 'DB_NAME', 'DB_PASSWORD', 'DB_USER']" in files["php/addresses.php"]
    compose = files["compose.yaml"]
    assert '"DB_HOST": "mysql"' in compose and "geheim" not in compose
    assert "./php/addresses.php:/etc/shop/config.php:ro" in compose
