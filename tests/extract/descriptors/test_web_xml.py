"""Java's web.xml."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.web_xml import DESCRIPTOR


def test_servlets_resources_session() -> None:
    text = """<web-app xmlns="http://java.sun.com/xml/ns/javaee" version="2.5">
  <display-name>Claims</display-name>
  <distributable/>
  <context-param><param-name>mail.host</param-name><param-value>smtp01</param-value></context-param>
  <servlet><servlet-name>dispatch</servlet-name><servlet-class>org.acme.Dispatch</servlet-class></servlet>
  <servlet-mapping>
    <servlet-name>dispatch</servlet-name>
    <url-pattern>/app/*</url-pattern>
  </servlet-mapping>
  <session-config><session-timeout>30</session-timeout></session-config>
  <resource-ref>
    <res-ref-name>jdbc/Claims</res-ref-name>
    <res-type>javax.sql.DataSource</res-type>
  </resource-ref>
  <message-destination-ref>
    <message-destination-ref-name>jms/Payments</message-destination-ref-name>
    <message-destination-type>javax.jms.Queue</message-destination-type>
  </message-destination-ref>
  <login-config><auth-method>FORM</auth-method></login-config>
</web-app>
"""
    assert facts_of(DESCRIPTOR, text, "web/src/main/webapp/WEB-INF/web.xml") == [
        "1 Artifact Claims war web/src/main/webapp main!",
        "3 Trait session.replicated",
        "4 Setting mail.host smtp01 web.xml",
        "5 Trait servlet.servlet class=org.acme.Dispatch,name=dispatch",
        "8 Endpoint /app/* http org.acme.Dispatch",
        "10 Setting session-timeout 30 web.xml",
        "11 Trait jndi.datasource name=jdbc/Claims,type=javax.sql.DataSource",
        "15 Trait jms.destination name=jms/Payments,type=javax.jms.Queue",
        "19 Trait container.security method=FORM",
    ]


def test_entities_are_not_followed() -> None:
    text = """<!DOCTYPE web-app [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<web-app><display-name>n</display-name><context-param><param-name>k</param-name><param-value>&x;&b;</param-value></context-param></web-app>
"""
    assert facts_of(DESCRIPTOR, text, "WEB-INF/web.xml") == [
        "2 Artifact n war main!",
        "2 Setting k web.xml",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """?
""",
            "web.xml",
        )
