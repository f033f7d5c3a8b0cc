"""SQL scripts and dumps of several dialects."""

from facts_of import facts_of

from assessor.extract.descriptors.sql_ddl import DESCRIPTOR


def test_mysql_dump() -> None:
    text = """-- MySQL dump 10.13  Distrib 8.0.33, for Linux (x86_64)
/* CREATE TABLE commented (id int); */
DROP TABLE IF EXISTS `customer`;
CREATE TABLE `customer` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `tenant_id` int NOT NULL,
  `note` varchar(200) DEFAULT 'a; b, (c',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `customer` VALUES (1,1,'CREATE TABLE x (id int);');
CREATE TABLE `orders` (
  `id` int NOT NULL,
  `customer_id` int,
  CONSTRAINT `fk_customer` FOREIGN KEY (`customer_id`) REFERENCES `customer` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50001 VIEW `open_orders` AS select `o`.`id` from `orders` `o` join `customer` `c` on `c`.`id` = `o`.`customer_id` */;
"""
    assert facts_of(DESCRIPTOR, text, "db/schema.sql") == [
        "1 Trait sql.dialect name=mysql,version=8.0.33",
        "4 TableUse customer define",
        "4 Trait sql.tenant-column column=tenant_id,table=customer",
        "10 TableUse customer write",
        "11 TableUse orders define",
        "14 ForeignKey orders customer_id customer id",
        "16 TableUse customer read open_orders",
        "16 TableUse orders read open_orders",
        "16 Trait sql.view lines=1,name=open_orders",
    ]


def test_sqlserver() -> None:
    text = """SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Order Lines](
	[Id] [int] IDENTITY(1,1) NOT NULL,
	[OrderId] [int] NOT NULL
) ON [PRIMARY]
GO
ALTER TABLE [dbo].[Order Lines]  WITH CHECK ADD  CONSTRAINT [FK_1] FOREIGN KEY([OrderId], [Part])
REFERENCES [dbo].[Orders] ([Id], [Part])
GO
CREATE PROCEDURE [dbo].[CloseOrder] @id int
AS
BEGIN
  UPDATE Orders SET State = 1 WHERE Id = @id;
  INSERT INTO AuditLog (OrderId) SELECT Id FROM Orders
END
GO
CREATE TABLE #temporary (id int)
"""
    assert facts_of(DESCRIPTOR, text, "Orders.sql") == [
        "2 Trait sql.dialect name=sqlserver",
        "3 TableUse Order Lines define",
        "8 ForeignKey Order Lines OrderId,Part Orders Id,Part",
        "11 TableUse AuditLog write CloseOrder",
        "11 TableUse Orders read CloseOrder",
        "11 TableUse Orders write CloseOrder",
        "11 Trait sql.procedure lines=7,name=CloseOrder",
    ]


def test_oracle() -> None:
    text = """CREATE TABLE "CRM"."CLAIM" (
  ID NUMBER(10) CONSTRAINT pk PRIMARY KEY,
  POLICY_ID NUMBER(10) REFERENCES POLICY(ID),
  NAME VARCHAR2(100 CHAR) DEFAULT ('x')
) TABLESPACE users;
ALTER TABLE CLAIM ADD (CONSTRAINT fk2 FOREIGN KEY (AGENT_ID) REFERENCES CRM.AGENT);
CREATE OR REPLACE TRIGGER claim_audit AFTER UPDATE ON CLAIM FOR EACH ROW
BEGIN
  INSERT INTO CLAIM_HISTORY VALUES (:old.id);
END;
/
CREATE DATABASE LINK ledger CONNECT TO app USING 'ledger';
"""
    assert facts_of(DESCRIPTOR, text, "oracle/create_tables.sql") == [
        "1 TableUse CRM.CLAIM define",
        "1 Trait sql.dialects dialect=oracle",
        "2 Trait sql.dialect name=oracle",
        "3 ForeignKey CRM.CLAIM POLICY_ID POLICY ID",
        "6 ForeignKey CLAIM AGENT_ID CRM.AGENT",
        "7 TableUse CLAIM_HISTORY write claim_audit",
        "7 Trait sql.trigger lines=5,name=claim_audit",
        "7 Trait sql.trigger-on name=claim_audit,table=CLAIM",
        "12 Trait sql.dblink",
    ]


def test_postgres() -> None:
    text = """CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE TABLE IF NOT EXISTS public.users (id bigserial PRIMARY KEY, data jsonb);
CREATE TABLE post (
  id serial,
  author bigint REFERENCES public.users (id),
  parent bigint,
  FOREIGN KEY (parent) REFERENCES post
);
ALTER TABLE ONLY public.post ADD CONSTRAINT p FOREIGN KEY (parent) REFERENCES public.users(id);
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
CREATE TABLE post_2020 PARTITION OF post FOR VALUES FROM (1) TO (2);
"""
    assert facts_of(DESCRIPTOR, text, "schema.sql") == [
        "1 Trait sql.extension name=uuid-ossp",
        "2 TableUse users define",
        "2 Trait sql.dialect name=postgres",
        "3 TableUse post define",
        "5 ForeignKey post author users id",
        "7 ForeignKey post parent post",
        "9 ForeignKey post parent users id",
        "10 Trait sql.row-level-security",
        "11 Trait sql.partitioned",
    ]


def test_broken_statement_does_not_lose_the_rest() -> None:
    text = """CREATE TABLE broken (a int, (((;
CREATE TABLE ok (id int, other int REFERENCES broken(a));
CREATE TABLE
SELECT * FROM ok;
"""
    assert facts_of(DESCRIPTOR, text, "schema.sql") == [
        "1 TableUse broken define",
        "2 ForeignKey ok other broken a",
        "2 TableUse ok define",
        "4 TableUse ok read",
    ]


def test_no_sql() -> None:
    text = """Nothing to create here.
"""
    assert facts_of(DESCRIPTOR, text, "notes.sql") == []


def test_what_a_script_drops_again_is_no_part_of_the_schema() -> None:
    text = """
DROP PROCEDURE IF EXISTS diff_step;
CREATE PROCEDURE diff_step() BEGIN UPDATE VISIT SET STATE = 1; END;
CALL diff_step();
DROP PROCEDURE diff_step;
DROP TRIGGER IF EXISTS touch_visit;
CREATE TRIGGER touch_visit AFTER UPDATE ON VISIT BEGIN UPDATE VISIT SET AT = now(); END;
"""
    traits = [fact for fact in facts_of(DESCRIPTOR, text, "migrations/0002.sql") if " Trait " in fact and "dialect" not in fact]
    assert [fact.partition(" ")[2].split(" lines")[0] for fact in traits] == [
        "Trait sql.dropped kind=procedure,name=diff_step",
        "Trait sql.trigger",
        "Trait sql.trigger-on name=touch_visit,table=VISIT",
    ]


def test_transactions_with_the_tables_written_inside() -> None:
    text = """BEGIN TRANSACTION;
UPDATE orders SET paid = 1 WHERE id = 2;
INSERT INTO ledger (id) SELECT id FROM orders;
COMMIT;
START TRANSACTION;
DELETE FROM carts;
ROLLBACK;
CREATE PROCEDURE close_day AS
BEGIN
  INSERT INTO days (id) VALUES (1);
  COMMIT;
END;
/
CREATE PROCEDURE look AS
BEGIN
  UPDATE looks SET n = 1;
END;
"""
    found = [line for line in facts_of(DESCRIPTOR, text, "db/pay.sql") if "Transaction" in line]
    assert found == ["1 Transaction explicit ledger,orders", "8 Transaction explicit close_day days"]
