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
