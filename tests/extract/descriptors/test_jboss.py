"""JBoss and WildFly."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.jboss import DESCRIPTOR


def test_standalone() -> None:
    text = """<server xmlns="urn:jboss:domain:4.2">
  <system-properties><property name="billing.url" value="http://billing01:8080/ws"/></system-properties>
  <profile>
    <subsystem xmlns="urn:jboss:domain:datasources:4.0">
      <datasources>
        <xa-datasource jndi-name="java:/ClaimsDS" pool-name="Claims">
          <xa-datasource-property name="ServerName">db01</xa-datasource-property>
          <xa-datasource-property name="PortNumber">5432</xa-datasource-property>
          <xa-datasource-property name="DatabaseName">claims</xa-datasource-property>
          <driver>postgresql</driver>
          <xa-pool><max-pool-size>20</max-pool-size></xa-pool>
          <security><user-name>app</user-name><password>hunter2</password></security>
        </xa-datasource>
      </datasources>
    </subsystem>
    <subsystem xmlns="urn:jboss:domain:messaging-activemq:1.0">
      <server name="default"><jms-queue name="payments" entries="java:/jms/queue/payments"/></server>
    </subsystem>
  </profile>
  <socket-binding-group name="standard-sockets" port-offset="${jboss.socket.binding.port-offset:100}">
    <socket-binding name="http" port="${jboss.http.port:8080}"/>
  </socket-binding-group>
</server>
"""
    assert facts_of(DESCRIPTOR, text, "conf/standalone-full.xml") == [
        "1 Trait server.jboss descriptor=standalone-full.xml,schema=4.2",
        "2 Connection http://billing01:8080/ws http billing01 8080",
        "2 Setting billing.url http://billing01:8080/ws jboss",
        "6 Connection db01:5432 postgresql db01 5432 claims",
        "6 Setting datasource.java:/ClaimsDS.driver postgresql jboss",
        "6 Setting datasource.java:/ClaimsDS.password *** jboss secret!",
        "6 Setting datasource.java:/ClaimsDS.user app jboss",
        "6 Trait jndi.datasource driver=postgresql,name=java:/ClaimsDS,xa=true",
        "6 Trait pool.size key=datasource.java:/ClaimsDS,n=20",
        "6 Transaction distributed java:/ClaimsDS",
        "17 Trait jms.destination jndi=java:/jms/queue/payments,name=payments,type=queue",
        "21 Port 8180 tcp http",
    ]


def test_datasource_file() -> None:
    text = """<datasources>
  <local-tx-datasource>
    <jndi-name>OracleDS</jndi-name>
    <connection-url>jdbc:oracle:thin:@db02:1521:CLM</connection-url>
    <user-name>app</user-name>
    <password>hunter2</password>
  </local-tx-datasource>
</datasources>
"""
    assert facts_of(DESCRIPTOR, text, "deploy/oracle-ds.xml") == [
        "1 Trait server.jboss descriptor=oracle-ds.xml",
        "2 Connection jdbc:oracle:thin:@db02:1521:CLM oracle db02 1521 CLM",
        "2 Setting datasource.OracleDS.password *** jboss secret!",
        "2 Setting datasource.OracleDS.url jdbc:oracle:thin:@db02:1521:CLM jboss",
        "2 Setting datasource.OracleDS.user app jboss",
        "2 Trait jndi.datasource name=OracleDS",
    ]


def test_web() -> None:
    text = """<jboss-web><context-root>/claims</context-root></jboss-web>
"""
    assert facts_of(DESCRIPTOR, text, "WEB-INF/jboss-web.xml") == [
        "1 Setting context-root /claims jboss",
        "1 Trait server.jboss descriptor=jboss-web.xml",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "standalone.xml",
        )


def test_resource_adapters_and_the_heap_of_a_domain() -> None:
    text = """<server xmlns="urn:jboss:domain:16.0">
  <jvms><jvm name="default"><heap size="64m" max-size="512m"/></jvm></jvms>
  <resource-adapters>
    <resource-adapter id="activemq">
      <archive>activemq-rar.rar</archive>
      <transaction-support>XATransaction</transaction-support>
      <config-property name="ServerUrl">tcp://mq01:61616</config-property>
      <config-property name="Password">geheim7</config-property>
      <connection-definitions>
        <connection-definition class-name="ra.Factory" jndi-name="java:/jms/Factory"/>
      </connection-definitions>
    </resource-adapter>
  </resource-adapters>
</server>
"""
    assert facts_of(DESCRIPTOR, text, "configuration/standalone-full.xml") == [
        "1 Trait server.jboss descriptor=standalone-full.xml,schema=16.0",
        "2 Trait heap.fixed value=512m",
        "4 Trait resource.adapter name=activemq,transaction=XATransaction",
        "4 Transaction distributed activemq",
        "7 Connection tcp://mq01:61616 tcp mq01 61616",
        "7 Setting activemq.ServerUrl tcp://mq01:61616 jboss",
        "8 Setting activemq.Password *** jboss secret!",
        "10 Trait jndi.resource name=java:/jms/Factory,type=ra.Factory",
    ]


def test_beans_of_old_servers() -> None:
    text = """<server>
  <mbean code="org.jboss.mq.server.jmx.Queue" name="jboss.mq.destination:service=Queue,name=orders"/>
  <mbean code="org.jboss.mq.server.jmx.DestinationManager" name="jboss.mq:service=DestinationManager"/>
  <mbean code="org.jboss.resource.connectionmanager.LocalTxConnectionManager" name="jboss.jca:service=LocalTxCM,name=ShopDS">
    <attribute name="ManagedConnectionFactoryProperties"><properties>
      <config-property name="ConnectionURL" type="java.lang.String">jdbc:postgresql://db01:5432/shop</config-property>
      <config-property name="DriverClass" type="java.lang.String">org.postgresql.Driver</config-property>
      <config-property name="Password" type="java.lang.String">hunter2</config-property>
    </properties></attribute>
  </mbean>
</server>
"""
    assert facts_of(DESCRIPTOR, text, "deploy/shop-service.xml")[1:] == [
        "2 Trait jms.destination name=orders,type=queue",
        "4 Connection jdbc:postgresql://db01:5432/shop postgresql db01 5432 shop",
        "4 Setting datasource.ShopDS.driver org.postgresql.Driver jboss",
        "4 Setting datasource.ShopDS.password *** jboss secret!",
        "4 Setting datasource.ShopDS.url jdbc:postgresql://db01:5432/shop jboss",
        "4 Trait jndi.datasource driver=org.postgresql.Driver,name=ShopDS",
    ]


def test_the_datasource_of_the_examples_is_the_servers_own() -> None:
    text = """<server xmlns="urn:jboss:domain:16.0"><profile><subsystem xmlns="urn:jboss:domain:datasources:6.0"><datasources>
      <datasource jndi-name="java:jboss/datasources/ExampleDS" pool-name="ExampleDS">
        <connection-url>jdbc:h2:mem:test;DB_CLOSE_DELAY=-1</connection-url><driver>h2</driver></datasource>
      <datasource jndi-name="java:/jdbc/Claims"><connection-url>jdbc:postgresql://db/claims</connection-url></datasource>
      </datasources></subsystem></profile></server>"""
    found = "\n".join(facts_of(DESCRIPTOR, text, "standalone.xml"))
    assert "ExampleDS" not in found and "h2" not in found and "java:/jdbc/Claims" in found
