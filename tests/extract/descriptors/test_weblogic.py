"""Oracle WebLogic."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.weblogic import DESCRIPTOR


def test_datasource() -> None:
    text = """<jdbc-data-source xmlns="http://xmlns.oracle.com/weblogic/jdbc-data-source">
  <name>Claims</name>
  <jdbc-driver-params>
    <url>jdbc:oracle:thin:@//db01:1521/CLM</url>
    <driver-name>oracle.jdbc.xa.client.OracleXADataSource</driver-name>
    <properties><property><name>user</name><value>app</value></property></properties>
    <password-encrypted>{AES}abc=</password-encrypted>
  </jdbc-driver-params>
  <jdbc-connection-pool-params><max-capacity>40</max-capacity></jdbc-connection-pool-params>
  <jdbc-data-source-params>
    <jndi-name>jdbc/Claims</jndi-name>
    <global-transactions-protocol>TwoPhaseCommit</global-transactions-protocol>
  </jdbc-data-source-params>
</jdbc-data-source>
"""
    assert facts_of(DESCRIPTOR, text, "config/jdbc/claims-jdbc.xml") == [
        "1 Connection jdbc:oracle:thin:@//db01:1521/CLM oracle db01 1521 CLM",
        "1 Setting datasource.jdbc/Claims.driver oracle.jdbc.xa.client.OracleXADataSource weblogic",
        "1 Setting datasource.jdbc/Claims.password *** weblogic secret!",
        "1 Setting datasource.jdbc/Claims.url jdbc:oracle:thin:@//db01:1521/CLM weblogic",
        "1 Setting datasource.jdbc/Claims.user app weblogic",
        "1 Trait jndi.datasource driver=oracle.jdbc.xa.client.OracleXADataSource,name=jdbc/Claims,xa=true",
        "1 Trait pool.size key=datasource.jdbc/Claims,n=40",
        "1 Trait server.weblogic descriptor=claims-jdbc.xml",
        "1 Transaction distributed jdbc/Claims",
    ]


def test_domain() -> None:
    text = """<domain xmlns="http://xmlns.oracle.com/weblogic/domain">
  <name>claims</name>
  <domain-version>10.3.6.0</domain-version>
  <server>
    <name>m1</name>
    <listen-port>7003</listen-port>
    <server-start><arguments>-Xms1g -Xmx2g</arguments></server-start>
  </server>
  <app-deployment>
    <name>claims#2.1</name>
    <target>m1</target>
    <module-type>ear</module-type>
    <source-path>/opt/releases/claims.ear</source-path>
  </app-deployment>
  <app-deployment><name>gone</name></app-deployment>
</domain>
"""
    assert facts_of(DESCRIPTOR, text, "domain/config/config.xml") == [
        "1 Trait server.weblogic descriptor=config.xml,version=10.3.6.0",
        "4 Port 7003 tcp m1",
        "4 Trait heap.fixed value=2g",
        "9 Trait server.deployment name=claims,source=/opt/releases/claims.ear,targets=m1,type=ear",
    ]


def test_application() -> None:
    text = """<weblogic-web-app>
  <context-root>claims</context-root>
  <session-descriptor><persistent-store-type>replicated_if_clustered</persistent-store-type></session-descriptor>
</weblogic-web-app>
"""
    assert facts_of(DESCRIPTOR, text, "WEB-INF/weblogic.xml") == [
        "1 Trait server.weblogic descriptor=weblogic.xml",
        "2 Setting context-root claims weblogic",
        "3 Trait session.replicated store=replicated_if_clustered",
    ]


def test_another_config() -> None:
    text = """<config><a/></config>
"""
    assert facts_of(DESCRIPTOR, text, "config.xml") == []


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "weblogic.xml",
        )
