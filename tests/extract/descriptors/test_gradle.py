"""Gradle scripts, read as text."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.gradle import DESCRIPTOR


def test_groovy() -> None:
    text = """plugins {
    id 'java'
    id 'org.springframework.boot' version '2.7.0'
    id 'org.flywaydb.flyway' version '9.0' apply false
}
ext.jacksonVersion = '2.13.1'
version = '1.4'
sourceCompatibility = '11'
dependencies {
    implementation "com.fasterxml.jackson.core:jackson-core:${jacksonVersion}"
    // implementation 'commented:out:1'
    runtimeOnly 'org.postgresql:postgresql:42.3.1'
    testImplementation 'junit:junit:4.13'
    compileOnly group: 'javax.servlet', name: 'servlet-api', version: '2.5'
    implementation project(':shared')
}
"""
    assert facts_of(DESCRIPTOR, text, "shop/build.gradle") == [
        "3 Artifact shop jar shop 1.4 main!",
        "3 Library org.springframework.boot gradle-plugin 2.7.0 development",
        "4 Library org.flywaydb.flyway gradle-plugin 9.0 development",
        "8 Trait runtime.version name=java,version=11",
        "10 Library com.fasterxml.jackson.core:jackson-core maven 2.13.1 runtime",
        "12 Library org.postgresql:postgresql maven 42.3.1 runtime",
        "13 Library junit:junit maven 4.13 test",
        "14 Library javax.servlet:servlet-api maven 2.5 provided",
    ]


def test_kotlin_war() -> None:
    text = """plugins {
    war
    kotlin("jvm") version "1.9.0"
}
java { toolchain { languageVersion.set(JavaLanguageVersion.of(17)) } }
dependencies {
    implementation("org.slf4j:slf4j-api:2.0.1")
    implementation(platform("org.acme:bom:1.0"))
}
"""
    assert facts_of(DESCRIPTOR, text, "build.gradle.kts") == [
        "2 Artifact war main!",
        "5 Trait runtime.version name=java,version=17",
        "7 Library org.slf4j:slf4j-api maven 2.0.1 runtime",
        "8 Library org.acme:bom maven 1.0 runtime",
    ]


def test_settings() -> None:
    text = """rootProject.name = 'shop'
include ':web',
        ':core:model'
includeBuild 'tools'
"""
    assert facts_of(DESCRIPTOR, text, "settings.gradle") == [
        "2 Artifact shop pom core/model,web",
    ]


def test_catalogue() -> None:
    text = """[versions]
ktor = "2.3.0"
[libraries]
ktor-core = { module = "io.ktor:ktor-server-core", version.ref = "ktor" }
h2 = "com.h2database:h2:2.1"
"""
    assert facts_of(DESCRIPTOR, text, "gradle/libs.versions.toml") == [
        "4 Library io.ktor:ktor-server-core maven 2.3.0 runtime",
        "5 Library com.h2database:h2 maven 2.1 runtime",
    ]


def test_broken_catalogue() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """[versions
""",
            "gradle/libs.versions.toml",
        )


def test_broken_script() -> None:
    text = """dependencies { implementation 'a:b:1
   implementation 'c:d:2'
"""
    assert facts_of(DESCRIPTOR, text, "build.gradle") == [
        "2 Library c:d maven 2 runtime",
    ]
