"""Services that WinSW runs."""

from facts_of import facts_of

from assessor.extract.descriptors.windows_service import DESCRIPTOR


def test_service() -> None:
    text = """<service>
  <id>claims</id>
  <env name="DB_PASSWORD" value="hunter2"/>
  <executable>%BASE%\\jre\\bin\\java.exe</executable>
  <arguments>-Xmx512m -jar claims.jar server</arguments>
  <workingdirectory>%BASE%\\work</workingdirectory>
</service>
"""
    assert facts_of(DESCRIPTOR, text, "install/claims.xml") == [
        "3 Setting DB_PASSWORD *** windows-service secret!",
        "4 Process claims %BASE%\\jre\\bin\\java.exe -Xmx512m -jar claims.jar server web",
        "4 Trait heap.fixed value=512m",
        "4 Trait windows.service name=claims",
        "6 Setting service.workingdirectory .\\work windows-service",
    ]


def test_arguments_of_their_own() -> None:
    text = "<service><id>a</id><executable>a.exe</executable><argument>--queue</argument><argument>mail</argument></service>"
    assert facts_of(DESCRIPTOR, text, "a.xml") == ["1 Process a a.exe --queue mail service", "1 Trait windows.service name=a"]


def test_other_files_with_an_executable_are_left_alone() -> None:
    assert facts_of(DESCRIPTOR, "<plugin><id>x</id><executable>java</executable></plugin>", "pom.xml") == []
    assert facts_of(DESCRIPTOR, "<service><executable>a.exe</executable></service>", "a.xml") == []


def test_broken() -> None:
    assert facts_of(DESCRIPTOR, "<service><executable>", "a.xml") == []
