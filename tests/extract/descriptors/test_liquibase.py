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
        - renameTable: { oldTableName: lines, newTableName: order_lines }
"""
    assert facts_of(DESCRIPTOR, text, "db/changelog/2.yaml") == [
        "1 Trait migration.tool name=liquibase",
        "6 TableUse audit define",
        "7 Trait schema.dropped becomes=order_lines,table=lines",
    ]


def test_what_is_taken_away() -> None:
    text = """<databaseChangeLog>
  <changeSet id="1" author="a">
    <dropTable tableName="orders"/>
    <renameTable oldTableName="lines" newTableName="order_lines"/>
    <dropColumn tableName="lines"><column name="clerk_id"/></dropColumn>
    <dropForeignKeyConstraint baseTableName="lines" constraintName="fk_lines_order_id"/>
    <rollback><dropTable tableName="customers"/></rollback>
  </changeSet>
</databaseChangeLog>
"""
    assert facts_of(DESCRIPTOR, text, "db/changelog/1.xml") == [
        "1 Trait migration.tool name=liquibase",
        "3 Trait schema.dropped table=orders",
        "4 Trait schema.dropped becomes=order_lines,table=lines",
        "5 Trait schema.dropped key=clerk_id,table=lines",
        "6 Trait schema.dropped key=fk_lines_order_id,table=lines",
    ]


def test_other_xml_is_left_alone() -> None:
    text = """<a/>
"""
    assert facts_of(DESCRIPTOR, text, "db/other.xml") == []


def test_broken() -> None:
    text = """databaseChangeLog
"""
    assert facts_of(DESCRIPTOR, text, "db/changelog/3.xml") == []
