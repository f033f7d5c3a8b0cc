"""Ant and Ivy."""

from facts_of import facts_of

from assessor.extract.descriptors.ant import DESCRIPTOR


def test_what_is_built_and_how_it_is_deployed() -> None:
    text = """<project name="orders" default="war">
  <property name="dist" location="build/dist"/>
  <property name="db.url" value="jdbc:oracle:thin:@db01:1521:ORD"/>
  <property name="db.url" value="jdbc:h2:mem:late"/>
  <target name="war">
    <javac srcdir="src" source="1.6" target="1.6"/>
    <war destfile="${dist}/${ant.project.name}.war" webxml="web.xml"/>
    <ear destfile="${dist}/all-${version}.ear"/>
  </target>
  <target name="deploy">
    <copy file="${dist}/orders.war" todir="/opt/tomcat/webapps"/>
    <copy file="a" todir="${dist}"/>
    <ftp server="web01.acme.example" userid="u" password="secret"/>
    <scp file="x" todir="deploy@app02.acme.example:/srv"/>
    <sql driver="oracle.jdbc.OracleDriver" url="${db.url}" userid="ord" password="geheim7" src="ddl.sql"/>
    <java classname="Main" fork="true"><jvmarg value="-Xmx512m"/></java>
  </target>
</project>
"""
    assert facts_of(DESCRIPTOR, text, "build.xml") == [
        "3 Connection jdbc:oracle:thin:@db01:1521:ORD oracle db01 1521 ORD",
        "3 Setting db.url jdbc:oracle:thin:@db01:1521:ORD ant",
        "6 Trait runtime.version name=java,version=1.6",
        "7 Artifact orders war main!",
        "8 Artifact orders ear main!",
        "11 Trait deploy.application-server by=copy /opt/tomcat/webapps",
        "13 Connection web01.acme.example ftp web01.acme.example",
        "13 Trait deploy.ftp by=ftp web01.acme.example",
        "14 Connection app02.acme.example ssh app02.acme.example",
        "14 Trait deploy.ssh by=scp app02.acme.example",
        "15 Connection jdbc:oracle:thin:@db01:1521:ORD oracle db01 1521 ORD",
        "15 Setting sql.driver oracle.jdbc.OracleDriver ant",
        "15 Setting sql.url jdbc:oracle:thin:@db01:1521:ORD ant",
        "15 Setting sql.user ord ant",
        "15 Trait sql.hand-run by=sql ddl.sql",
        "16 Trait heap.fixed value=512m",
    ]


def test_libraries_of_ivy() -> None:
    text = """<ivy-module version="2.0">
  <dependencies>
    <dependency org="postgresql" name="postgresql" rev="9.1-901.jdbc4"/>
    <dependency org="junit" name="junit" rev="4.8" conf="test->default"/>
    <dependency name="nameless"/>
  </dependencies>
</ivy-module>
"""
    assert facts_of(DESCRIPTOR, text, "ivy.xml") == [
        "3 Library postgresql:postgresql maven 9.1-901.jdbc4 runtime",
        "4 Library junit:junit maven 4.8 test",
    ]


def test_a_build_file_of_another_tool() -> None:
    assert facts_of(DESCRIPTOR, "<project><modelVersion>4.0.0</modelVersion></project>", "build.xml") == []


def test_a_script_that_only_installs_builds_nothing() -> None:
    text = """<project name="install"><target name="x"><war destfile="webapps/oai.war"/></target></project>"""
    assert facts_of(DESCRIPTOR, text, "config/build.xml") == []


def test_tasks_of_servers_under_names_of_their_own() -> None:
    text = """<project name="orders">
  <property name="manager.url" value="http://app01:8080/manager/text"/>
  <taskdef name="put" classname="org.apache.catalina.ant.DeployTask"/>
  <taskdef name="list" classname="org.apache.catalina.ant.ListTask"/>
  <target name="deploy">
    <put url="${manager.url}" path="/orders" war="orders.war" password="geheim7"/>
    <list url="${manager.url}"/>
    <wldeploy action="deploy" adminurl="t3://wls01:7001" source="orders.ear" password="geheim7"/>
    <wldeploy action="undeploy" adminurl="t3://wls01:7001" name="orders"/>
    <deploy path="/no/task/of/a/server"/>
  </target>
</project>
"""
    assert [fact for fact in facts_of(DESCRIPTOR, text, "build.xml") if "deploy." in fact] == [
        "6 Trait deploy.application-server by=put http://app01:8080/manager/text",
        "8 Trait deploy.application-server by=wldeploy t3://wls01:7001",
    ]
