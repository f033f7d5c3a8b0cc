"""Properties in XML."""

from facts_of import facts_of

from assessor.extract.descriptors.properties_xml import DESCRIPTOR


def test_entries() -> None:
    text = """<!DOCTYPE properties SYSTEM "http://java.sun.com/dtd/properties.dtd">
<properties>
    <entry key="database.url">jdbc:h2:./data/shop</entry>
    <entry key="database.password">geheim7</entry>
</properties>
"""
    assert facts_of(DESCRIPTOR, text, "conf/shop.xml") == [
        "3 Connection jdbc:h2:./data/shop h2 ./data/shop",
        "3 Setting database.url jdbc:h2:./data/shop properties",
        "4 Setting database.password *** properties secret!",
    ]


def test_another_document() -> None:
    assert facts_of(DESCRIPTOR, "<properties><entry key='a'>b</entry></properties>", "conf/shop.xml") == []
