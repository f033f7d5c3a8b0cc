"""Liquibase change logs."""

from facts_of import facts_of

from assessor.extract.descriptors.liquibase import DESCRIPTOR


def test_xml() -> None:
    text = """<databaseChangeLog>
  <changeSet id="1" author="a">
    <createTable tableName="orders"><column name="customer_id" type="int">
      <constraints foreignKeyName="fk" references="customer(id)"/>
    </column></createTable>
    <addForeignKeyConstraint baseTableName="lines" baseColumnNames="order_id"
                             referencedTableName="orders" referencedColumnNames="id"/>
  </changeSet>
</databaseChangeLog>
"""
    assert facts_of(DESCRIPTOR, text, "db/changelog/1.xml") == [
        "1 Trait migration.tool name=liquibase",
        "3 TableUse orders define",
        "4 ForeignKey orders customer_id customer id",
        "6 ForeignKey lines order_id orders id",
    ]


def test_yaml() -> None:
    text = """databaseChangeLog:
  - changeSet:
      id: 2
      changes:
        - createTable:
            tableName: audit
"""
    assert facts_of(DESCRIPTOR, text, "db/changelog/2.yaml") == [
        "1 Trait migration.tool name=liquibase",
        "6 TableUse audit define",
    ]


def test_other_xml_is_left_alone() -> None:
    text = """<a/>
"""
    assert facts_of(DESCRIPTOR, text, "db/other.xml") == []


def test_broken() -> None:
    text = """databaseChangeLog
"""
    assert facts_of(DESCRIPTOR, text, "db/changelog/3.xml") == []
