"""Maven's pom.xml: artifacts, libraries with resolved versions, the Java release."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.maven import DESCRIPTOR


def test_war_with_properties() -> None:
    text = """<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.acme</groupId>
    <artifactId>claims-parent</artifactId>
    <version>2.1</version>
  </parent>
  <artifactId>claims-web</artifactId>
  <packaging>war</packaging>
  <properties>
    <spring.version>4.3.2.RELEASE</spring.version>
    <maven.compiler.source>1.8</maven.compiler.source>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.springframework</groupId>
      <artifactId>spring-core</artifactId>
      <version>${spring.version}</version>
    </dependency>
    <dependency>
      <groupId>${project.groupId}</groupId>
      <artifactId>claims-model</artifactId>
      <version>${project.version}</version>
    </dependency>
    <dependency>
      <groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope>
    </dependency>
  </dependencies>
</project>
"""
    assert facts_of(DESCRIPTOR, text, "claims/pom.xml") == [
        "3 Library org.acme:claims-parent maven 2.1 parent",
        "9 Artifact claims-web war claims 2.1 main!",
        "12 Trait runtime.version name=java,version=1.8",
        "15 Library org.springframework:spring-core maven 4.3.2.RELEASE runtime",
        "20 Library org.acme:claims-model maven 2.1 runtime",
        "25 Library junit:junit maven test",
    ]


def test_executable_jar_and_managed_version() -> None:
    text = """<project>
  <groupId>org.acme</groupId>
  <artifactId>app</artifactId>
  <version>1</version>
  <dependencyManagement><dependencies>
    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>9</version></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin>
    <plugin>
      <artifactId>maven-compiler-plugin</artifactId>
      <configuration>
        <release>17</release>
      </configuration>
    </plugin>
    <plugin><artifactId>flyway-maven-plugin</artifactId></plugin>
  </plugins></build>
  <profiles>
    <profile><id>oracle</id><dependencies>
      <dependency><groupId>com.oracle</groupId><artifactId>ojdbc8</artifactId><version>21</version></dependency>
    </dependencies></profile>
  </profiles>
</project>
"""
    assert facts_of(DESCRIPTOR, text, "pom.xml") == [
        "3 Artifact app jar 1 main!",
        "9 Library g:a maven 9 runtime",
        "16 Trait runtime.version name=java,version=17",
        "19 Trait migration.tool name=flyway",
        "23 Library com.oracle:ojdbc8 maven 21 optional",
    ]


def test_ear_with_modules() -> None:
    text = """<project>
  <artifactId>parent</artifactId>
  <packaging>pom</packaging>
  <modules>
    <module>web</module>
    <module>ejb</module>
  </modules>
</project>
"""
    assert facts_of(DESCRIPTOR, text, "pom.xml") == [
        "3 Artifact parent pom ejb,web",
    ]


def test_broken_end_keeps_what_was_there() -> None:
    text = """<project>
  <artifactId>half</artifactId>
  <dependencies>
    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version></dependency>
"""
    assert facts_of(DESCRIPTOR, text, "pom.xml") == [
        "2 Artifact half jar",
        "4 Library g:a maven 1 runtime",
    ]


def test_not_xml() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """this is no pom
""",
            "pom.xml",
        )


def test_a_parent_states_versions_for_its_modules() -> None:
    text = """<project>
  <groupId>org.acme</groupId>
  <artifactId>parent</artifactId>
  <packaging>pom</packaging>
  <properties>
    <derby.version>10.1</derby.version>
    <encoding>UTF-8</encoding>
  </properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${derby.version}</version></dependency>
  </dependencies></dependencyManagement>
</project>
"""
    assert facts_of(DESCRIPTOR, text, "pom.xml") == [
        "4 Artifact parent pom",
        "6 Trait build.property name=derby.version,value=10.1",
        "10 Trait library.managed name=g:a,version=10.1",
    ]
