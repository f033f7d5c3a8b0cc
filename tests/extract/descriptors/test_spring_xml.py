"""Spring's XML."""

from facts_of import facts_of

from assessor.extract.descriptors.spring_xml import DESCRIPTOR


def test_beans() -> None:
    text = """<beans xmlns="http://www.springframework.org/schema/beans" xmlns:p="http://www.springframework.org/schema/p">
  <bean id="dataSource" class="org.apache.commons.dbcp.BasicDataSource">
    <property name="url" value="jdbc:mysql://db01:3306/shop"/>
    <property name="password"><value>hunter2</value></property>
    <property name="testOnBorrow" value="true"/>
  </bean>
  <bean id="pricing" class="org.springframework.remoting.httpinvoker.HttpInvokerProxyFactoryBean"
        p:serviceUrl="http://pricing01:8080/remote" p:serviceInterface="org.acme.Pricing"/>
  <bean id="transactionManager" class="org.springframework.transaction.jta.JtaTransactionManager"/>
  <task:scheduled-tasks xmlns:task="t">
    <task:scheduled ref="cleaner" method="run" cron="0 0 2 * * ?"/>
  </task:scheduled-tasks>
  <jee:jndi-lookup xmlns:jee="j" id="ds" jndi-name="jdbc/shop"/>
</beans>
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/applicationContext.xml") == [
        "2 Trait container.bean name=dataSource,type=org.apache.commons.dbcp.BasicDataSource",
        "3 Connection jdbc:mysql://db01:3306/shop mysql db01 3306 shop",
        "3 Setting dataSource.url jdbc:mysql://db01:3306/shop spring-xml",
        "4 Setting dataSource.password *** spring-xml secret!",
        "7 Connection http://pricing01:8080/remote http pricing01 8080",
        "7 RemoteCall http://pricing01:8080/remote http org.acme.Pricing",
        "7 Setting pricing.serviceUrl http://pricing01:8080/remote spring-xml",
        "7 Trait container.bean name=pricing,type=org.springframework.remoting.httpinvoker.HttpInvokerProxyFactoryBean",
        "9 Trait container.bean name=transactionManager,type=org.springframework.transaction.jta.JtaTransactionManager",
        "9 Transaction distributed transactionManager",
        "11 Process cleaner.run cleaner.run job 0 0 2 * * ?",
        "11 Trait scheduler.in-process name=cleaner.run,schedule=0 0 2 * * ?",
        "13 Trait jndi.datasource name=jdbc/shop",
    ]


def test_interfaces_that_a_registry_knows() -> None:
    text = """<beans xmlns="http://www.springframework.org/schema/beans" xmlns:dubbo="d" xmlns:osgi="o">
  <dubbo:reference id="stock" interface="org.acme.Stock" check="false"/>
  <dubbo:service interface="org.acme.Orders" ref="orders"/>
  <osgi:service interface="org.acme.Billing" ref="billing"/>
  <dubbo:service ref="nobody"/>
</beans>
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/consumer.xml") == [
        "2 RemoteCall org.acme.Stock dubbo stock",
        "3 Endpoint org.acme.Orders dubbo orders",
    ]


def test_other_xml_is_left_alone() -> None:
    text = """<html/>
"""
    assert facts_of(DESCRIPTOR, text, "config-context.xml") == []


def test_broken() -> None:
    text = """<beans
"""
    assert facts_of(DESCRIPTOR, text, "spring.xml") == []


def test_transactions_around_methods() -> None:
    text = """<beans>
  <tx:advice id="writing" transaction-manager="tm"><tx:attributes>
    <tx:method name="get*" read-only="true"/>
    <tx:method name="log*" propagation="NOT_SUPPORTED"/>
    <tx:method name="*"/>
  </tx:attributes></tx:advice>
  <aop:config><aop:pointcut id="services" expression="execution(* shop.*Service.*(..))"/>
    <aop:advisor advice-ref="writing" pointcut-ref="services"/></aop:config>
</beans>
"""
    text = text.replace("<beans>", '<beans xmlns:tx="urn:tx" xmlns:aop="urn:aop">')
    assert facts_of(DESCRIPTOR, text, "applicationContext.xml") == ["5 Transaction declared execution(* shop.*Service.*(..)) *"]
