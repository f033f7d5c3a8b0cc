"""Jetty."""

from facts_of import facts_of

from assessor.extract.descriptors.jetty import DESCRIPTOR


def test_connector() -> None:
    text = """<Configure><New><Set name="port"><Property name="jetty.http.port" default="8085"/></Set></New></Configure>
"""
    assert facts_of(DESCRIPTOR, text, "etc/jetty-http.xml") == [
        "1 Port 8085 tcp http",
        "1 Trait server.jetty descriptor=jetty-http.xml",
    ]


def test_start() -> None:
    text = """# Jetty
--module=http,jndi
jetty.http.port=8090
jetty.ssl.port?=8444
orders.jdbc.url=jdbc:postgresql://db01/orders
-Xmx1g
"""
    assert facts_of(DESCRIPTOR, text, "jetty-base/start.ini") == [
        "1 Trait server.jetty descriptor=start.ini",
        "2 Trait server.feature name=http",
        "2 Trait server.feature name=jndi",
        "3 Port 8090 tcp http",
        "4 Port 8444 tcp https",
        "5 Connection jdbc:postgresql://db01/orders postgresql db01 orders",
        "5 Setting orders.jdbc.url jdbc:postgresql://db01/orders jetty",
        "6 Trait heap.fixed value=1g",
    ]


def test_a_start_file_of_another_program() -> None:
    assert facts_of(DESCRIPTOR, "[server]\nport=1\n", "game/start.ini") == []
