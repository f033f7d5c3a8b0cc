"""Sites of IIS, servers behind it and rewriting."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.dotnet_config import DESCRIPTOR as DOTNET
from assessor.extract.descriptors.iis import DESCRIPTOR


def test_sites_with_their_folders_pools_and_hosts() -> None:
    text = """<configuration>
  <system.applicationHost><sites>
    <site name="Default Web Site" serverAutoStart="false">
      <application path="/"><virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" /></application>
    </site>
    <site name="shop">
      <application path="/" applicationPool="shop">
        <virtualDirectory path="/" physicalPath="C:\\vhosts\\shop" />
      </application>
      <application path="/api">
        <virtualDirectory path="/" physicalPath="D:\\api" />
      </application>
      <bindings>
        <binding protocol="http" bindingInformation="*:80:shop.acme.example" />
        <binding protocol="http" bindingInformation="*:80:www.acme.example" />
        <binding protocol="net.tcp" bindingInformation="808:*" />
      </bindings>
    </site>
  </sites></system.applicationHost>
  <system.webServer><modules><add name="HttpCacheModule" /></modules></system.webServer>
</configuration>
"""
    hosts = "hosts=shop.acme.example,www.acme.example"
    assert facts_of(DESCRIPTOR, text, "iis/applicationHost.config") == [
        "1 Trait server.iis",
        "8 Setting site.shop.physicalPath C:\\vhosts\\shop iis",
        f"8 Trait iis.site {hosts},name=shop,path=/,pool=shop,root=C:\\vhosts\\shop",
        "11 Setting site.shop.physicalPath D:\\api iis",
        f"11 Trait iis.site {hosts},name=shop,path=/api/,root=D:\\api",
    ]
    assert not any("iis.module" in fact for fact in facts_of(DOTNET, text, "iis/applicationHost.config")), "IIS brings them itself"


def test_farms_and_rewriting_pass_on_to_others() -> None:
    farm = """<configuration><webFarms>
  <webFarm name="backend">
    <server address="app01"><applicationRequestRouting httpPort="8081" /></server>
    <server address="app02" enabled="false" />
  </webFarm>
</webFarms></configuration>
"""
    assert facts_of(DESCRIPTOR, farm, "applicationHost.config") == [
        "1 Trait server.iis",
        "3 Connection http://app01:8081 http app01 8081",
        "3 Trait proxy.backend backend=app01:8081,name=backend",
    ]
    rules = """<configuration><system.webServer><rewrite><rules><rule name="api">
  <action type="Rewrite" url="https://orders.internal.acme.example:8085/{R:1}" />
  <action type="Rewrite" url="index.php" />
  <action type="Rewrite" url="http://{C:1}/{R:1}" />
  <action type="Redirect" url="https://www.acme.example/" />
</rule></rules></rewrite></system.webServer></configuration>
"""
    assert facts_of(DESCRIPTOR, rules, "Web.config") == [
        "2 Connection https://orders.internal.acme.example:8085 https orders.internal.acme.example 8085",
        "2 Trait proxy.backend backend=orders.internal.acme.example:8085,name=rewrite",
    ]


def test_what_is_no_configuration_of_iis() -> None:
    assert facts_of(DESCRIPTOR, "<configuration><appSettings/></configuration>", "web.config") == []
    assert not DESCRIPTOR.matches("app.config") and not DESCRIPTOR.matches("packages.config")
    with pytest.raises(Unreadable):
        facts_of(DESCRIPTOR, "no markup", "applicationHost.config")
