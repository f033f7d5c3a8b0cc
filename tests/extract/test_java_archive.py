"""Libraries inside of WARs: what Maven wrote into the JAR, else the file's name."""

import zipfile
from pathlib import Path

from assessor.domain.facts import Evidence, Library
from assessor.extract.java_archive import bundled_library, is_bundled


def _jar(folder: Path, *coordinates: str, version: str = "8.0.33") -> Path:
    path = folder / "some.jar"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
        for each in coordinates:
            archive.writestr(f"META-INF/maven/{each}/pom.properties", f"#Generated\r\nversion={version}\r\n")
    return path


def _read(path: str, location: Path) -> Library | None:
    return bundled_library(path, location, location.stat().st_size)


def test_as_maven_wrote_it(tmp_path: Path) -> None:
    path = "shop.war/WEB-INF/lib/driver.jar"
    assert _read(path, _jar(tmp_path, "com.mysql/mysql-connector-j")) == Library(
        "com.mysql:mysql-connector-j", "maven", "8.0.33", "runtime", Evidence(path, 0, "java-archive")
    )


def test_by_its_name(tmp_path: Path) -> None:
    path = "WEB-INF/lib/mysql-connector-java-5.1.49-bin.jar"
    several = _jar(tmp_path, "a/b", "c/d")
    assert _read(path, several) == Library(
        "mysql-connector-java", "maven", "5.1.49-bin", "runtime", Evidence(path, 0, "java-archive")
    )


def test_what_is_no_archive_is_no_library(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jar"
    broken.write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    assert _read("WEB-INF/lib/a-1.0.jar", broken) is None


def test_jars_elsewhere_are_left_alone() -> None:
    assert is_bundled("app.ear/APP-INF/lib/a.jar") and is_bundled("BOOT-INF/lib/a-1.jar")
    assert not is_bundled("gradle/wrapper/gradle-wrapper.jar") and not is_bundled("WEB-INF/lib/readme.txt")
