"""MyBatis and iBATIS mappers."""

from facts_of import facts_of

from assessor.extract.descriptors.mybatis import DESCRIPTOR


def test_mapper() -> None:
    text = """<mapper namespace="org.acme.OrderMapper">
  <select id="find">
    select o.* from orders o <where><if test="x">o.id in (select order_id from lines)</if></where>
  </select>
  <update id="close">update orders <set>state = 1</set></update>
</mapper>
"""
    assert facts_of(DESCRIPTOR, text, "mapper/OrderMapper.xml") == [
        "2 TableUse lines read org.acme.OrderMapper.find",
        "2 TableUse orders read org.acme.OrderMapper.find",
        "5 TableUse orders write org.acme.OrderMapper.close",
    ]


def test_configuration() -> None:
    text = """<configuration><environments><environment id="a"><dataSource>
  <property name="url" value="jdbc:h2:mem:shop"/>
</dataSource></environment></environments></configuration>
"""
    assert facts_of(DESCRIPTOR, text, "mybatis-config.xml") == [
        "2 Connection jdbc:h2:mem:shop h2 mem:shop",
        "2 Setting mybatis.url jdbc:h2:mem:shop mybatis",
    ]


def test_broken() -> None:
    text = """<mapper
"""
    assert facts_of(DESCRIPTOR, text, "OrderMapper.xml") == []
