"""Settings in JSON."""

from facts_of import facts_of

from assessor.extract.descriptors.json_settings import DESCRIPTOR


def test_appsettings() -> None:
    text = """{
  // comment
  "ConnectionStrings": {
    "Catalog": "Server=sql01,1433;Database=Catalog;User Id=sa;Password=@hunter2;",
  },
  "Redis": {"Host": "cache01", "Port": 6379},
  "Pricing": {"BaseUrl": "http://pricing:8080/api"},
  "Kestrel": {"Endpoints": {"Http": {"Url": "http://*:5080"}}}
}
"""
    assert facts_of(DESCRIPTOR, text, "src/Web/appsettings.Production.json") == [
        "4 Connection Server=sql01,1433;Database=Catalog;User Id=sa;Password=***; ado sql01 1433 Catalog Production",
        "4 Setting ConnectionStrings.Catalog Server=sql01,1433;Database=Catalog;User Id=sa;Password=***; json Production secret!",
        "6 Connection cache01:6379 redis cache01 6379 Production",
        "6 Setting Redis.Host cache01 json Production",
        "6 Setting Redis.Port 6379 json Production",
        "7 Connection http://pricing:8080/api http pricing 8080 Production",
        "7 Setting Pricing.BaseUrl http://pricing:8080/api json Production",
        "8 Port 5080 tcp Kestrel.Endpoints.Http.Url",
        "8 Setting Kestrel.Endpoints.Http.Url http://*:5080 json Production",
    ]


def test_launch_settings() -> None:
    text = """{"profiles": {"Web": {"applicationUrl": "https://localhost:5001;http://localhost:5000"}}}
"""
    assert facts_of(DESCRIPTOR, text, "Properties/launchSettings.json") == [
        "1 Port 5000 tcp profiles.Web.applicationUrl",
        "1 Port 5001 tcp profiles.Web.applicationUrl",
        "1 Setting profiles.Web.applicationUrl https://localhost:5001;http://localhost:5000 json",
    ]


def test_node_config() -> None:
    text = """{"port": 3000, "db": {"port": 5432, "host": "pg"}, "token": "hunter2"}
"""
    assert facts_of(DESCRIPTOR, text, "config/default.json") == [
        "1 Connection pg:5432 pg 5432",
        "1 Port 3000 tcp port",
        "1 Setting db.host pg json",
        "1 Setting db.port 5432 json",
        "1 Setting port 3000 json",
        "1 Setting token *** json secret!",
    ]


def test_translations_are_no_settings() -> None:
    assert not DESCRIPTOR.matches("public/language/de/database.json")


def test_broken() -> None:
    text = """[
"""
    assert facts_of(DESCRIPTOR, text, "appsettings.json") == []
