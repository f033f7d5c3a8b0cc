"""web.config, app.config and their transforms."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.dotnet_config import DESCRIPTOR


def test_web_config() -> None:
    text = """<?xml version="1.0"?>
<configuration>
  <connectionStrings>
    <add name="Orders"
         connectionString="Data Source=sql01\\P,1433;Database=O;User ID=a;Password=hunter2"
         providerName="System.Data.SqlClient" />
  </connectionStrings>
  <appSettings>
    <add key="ServiceUrl" value="http://pricing.internal:8090/api" />
    <add key="ApiKey" value="hunter2" />
  </appSettings>
  <system.web>
    <httpRuntime targetFramework="4.5" />
    <sessionState mode="StateServer" stateConnectionString="tcpip=state01:42424" />
    <authentication mode="Windows" />
    <httpHandlers>
      <add verb="*" path="*.report" type="Acme.ReportHandler" />
    </httpHandlers>
  </system.web>
  <system.net><mailSettings>
    <smtp from="shop@acme.local"><network host="mail01" port="25" /></smtp>
  </mailSettings></system.net>
</configuration>
"""
    assert facts_of(DESCRIPTOR, text, "Web.config") == [
        "4 Connection Data Source=sql01\\P,1433;Database=O;User ID=a;Password=*** sqlserver sql01 1433 O",
        "4 Setting connectionStrings.Orders Data Source=sql01\\P,1433;Database=O;User ID=a;Password=*** dotnet-config secret!",
        "4 Setting connectionStrings.Orders.providerName System.Data.SqlClient dotnet-config",
        "9 Connection http://pricing.internal:8090/api http pricing.internal 8090",
        "9 Setting ServiceUrl http://pricing.internal:8090/api dotnet-config",
        "10 Setting ApiKey *** dotnet-config secret!",
        "13 Trait runtime.version name=dotnet-framework,version=4.5",
        "14 Connection state01:42424 state01 42424",
        "14 Setting sessionState.connection tcpip=state01:42424 dotnet-config",
        "14 Setting sessionState.mode StateServer dotnet-config",
        "14 Trait session.external mode=StateServer",
        "15 Setting authentication.mode Windows dotnet-config",
        "15 Trait windows.authentication mode=Windows",
        "17 Trait iis.handler path=*.report,type=Acme.ReportHandler",
        "21 Connection mail01:25 smtp mail01 25",
        "21 Setting smtp.from shop@acme.local dotnet-config",
        "21 Setting smtp.host mail01 dotnet-config",
        "21 Setting smtp.port 25 dotnet-config",
    ]


def test_in_process_session() -> None:
    text = """<configuration><system.web>
  <sessionState mode="InProc" timeout="20" />
</system.web></configuration>
"""
    assert facts_of(DESCRIPTOR, text, "src/Web.config") == [
        "2 Setting sessionState.mode InProc dotnet-config",
        "2 Trait session.in-memory mode=InProc",
    ]


def test_wcf() -> None:
    text = """<configuration><system.serviceModel>
  <services>
    <service name="Acme.OrderService">
      <host><baseAddresses><add baseAddress="net.tcp://localhost:9000/orders" /></baseAddresses></host>
      <endpoint address="" binding="netTcpBinding" contract="Acme.IOrderService" />
      <endpoint address="mex" binding="mexHttpBinding" contract="IMetadataExchange" />
    </service>
  </services>
  <client>
    <endpoint name="pricing" address="http://pricing01/P.svc" binding="basicHttpBinding" contract="P" />
  </client>
</system.serviceModel></configuration>
"""
    assert facts_of(DESCRIPTOR, text, "App.config") == [
        "3 Connection net.tcp://localhost:9000/orders net.tcp localhost 9000 orders",
        "3 Setting serviceModel.Acme.OrderService.baseAddress net.tcp://localhost:9000/orders dotnet-config",
        "5 Endpoint net.tcp://localhost:9000/orders net.tcp Acme.OrderService",
        "10 Connection http://pricing01/P.svc http pricing01",
        "10 RemoteCall http://pricing01/P.svc soap P",
        "10 Setting serviceModel.client.pricing.address http://pricing01/P.svc dotnet-config",
    ]


def test_transform_has_a_profile() -> None:
    text = """<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
  <appSettings><add key="Mode" value="live" xdt:Transform="Replace" xdt:Locator="Match(key)" /></appSettings>
</configuration>
"""
    assert facts_of(DESCRIPTOR, text, "Web.Release.config") == [
        "2 Setting Mode live dotnet-config Release",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """nothing
""",
            "web.config",
        )
