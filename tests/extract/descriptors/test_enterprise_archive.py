"""What a Java enterprise archive states about itself."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.enterprise_archive import DESCRIPTOR


def test_application() -> None:
    text = """<application xmlns="http://java.sun.com/xml/ns/javaee" version="6">
  <display-name>claims</display-name>
  <module><web><web-uri>web.war</web-uri><context-root>/claims</context-root></web></module>
  <module><ejb>core.jar</ejb></module>
</application>
"""
    assert facts_of(DESCRIPTOR, text, "ear/META-INF/application.xml") == [
        "1 Artifact claims ear ear main! core.jar,web.war",
        "1 Trait jakarta.version descriptor=application.xml,version=6",
        "3 Endpoint /claims http web.war",
    ]


def test_beans() -> None:
    text = """<ejb-jar>
  <enterprise-beans>
    <session>
      <ejb-name>ClaimService</ejb-name>
      <remote>org.acme.ClaimRemote</remote>
      <ejb-class>org.acme.ClaimBean</ejb-class>
      <session-type>Stateless</session-type>
    </session>
    <message-driven>
      <ejb-name>Payments</ejb-name>
      <ejb-class>org.acme.PaymentListener</ejb-class>
      <activation-config>
        <activation-config-property>
          <activation-config-property-name>destination</activation-config-property-name>
          <activation-config-property-value>jms/payments</activation-config-property-value>
        </activation-config-property>
      </activation-config>
    </message-driven>
  </enterprise-beans>
  <assembly-descriptor>
    <container-transaction>
      <method><ejb-name>ClaimService</ejb-name><method-name>*</method-name></method>
      <trans-attribute>RequiresNew</trans-attribute>
    </container-transaction>
  </assembly-descriptor>
</ejb-jar>
"""
    assert facts_of(DESCRIPTOR, text, "core/META-INF/ejb-jar.xml") == [
        "1 Artifact core ejb core",
        "3 Endpoint org.acme.ClaimRemote rpc org.acme.ClaimBean",
        "3 Trait ejb.session class=org.acme.ClaimBean,kind=Stateless,name=ClaimService",
        "9 Endpoint jms/payments jms org.acme.PaymentListener",
        "9 Trait ejb.message-driven class=org.acme.PaymentListener,name=Payments",
        "9 Trait jms.destination name=jms/payments",
        "22 Transaction declared ClaimService.*",
    ]


def test_adapter() -> None:
    text = """<connector>
  <display-name>Host adapter</display-name>
  <eis-type>CICS</eis-type>
  <resourceadapter>
    <config-property>
      <config-property-name>ServerName</config-property-name>
      <config-property-value>mainframe01</config-property-value>
    </config-property>
    <outbound-resourceadapter><transaction-support>XATransaction</transaction-support></outbound-resourceadapter>
  </resourceadapter>
</connector>
"""
    assert facts_of(DESCRIPTOR, text, "META-INF/ra.xml") == [
        "1 Artifact Host adapter rar",
        "1 Trait resource.adapter eis=CICS,name=Host adapter,transaction=XATransaction",
        "5 Setting ServerName mainframe01 ra.xml",
        "9 Transaction distributed Host adapter",
    ]


def test_manifest() -> None:
    text = """Manifest-Version: 1.0
Implementation-Title: batch
Main-Class: org.acme.
 batch.Main
Build-Jdk: 1.7.0_80
"""
    assert facts_of(DESCRIPTOR, text, "app/META-INF/MANIFEST.MF") == [
        "3 Artifact batch jar app main!",
        "3 Trait main.class class=org.acme.batch.Main",
        "5 Trait build.jdk version=1.7.0_80",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "META-INF/application.xml",
        )
