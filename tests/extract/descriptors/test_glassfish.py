"""GlassFish and Payara."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.glassfish import DESCRIPTOR


def test_resources() -> None:
    text = """<resources>
  <jdbc-connection-pool name="pool" res-type="javax.sql.XADataSource" max-pool-size="32"
                        datasource-classname="org.postgresql.xa.PGXADataSource">
    <property name="serverName" value="db01"/>
    <property name="portNumber" value="5432"/>
    <property name="databaseName" value="shop"/>
    <property name="password" value="hunter2"/>
  </jdbc-connection-pool>
  <jdbc-resource pool-name="pool" jndi-name="jdbc/shop"/>
  <admin-object-resource jndi-name="jms/orders" res-type="javax.jms.Queue"/>
</resources>
"""
    assert facts_of(DESCRIPTOR, text, "glassfish-resources.xml") == [
        "1 Trait server.glassfish descriptor=glassfish-resources.xml",
        "2 Connection db01:5432 postgresql db01 5432 shop",
        "2 Setting datasource.jdbc/shop.driver org.postgresql.xa.PGXADataSource glassfish",
        "2 Setting datasource.jdbc/shop.password *** glassfish secret!",
        "2 Trait jndi.datasource driver=org.postgresql.xa.PGXADataSource,name=jdbc/shop,xa=true",
        "2 Trait pool.size key=datasource.jdbc/shop,n=32",
        "2 Transaction distributed jdbc/shop",
        "10 Trait jms.destination name=jms/orders,type=javax.jms.Queue",
    ]


def test_resource_adapters_and_mail() -> None:
    text = """<resources>
  <resource-adapter-config resource-adapter-name="activemq-rar">
    <property name="ServerUrl" value="tcp://mq01:61616"/>
  </resource-adapter-config>
  <mail-resource jndi-name="mail/app" host="mail.acme.example" user="app"/>
  <custom-resource jndi-name="props/app" res-type="java.util.Properties"/>
</resources>
"""
    assert facts_of(DESCRIPTOR, text, "glassfish-resources.xml") == [
        "1 Trait server.glassfish descriptor=glassfish-resources.xml",
        "2 Trait resource.adapter name=activemq-rar",
        "3 Connection tcp://mq01:61616 tcp mq01 61616",
        "3 Setting activemq-rar.ServerUrl tcp://mq01:61616 glassfish",
        "5 Setting mail.smtp.host mail.acme.example glassfish",
        "5 Trait mail.session name=mail/app",
        "6 Trait jndi.resource name=props/app,type=java.util.Properties",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "sun-web.xml",
        )


def test_variables_as_payara_speaks_of_them() -> None:
    text = """<resources>
  <jdbc-connection-pool name="pool" datasource-classname="com.mysql.cj.jdbc.MysqlDataSource">
    <property name="URL" value="${ENV=MYSQL_URL}"/>
    <property name="User" value="${ENV=MYSQL_USER}"/>
    <property name="Password" value="${ENV=MYSQL_PASS}"/>
  </jdbc-connection-pool>
  <jdbc-resource pool-name="pool" jndi-name="jdbc/shop"/>
</resources>
"""
    assert facts_of(DESCRIPTOR, text, "glassfish-resources.xml")[1:] == [
        "2 Setting datasource.jdbc/shop.driver com.mysql.cj.jdbc.MysqlDataSource glassfish",
        "2 Setting datasource.jdbc/shop.password ${MYSQL_PASS} glassfish",
        "2 Setting datasource.jdbc/shop.url ${MYSQL_URL} glassfish",
        "2 Setting datasource.jdbc/shop.user ${MYSQL_USER} glassfish",
        "2 Trait config.environment key=datasource.jdbc/shop.password,name=MYSQL_PASS",
        "2 Trait config.environment key=datasource.jdbc/shop.url,name=MYSQL_URL",
        "2 Trait config.environment key=datasource.jdbc/shop.user,name=MYSQL_USER",
        "2 Trait jndi.datasource driver=com.mysql.cj.jdbc.MysqlDataSource,name=jdbc/shop",
    ]
