"""Scripts that set up Java servers."""

from facts_of import facts_of

from assessor.extract.descriptors.administration import DESCRIPTOR


def test_glassfish() -> None:
    text = """#!/bin/sh
asadmin create-jdbc-connection-pool \\
  --datasourceclassname=org.postgresql.ds.PGSimpleDataSource --restype javax.sql.XADataSource \\
  --property serverName=db01:portNumber=5432:databaseName=claims:user=app:password=geheim7 ClaimsPool
asadmin create-jdbc-resource --connectionpoolid ClaimsPool jdbc/claims
asadmin create-jdbc-connection-pool --driverclassname oracle.jdbc.OracleDriver --property url="jdbc\\:oracle\\:thin\\:@ora\\:1521\\:XE" Old
asadmin create-jmsdest --desttype queue OrdersQueue
"""
    assert facts_of(DESCRIPTOR, text, "bin/setup.sh") == [
        "2 Connection db01:5432 postgresql db01 5432 claims",
        "2 Setting datasource.jdbc/claims.driver org.postgresql.ds.PGSimpleDataSource administration",
        "2 Setting datasource.jdbc/claims.password *** administration secret!",
        "2 Setting datasource.jdbc/claims.user app administration",
        "2 Trait jndi.datasource driver=org.postgresql.ds.PGSimpleDataSource,name=jdbc/claims,xa=true",
        "2 Transaction distributed jdbc/claims",
        "6 Connection jdbc:oracle:thin:@ora:1521:XE oracle ora 1521 XE",
        "6 Setting datasource.Old.driver oracle.jdbc.OracleDriver administration",
        "6 Setting datasource.Old.url jdbc:oracle:thin:@ora:1521:XE administration",
        "6 Trait jndi.datasource driver=oracle.jdbc.OracleDriver,name=Old",
        "7 Trait jms.destination name=OrdersQueue",
    ]


def test_jboss() -> None:
    text = """data-source add --name=Bank --jndi-name=java:/BankDS --driver-name=mysql --connection-url=jdbc:mysql://db02:3306/bank --user-name=bank
/subsystem=datasources/data-source="Old":add(jndi-name="java:/Old",driver-name=h2,connection-url="jdbc:h2:file:/data/old")
/subsystem=datasources/data-source=Bank:test-connection-in-pool
jms-queue add --queue-address=Orders --entries=java:/jms/queue/Orders
"""
    assert facts_of(DESCRIPTOR, text, "scripts/datasource.cli") == [
        "1 Connection jdbc:mysql://db02:3306/bank mysql db02 3306 bank",
        "1 Setting datasource.java:/BankDS.driver mysql administration",
        "1 Setting datasource.java:/BankDS.url jdbc:mysql://db02:3306/bank administration",
        "1 Setting datasource.java:/BankDS.user bank administration",
        "1 Trait jndi.datasource driver=mysql,name=java:/BankDS",
        "2 Connection jdbc:h2:file:/data/old h2 file:/data/old",
        "2 Setting datasource.java:/Old.driver h2 administration",
        "2 Setting datasource.java:/Old.url jdbc:h2:file:/data/old administration",
        "2 Trait jndi.datasource driver=h2,name=java:/Old",
        "4 Trait jms.destination name=Orders,type=queue",
    ]


def test_websphere() -> None:
    text = """provider = AdminTask.createJDBCProvider('[-databaseType DB2]')
AdminTask.createDatasource(provider, '[-name Claims -jndiName jdbc/claims '
  '-dataStoreHelperClassName com.ibm.websphere.rsadapter.DB2UniversalDataStoreHelper '
  '-configureResourceProperties [[databaseName java.lang.String CLM] [serverName java.lang.String db03] [portNumber java.lang.Integer 50000]]]')
AdminConfig.save()
"""
    assert facts_of(DESCRIPTOR, text, "wsadmin/resources.py") == [
        "2 Connection db03:50000 db2 db03 50000 CLM",
        "2 Setting datasource.jdbc/claims.driver com.ibm.websphere.rsadapter.DB2UniversalDataStoreHelper administration",
        "2 Trait jndi.datasource driver=com.ibm.websphere.rsadapter.DB2UniversalDataStoreHelper,name=jdbc/claims",
    ]


def test_weblogic() -> None:
    text = """cd('/JDBCSystemResources/Claims/JDBCResource/Claims/JDBCDriverParams/Claims')
cmo.setUrl('jdbc:oracle:thin:@ora01:1521:CLM')
set('Url', dsurl)
"""
    assert facts_of(DESCRIPTOR, text, "wlst/create.py") == [
        "2 Connection jdbc:oracle:thin:@ora01:1521:CLM oracle ora01 1521 CLM",
        "2 Setting datasource.Claims.url jdbc:oracle:thin:@ora01:1521:CLM administration",
        "2 Trait jndi.datasource name=Claims",
    ]


def test_a_script_about_something_else() -> None:
    assert facts_of(DESCRIPTOR, "psql -c 'select 1'\nset('Url', 'jdbc:x')\n", "bin/run.sh") == []


def test_destinations_names_and_ports_of_weblogic() -> None:
    text = """cd('/')
set('ListenPort', 7001)
cmo.setListenPort(port)
create('orders', 'UniformDistributedQueue')
create(name, 'UniformDistributedQueue')
cmo.createTopic('prices')
create('orders', 'JMSSystemResource')
set('JNDINames',jarray.array([String('jdbc/ds/cluster')], String))
"""
    assert facts_of(DESCRIPTOR, text, "wlst/create-domain.py") == [
        "2 Port 7001 tcp weblogic",
        "4 Trait jms.destination name=orders,type=queue",
        "6 Trait jms.destination name=prices,type=topic",
        "8 Trait jndi.datasource name=jdbc/ds/cluster",
    ]
