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
