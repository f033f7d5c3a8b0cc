"""Shell, batch and PowerShell scripts."""

from facts_of import facts_of

from assessor.extract.descriptors.scripts import DESCRIPTOR


def test_deploy() -> None:
    text = """#!/bin/bash
# ftp commented.example.com
export FTP_HOST=ftp.acme.com
FTP_PASSWORD='hunter2'
lftp -u web,$FTP_PASSWORD ftp.acme.com -e "mirror -R build/ /htdocs"
rsync -av build/ deploy@web01.acme.com:/var/www
mysql -u root -phunter2 shop < upgrade.sql
java -Xmx2g -jar app.jar
apt-get install -y php7.0-gd imagemagick
echo "ssh is not used"
"""
    assert facts_of(DESCRIPTOR, text, "deploy/deploy.sh") == [
        "3 Setting FTP_HOST ftp.acme.com script",
        "4 Setting FTP_PASSWORD *** script secret!",
        "5 Connection ftp.acme.com ftp ftp.acme.com",
        '5 Trait deploy.ftp by=lftp -u web,$FTP_PASSWORD ftp.acme.com -e "mirror -R build/ /htdocs"',
        "6 Connection web01.acme.com ssh web01.acme.com",
        "6 Trait deploy.ssh by=rsync -av build/ deploy@web01.acme.com:/var/www",
        "7 Trait sql.hand-run by=mysql -u root -p*** shop < upgrade.sql",
        "8 Trait heap.fixed value=2g",
        "9 Trait os.package name=imagemagick",
        "9 Trait os.package name=php7.0-gd",
    ]


def test_windows() -> None:
    text = """@echo off
rem xcopy commented
xcopy /s bin \\\\web01\\c$\\inetpub\\shop
"""
    assert facts_of(DESCRIPTOR, text, "setup.bat") == [
        "3 Trait deploy.xcopy by=xcopy /s bin \\\\web01\\c$\\inetpub\\shop",
    ]


def test_pipelines_are_read_elsewhere() -> None:
    assert not DESCRIPTOR.matches(".ci/run.sh")


def test_broken() -> None:
    text = """'
"""
    assert facts_of(DESCRIPTOR, text, "run.sh") == []


def test_comments_of_powershell_over_several_lines() -> None:
    text = """<#
This script depends on FTP credentials, which are
ftp files.acme.com
#>
ftp files.acme.com
"""
    assert facts_of(DESCRIPTOR, text, "install.ps1") == [
        "5 Connection files.acme.com ftp files.acme.com",
        "5 Trait deploy.ftp by=ftp files.acme.com",
    ]
