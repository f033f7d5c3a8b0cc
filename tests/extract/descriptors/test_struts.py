"""Struts 1 and 2."""

from facts_of import facts_of

from assessor.extract.descriptors.struts import DESCRIPTOR


def test_struts_1() -> None:
    text = """<struts-config>
  <form-beans><form-bean name="order" type="a.OrderForm"/></form-beans>
  <action-mappings>
    <action path="/orders" type="a.OrdersAction" name="order"/>
    <action path="/welcome" forward="/pages/welcome.jsp"/>
  </action-mappings>
</struts-config>
"""
    assert facts_of(DESCRIPTOR, text, "WEB-INF/struts-config.xml") == [
        "4 Endpoint /orders http a.OrdersAction",
        "5 Endpoint /welcome http /pages/welcome.jsp",
    ]


def test_struts_2() -> None:
    text = """<struts>
  <package name="desk" namespace="/desk" extends="struts-default">
    <action name="orders" class="a.Orders" method="list"><result>/a.jsp</result></action>
    <action name="pay!*" class="a.Pay" method="{1}"/>
  </package>
</struts>
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/struts.xml") == [
        "3 Endpoint /desk/orders http a.Orders.list",
        "4 Endpoint /desk/pay!* http a.Pay",
    ]


def test_near_misses() -> None:
    assert facts_of(DESCRIPTOR, "<validators><field name='a'/></validators>", "struts-validation.xml") == []
    assert facts_of(DESCRIPTOR, "<struts><package", "struts.xml") == []
