"""IBM WebSphere and Liberty."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.websphere import DESCRIPTOR


def test_liberty() -> None:
    text = """<server>
  <featureManager><feature>jsp-2.3</feature></featureManager>
  <variable name="db.host" defaultValue="db01"/>
  <httpEndpoint id="x" httpPort="9080" httpsPort="9443"/>
  <dataSource jndiName="jdbc/T" type="javax.sql.XADataSource">
    <properties.db2.jcc serverName="${db.host}" portNumber="50000" databaseName="TRADE" password="hunter2"/>
  </dataSource>
  <jmsQueue id="TradeBroker" jndiName="jms/TradeBrokerQueue"/>
</server>
"""
    assert facts_of(DESCRIPTOR, text, "server.xml") == [
        "1 Trait server.liberty",
        "2 Trait server.feature name=jsp-2.3",
        "3 Setting db.host db01 websphere",
        "4 Port 9080 tcp http",
        "4 Port 9443 tcp https",
        "5 Connection db01:50000 db2 db01 50000 TRADE",
        "5 Setting datasource.jdbc/T.driver db2.jcc websphere",
        "5 Setting datasource.jdbc/T.password *** websphere secret!",
        "5 Trait jndi.datasource driver=db2.jcc,name=jdbc/T,xa=true",
        "5 Transaction distributed jdbc/T",
        "8 Trait jms.destination name=jms/TradeBrokerQueue,type=queue",
    ]


def test_liberty_adapters_mail_and_applications() -> None:
    text = """<server>
  <featureManager/>
  <webApplication location="shop.war" contextRoot="/shop"/>
  <resourceAdapter id="activemq" location="a.rar"><properties.activemq serverUrl="tcp://mq01:61616"/></resourceAdapter>
  <mailSession jndiName="mail/app" host="mail.acme.example"/>
</server>
"""
    assert facts_of(DESCRIPTOR, text, "server.xml") == [
        "1 Trait server.liberty",
        "3 Setting context-root /shop websphere",
        "4 Connection tcp://mq01:61616 tcp mq01 61616",
        "4 Setting activemq.serverUrl tcp://mq01:61616 websphere",
        "4 Trait resource.adapter name=activemq",
        "5 Setting mail.smtp.host mail.acme.example websphere",
        "5 Trait mail.session name=mail/app",
    ]


def test_bindings() -> None:
    text = """<web-bnd><resource-ref name="jdbc/T" binding-name="jdbc/Trade"/></web-bnd>
"""
    assert facts_of(DESCRIPTOR, text, "WEB-INF/ibm-web-bnd.xml") == [
        "1 Trait jndi.resource jndi=jdbc/Trade,name=jdbc/T",
        "1 Trait server.websphere descriptor=ibm-web-bnd.xml",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "ibm-web-bnd.xml",
        )


def test_beans_that_listen_and_their_destinations() -> None:
    text = """<ejb-jar-bnd>
  <session name="Orders"><message-destination-ref name="jms/Out" binding-name="jms/OrdersOut"/></session>
  <message-destination name="OrdersOut" binding-name="jms/OrdersOut"/>
  <message-driven name="OrderMDB">
    <jca-adapter activation-spec-binding-name="eis/OrderMDB" destination-binding-name="jms/OrdersIn"/>
  </message-driven>
</ejb-jar-bnd>
"""
    assert facts_of(DESCRIPTOR, text, "META-INF/ibm-ejb-jar-bnd.xml") == [
        "1 Trait server.websphere descriptor=ibm-ejb-jar-bnd.xml",
        "2 Trait jndi.resource jndi=jms/OrdersOut,name=jms/Out",
        "3 Trait jms.destination jndi=jms/OrdersOut,name=OrdersOut",
        "5 Trait jms.destination name=jms/OrdersIn",
        "5 Trait jndi.resource jndi=eis/OrderMDB,name=OrderMDB",
    ]
    hosted = facts_of(DESCRIPTOR, '<web-bnd><virtual-host name="default_host"/></web-bnd>', "WEB-INF/ibm-web-bnd.xml")
    assert "1 Setting virtual-host default_host websphere" in hosted


def test_a_datasource_of_the_server_itself_goes_by_its_id() -> None:
    text = """<server><featureManager/>
  <dataSource id="DefaultDataSource"><properties.postgresql serverName="db01" databaseName="shop"/></dataSource>
</server>
"""
    assert "2 Trait jndi.datasource driver=postgresql,name=DefaultDataSource" in facts_of(DESCRIPTOR, text, "server.xml")
