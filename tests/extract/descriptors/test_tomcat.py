"""Tomcat's server.xml and context.xml."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.tomcat import DESCRIPTOR


def test_server() -> None:
    text = """<Server port="8005">
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1" maxThreads="150"/>
    <Connector port="8009" protocol="AJP/1.3"/>
    <Engine name="Catalina" jvmRoute="node1">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
      <Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://ad01:389"/>
      <Host name="localhost"><Context path="/shop" docBase="/opt/shop"/></Host>
    </Engine>
  </Service>
</Server>
"""
    assert facts_of(DESCRIPTOR, text, "conf/server.xml") == [
        "1 Trait server.tomcat",
        "3 Port 8080 tcp http",
        "3 Trait pool.size key=maxThreads,n=150",
        "4 Port 8009 tcp ajp",
        "5 Trait session.sticky by=jvmRoute",
        "6 Trait session.replicated by=org.apache.catalina.ha.tcp.SimpleTcpCluster",
        "7 Connection ldap://ad01:389 ldap ad01 389",
        "8 Trait tomcat.context base=/opt/shop,path=/shop",
    ]


def test_context() -> None:
    text = """<Context>
  <Resource name="jdbc/shop" type="javax.sql.DataSource" maxActive="30"
            driverClassName="com.mysql.jdbc.Driver" url="jdbc:mysql://db01:3306/shop"
            username="shop" password="hunter2"/>
  <Resource name="mail/Session" type="javax.mail.Session" mail.smtp.host="smtp01"/>
  <Environment name="uploads" value="/data/uploads"/>
</Context>
"""
    assert facts_of(DESCRIPTOR, text, "META-INF/context.xml") == [
        "1 Trait server.tomcat",
        "2 Connection jdbc:mysql://db01:3306/shop mysql db01 3306 shop",
        "2 Setting datasource.jdbc/shop.driver com.mysql.jdbc.Driver tomcat",
        "2 Setting datasource.jdbc/shop.password *** tomcat secret!",
        "2 Setting datasource.jdbc/shop.url jdbc:mysql://db01:3306/shop tomcat",
        "2 Setting datasource.jdbc/shop.user shop tomcat",
        "2 Trait jndi.datasource driver=com.mysql.jdbc.Driver,name=jdbc/shop",
        "2 Trait pool.size key=datasource.jdbc/shop,n=30",
        "5 Setting mail.smtp.host smtp01 tomcat",
        "5 Trait jndi.resource name=mail/Session,type=javax.mail.Session",
        "6 Setting uploads /data/uploads tomcat",
    ]


def test_another_servers() -> None:
    text = """<server/>
"""
    assert facts_of(DESCRIPTOR, text, "server.xml") == []


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """-
""",
            "server.xml",
        )
