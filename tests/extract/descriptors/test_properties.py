"""Java properties with settings."""

from facts_of import facts_of

from assessor.extract.descriptors.properties import DESCRIPTOR


def test_spring() -> None:
    text = """# database
spring.datasource.url=jdbc:mysql://${DB_HOST:localhost}:3306/shop?useSSL=false
spring.datasource.password=hunter2
spring.redis.host=cache01
spring.redis.port=6379
server.port=8081
kafka.bootstrap.servers=k1:9092,\\
    k2:9092
spring.datasource.hikari.maximum-pool-size=20
help.url=https://docs.acme.com/help
\\u006Bey=caf\\u00E9
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/application-prod.properties") == [
        "2 Connection jdbc:mysql://localhost:3306/shop?useSSL=false mysql localhost 3306 shop prod",
        "2 Setting spring.datasource.url jdbc:mysql://localhost:3306/shop?useSSL=false properties prod",
        "2 Trait config.environment default=localhost,key=spring.datasource.url,name=DB_HOST",
        "3 Setting spring.datasource.password *** properties prod secret!",
        "4 Connection cache01:6379 redis cache01 6379 prod",
        "4 Setting spring.redis.host cache01 properties prod",
        "5 Setting spring.redis.port 6379 properties prod",
        "6 Port 8081 tcp server.port",
        "6 Setting server.port 8081 properties prod",
        "7 Connection k1:9092 k1 9092 prod",
        "7 Connection k2:9092 k2 9092 prod",
        "7 Setting kafka.bootstrap.servers k1:9092,k2:9092 properties prod",
        "9 Setting spring.datasource.hikari.maximum-pool-size 20 properties prod",
        "9 Trait pool.size key=spring.datasource.hikari.maximum-pool-size,n=20",
        "10 Setting help.url https://docs.acme.com/help properties prod",
        "11 Setting key café properties prod",
    ]


def test_messages_are_left_out() -> None:
    assert not DESCRIPTOR.matches("messages_de.properties")


def test_texts_are_left_out() -> None:
    text = """k1=This is a sentence.
k2=Here is another one.
k3=Please enter your name
k4=You have no access here
k5=Order was not found
k6=Do you want to continue?
k7=Thank you for your order
k8=x
"""
    assert facts_of(DESCRIPTOR, text, "src/shop.properties") == []


def test_broken_escape() -> None:
    text = """db.path=C:\\users
db.host=db01
db.port=5432
"""
    assert facts_of(DESCRIPTOR, text, "conf/db.properties") == [
        "1 Setting db.path C:\\users properties",
        "2 Connection db01:5432 db01 5432",
        "2 Setting db.host db01 properties",
        "3 Setting db.port 5432 properties",
    ]


def test_an_appender_that_no_logger_names_writes_nothing() -> None:
    text = """log4j.rootCategory=INFO, S
log4j.appender.S.File = logs/shop.log
log4j.appender.H.File = logs/shop.html
"""
    traits = [fact for fact in facts_of(DESCRIPTOR, text, "log4j.properties") if "logging.file" in fact]
    assert traits == ["2 Trait logging.file path=logs/shop.log"]


def test_profiles_of_quarkus() -> None:
    text = """quarkus.http.port=8082
%test.quarkus.datasource.jdbc.url=jdbc:h2:mem:test
%dev,prod.shop.mail.host=mail.acme.example
%.odd=1
%d=%m
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/application.properties") == [
        "1 Port 8082 tcp quarkus.http.port",
        "1 Setting quarkus.http.port 8082 properties",
        "2 Connection jdbc:h2:mem:test h2 mem:test test",
        "2 Setting quarkus.datasource.jdbc.url jdbc:h2:mem:test properties test",
        "3 Connection mail.acme.example smtp mail.acme.example prod",
        "3 Setting shop.mail.host mail.acme.example properties prod",
        "4 Setting %.odd 1 properties",
        "5 Setting %d %m properties",
    ]


def test_documents_of_spring_in_one_file() -> None:
    text = """shop.mode=plain
#---
spring.config.activate.on-profile=prod
shop.mode=full
#---
shop.name=a
# --- no document
shop.other=b
"""
    assert facts_of(DESCRIPTOR, text, "application.properties") == [
        "1 Setting shop.mode plain properties",
        "3 Setting spring.config.activate.on-profile prod properties prod",
        "4 Setting shop.mode full properties prod",
        "6 Setting shop.name a properties",
        "8 Setting shop.other b properties",
    ]
