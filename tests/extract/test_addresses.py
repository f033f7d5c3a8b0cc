"""Which addresses a text names, in full, and what is none."""

import pytest

from assessor.extract.addresses import Address, addresses, host_ports


@pytest.mark.parametrize(
    ("text", "scheme", "host", "port", "database"),
    [
        ("jdbc:mysql://db01:3306/shop?useSSL=false", "mysql", "db01", 3306, "shop"),
        ("jdbc:postgresql://db01/shop", "postgresql", "db01", 0, "shop"),
        ("jdbc:oracle:thin:@db01:1521:CLM", "oracle", "db01", 1521, "CLM"),
        ("jdbc:oracle:thin:@//db01:1521/CLM", "oracle", "db01", 1521, "CLM"),
        ("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=db01)(PORT=1521))(SERVICE_NAME=CLM))", "oracle", "db01", 1521, "CLM"),
        ("jdbc:sqlserver://db01:1433;databaseName=Orders", "sqlserver", "db01", 1433, "Orders"),
        ("jdbc:jtds:sqlserver://db01:1433/Orders", "sqlserver", "db01", 1433, "Orders"),
        ("jdbc:h2:mem:shop;MODE=MySQL", "h2", "", 0, "mem:shop"),
        ("redis://:x@cache01:6379/0", "redis", "cache01", 6379, "0"),
        ("mongodb://a:b@m1:27017,m2:27017/shop?replicaSet=r", "mongodb", "m1", 27017, "shop"),
        ("amqp://guest:guest@mq01//", "amqp", "mq01", 0, ""),
        ("ldap://ad01.acme.local:389", "ldap", "ad01.acme.local", 389, ""),
        ("http://pricing01:8080/api", "http", "pricing01", 8080, ""),
        ("tcp://${MQ_HOST}:61616", "tcp", "${MQ_HOST}", 61616, ""),
        ("Data Source=sql01\\PROD,1433;Initial Catalog=Orders;Integrated Security=SSPI", "ado", "sql01", 1433, "Orders"),
        ("User ID=app;Host=db03;Port=5433;Database=shop", "postgres", "db03", 5433, "shop"),
        ("Server=db04;Port=3306;Database=shop;Uid=app;Pwd=x", "mysql", "db04", 3306, "shop"),
        ("Data Source=config/shop.db", "sqlite", "", 0, "config/shop.db"),
        ("Server=tcp:db01.database.windows.net,1433;Database=Shop;User ID=a", "ado", "db01.database.windows.net", 1433, "Shop"),
        ("Host=pg01;Port=5432;Username=a;Database=shop", "postgres", "pg01", 5432, "shop"),
        ("Data Source=app.db;Cache=Shared;Database=x", "sqlite", "", 0, "app.db"),
    ],
)
def test_address(text: str, scheme: str, host: str, port: int, database: str) -> None:
    assert [(each.scheme, each.host, each.port, each.database) for each in addresses(text)] == [(scheme, host, port, database)]


@pytest.mark.parametrize(
    "text",
    [
        "http://www.w3.org/2001/XMLSchema",
        "https://github.com/acme/shop",
        "http://java.sun.com/xml/ns/javaee",
        "file:///etc/passwd",
        "classpath://x",
        "mailto:a@b.c",
        "12:30:00",
        "a;b=c;d",
        "text with no address",
    ],
)
def test_no_address(text: str) -> None:
    assert addresses(text) == ()


def test_lists_of_hosts() -> None:
    assert host_ports("k1:9092,k2:9092") == (Address("k1:9092", "", "k1", 9092, ""), Address("k2:9092", "", "k2", 9092, ""))
    assert host_ports("10.0.0.1:2181") == (Address("10.0.0.1:2181", "", "10.0.0.1", 2181, ""),)


@pytest.mark.parametrize("text", ["12:30", "a:b", "x:99999999", "http://a:80/b", "key:value pairs"])
def test_no_list_of_hosts(text: str) -> None:
    assert host_ports(text) == ()
