"""JPA and Hibernate."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.persistence import DESCRIPTOR


def test_unit() -> None:
    text = """<persistence>
  <persistence-unit name="claims" transaction-type="JTA">
    <jta-data-source>jdbc/Claims</jta-data-source>
    <properties><property name="hibernate.dialect" value="org.hibernate.dialect.Oracle10gDialect"/></properties>
  </persistence-unit>
</persistence>
"""
    assert facts_of(DESCRIPTOR, text, "META-INF/persistence.xml") == [
        "2 Trait jndi.datasource name=jdbc/Claims,unit=claims",
        "2 Trait persistence.unit name=claims,transaction=JTA",
        "2 Transaction declared claims",
        "4 Setting hibernate.dialect org.hibernate.dialect.Oracle10gDialect persistence",
    ]


def test_hibernate() -> None:
    text = """<hibernate-configuration><session-factory>
  <property name="connection.url">jdbc:mysql://db01/shop</property>
  <property name="connection.password">hunter2</property>
</session-factory></hibernate-configuration>
"""
    assert facts_of(DESCRIPTOR, text, "hibernate.cfg.xml") == [
        "2 Connection jdbc:mysql://db01/shop mysql db01 shop",
        "2 Setting connection.url jdbc:mysql://db01/shop persistence",
        "3 Setting connection.password *** persistence secret!",
    ]


def test_mapping() -> None:
    text = """<hibernate-mapping package="org.acme">
  <class name="Customer" table="CUSTOMER"/>
  <class name="Order" table="ORDERS">
    <many-to-one name="customer" class="Customer" column="CUSTOMER_ID"/>
    <many-to-one name="other" class="Elsewhere"/>
    <subclass name="RushOrder"/>
  </class>
</hibernate-mapping>
"""
    assert facts_of(DESCRIPTOR, text, "org/acme/Order.hbm.xml") == [
        "2 TableUse CUSTOMER define org.acme.Customer",
        "3 TableUse ORDERS define org.acme.Order",
        "4 ForeignKey ORDERS CUSTOMER_ID CUSTOMER",
        "6 TableUse ORDERS define org.acme.RushOrder",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "persistence.xml",
        )


def test_mapping_of_the_standard() -> None:
    text = """<entity-mappings xmlns="http://java.sun.com/xml/ns/persistence/orm">
  <package>a</package>
  <entity class="Order"><table name="ORDERS"/></entity>
  <entity class="b.Line"/>
</entity-mappings>
"""
    assert facts_of(DESCRIPTOR, text, "a/Order.orm.xml") == [
        "3 TableUse ORDERS define a.Order",
        "4 TableUse Line define b.Line",
    ]
