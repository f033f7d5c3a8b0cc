"""Who is a service of its own, who calls whom, and who owns which store."""

from typing import Any

from msgspec import structs

from assessor.domain.architecture import Architecture, Dependency, TableAccess, Unit
from assessor.domain.runtime import Landscape
from assessor.findings.examples import read
from assessor.judge.distribution import survey
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge
EMPTY = Architecture((), (), (), ())


def deployable(name: str, role: str = "web", **more: Any) -> dict[str, Any]:
    return {"fact": "deployable", "name": name, "role": role, "folder": name, "path": f"{name}/main.py", **more}


def source(path: str) -> dict[str, Any]:
    return {"fact": "file", "path": path, "language": "python"}


def shop(*more: dict[str, Any]) -> tuple[Any, Landscape]:
    names = ("order-service", "stock", "billing")
    files, landscape, _ = read((*(deployable(n) for n in names), *(source(f"{n}/main.py") for n in names), *more))
    return files, landscape


def unit(name: str, path: str, lines: int) -> Unit:
    return Unit(name, "module", path, 1, lines, "python", "")


def test_hosts_are_siblings_by_name_folder_or_service_suffix() -> None:
    files, landscape = shop(
        {"fact": "remote-call", "target": "http://stock:8080/items", "protocol": "http", "path": "order-service/api.py", "line": 4},
        {"fact": "setting", "key": "orders.url", "value": "http://order.svc.cluster.local/", "path": "billing/app.ini"},
        {"fact": "setting", "key": "title", "value": "stock", "path": "billing/app.ini", "line": 2},
        {"fact": "remote-call", "target": "https://api.stripe.com/v1", "protocol": "http", "path": "billing/pay.py"},
    )
    calls = survey(files, landscape, EMPTY, KNOWLEDGE).calls
    assert [(c.source, c.target, c.protocol, c.sites) for c in calls] == [
        ("billing", "order-service", "http", 1),
        ("order-service", "stock", "http", 1),
    ]
    assert (calls[1].evidence[0].path, calls[1].evidence[0].line) == ("order-service/api.py", 4)


def test_a_compose_file_speaks_for_the_service_whose_lines_they_are() -> None:
    compose = {"path": "docker-compose.yml", "rule": "compose"}
    files, landscape = shop(
        {"fact": "process", "name": "billing", "kind": "service", "line": 3, **compose},
        {"fact": "setting", "key": "STOCK_URL", "value": "http://stock:8000", "line": 6, **compose},
        {"fact": "image", "of": "db", "use": "service", "reference": "postgres:16", "line": 9, **compose},
        {"fact": "setting", "key": "ORDER_URL", "value": "http://order-service:8000", "line": 12, **compose},
    )
    assert [(c.source, c.target) for c in survey(files, landscape, EMPTY, KNOWLEDGE).calls] == [("billing", "stock")]


def test_a_compose_file_that_only_overrides_speaks_for_its_services_under_the_names_they_are_built_by() -> None:
    build = {"fact": "trait", "name": "compose.build", "path": "deploy/compose.yml", "rule": "compose"}
    over = {"path": "deploy/compose.override.yml", "rule": "compose"}
    files, landscape = shop(
        {**build, "fields": {"service": "money", "context": "..", "dockerfile": "billing/Dockerfile"}},
        {**build, "fields": {"service": "shelf", "context": "../stock"}, "line": 9},
        {**build, "fields": {"service": "elsewhere", "context": "../../stock"}, "line": 12},
        {"fact": "trait", "name": "compose.service", "fields": {"service": "money"}, "line": 3, **over},
        {"fact": "setting", "key": "STOCK_URL", "value": "http://shelf:8000", "line": 5, **over},
        {"fact": "trait", "name": "compose.service", "fields": {"service": "proxy"}, "line": 8, **over},
        {"fact": "setting", "key": "ORDER_URL", "value": "http://order-service:8000", "line": 9, **over},
        {"fact": "setting", "key": "OTHER_URL", "value": "http://elsewhere:8000", "line": 6, **over},
    )
    assert [(c.source, c.target) for c in survey(files, landscape, EMPTY, KNOWLEDGE).calls] == [("billing", "stock")]


def test_a_client_in_a_shared_module_is_called_by_those_who_use_it_and_may_name_its_service_by_a_constant() -> None:
    client = {"fact": "remote-call", "protocol": "http", "language": "java"}
    constant = {"fact": "trait", "name": "service.name", "path": "names/Names.java"}
    imported = {"fact": "reference", "kind": "import", "language": "java"}
    files, landscape = shop(
        {**constant, "fields": {"name": "STOCK_SERVICE", "value": "stock"}},
        {**constant, "fields": {"name": "STOCK_SERVICE", "value": "order-service"}, "path": "other/deep/Others.java"},
        {**imported, "target": "acme.Names", "path": "api/StockClient.java"},
        {**imported, "target": "other.Names", "path": "api/OtherClient.java"},
        {**client, "target": "{STOCK_SERVICE}", "path": "api/StockClient.java"},
        {**client, "target": "{STOCK_SERVICE}", "path": "api/OtherClient.java"},
        {**client, "target": "${order.name:order-service}", "path": "api/OrderClient.java"},
    )
    packages = {"names/Names.java": "acme", "other/deep/Others.java": "acme.deep", "api/OtherClient.java": "api"}
    files = tuple(structs.replace(file, namespace=packages.get(file.path, "api")) for file in files)
    paths = {"a": "order-service/main.py", "b": "billing/main.py"}
    units = [unit(name, path, 10) for name, path in paths.items()]
    units += [unit(name, f"api/{name}.java", 5) for name in ("StockClient", "OtherClient", "OrderClient")]
    uses = [("a", "StockClient"), ("b", "StockClient"), ("b", "OtherClient"), ("b", "OrderClient")]
    dependencies = tuple(Dependency(s, t, (("inject", 1),), 1, "x", 1) for s, t in uses)
    calls = survey(files, landscape, Architecture(tuple(units), dependencies, (), ()), KNOWLEDGE).calls
    assert [(c.source, c.target) for c in calls] == [
        ("billing", "order-service"),
        ("billing", "stock"),
        ("order-service", "stock"),
    ]


def test_a_constant_in_a_call_names_a_service_only_by_its_whole_name_and_through_the_type_that_is_imported() -> None:
    held = {"fact": "trait", "name": "service.name", "path": "registry/Service.java"}
    meant = {"fact": "trait", "name": "service.meant", "language": "java"}
    files, landscape = shop(
        {**held, "fields": {"name": "STOCK", "value": "stock"}},
        {**held, "fields": {"name": "BILLING", "value": "lb://billing/"}},
        {**held, "fields": {"name": "ORDERS", "value": "order.placed"}},
        {**held, "fields": {"name": "STOCK", "value": "billing"}, "path": "elsewhere/Service.java"},
        *(
            {"fact": "reference", "kind": "import", "target": "registry.Service", "path": path, "language": "java"}
            for path in ("order-service/Cart.java", "stock/Items.java")
        ),
        {**meant, "fields": {"holder": "Service", "name": "STOCK"}, "path": "order-service/Cart.java", "line": 7},
        {**meant, "fields": {"holder": "Service", "name": "STOCK"}, "path": "stock/Items.java"},
        {**meant, "fields": {"holder": "Service", "name": "ORDERS"}, "path": "stock/Items.java"},
        {**meant, "fields": {"holder": "Module", "name": "BILLING"}, "path": "stock/Items.java"},
        {**meant, "fields": {"holder": "Service", "name": "BILLING"}, "path": "stock/Alone.java"},
    )
    packages = {"registry/Service.java": "registry", "elsewhere/Service.java": "elsewhere"}
    files = tuple(structs.replace(file, namespace=packages.get(file.path, "shop")) for file in files)
    calls = survey(files, landscape, EMPTY, KNOWLEDGE).calls
    assert [(c.source, c.target, c.protocol, c.evidence[0].line) for c in calls] == [("order-service", "stock", "registry", 7)]


def test_queues_link_who_sends_with_who_listens() -> None:
    files, landscape = shop(
        {"fact": "remote-call", "target": "orders.placed", "protocol": "amqp", "path": "order-service/api.py"},
        {"fact": "endpoint", "route": "orders.placed", "method": "", "protocol": "amqp", "path": "stock/listen.py"},
    )
    assert [(c.source, c.target, c.protocol) for c in survey(files, landscape, EMPTY, KNOWLEDGE).calls] == [
        ("order-service", "stock", "amqp")
    ]


def test_a_contract_is_called_where_the_one_service_that_serves_it_lies() -> None:
    def asks(contract: str, path: str, line: int = 1) -> dict[str, Any]:
        return {"fact": "remote-call", "protocol": "dubbo", "language": "java", "target": contract, "path": path, "line": line}

    def serves(contract: str, path: str) -> dict[str, Any]:
        return {"fact": "endpoint", "protocol": "dubbo", "language": "java", "route": contract, "path": path}

    def imports(target: str, path: str) -> dict[str, Any]:
        return {"fact": "reference", "kind": "import", "language": "java", "target": target, "path": path}

    files, landscape = shop(
        asks("RemoteStock", "order-service/Cart.java", 7),
        imports("acme.api.RemoteStock", "order-service/Cart.java"),
        serves("RemoteStock", "stock/StockImpl.java"),
        imports("acme.api.RemoteStock", "stock/StockImpl.java"),
        serves("acme.other.RemoteStock", "billing/beans.xml"),
        asks("Prices", "order-service/Prices.java"),
        serves("Prices", "stock/Prices.java"),
        serves("Prices", "billing/Prices.java"),
        {**asks("Ledger", "stock/ledger.cs"), "protocol": "grpc"},
        {**serves("Ledger", "order-service/Ledger.java"), "protocol": "thrift"},
        {
            "fact": "trait",
            "name": "contract.served",
            "fields": {"protocol": "grpc", "contract": "Ledger"},
            "path": "billing/Ledger.cs",
        },
    )
    calls = survey(files, landscape, EMPTY, KNOWLEDGE).calls
    assert [(c.source, c.target, c.protocol, c.evidence[0].line) for c in calls] == [
        ("order-service", "stock", "dubbo", 7),
        ("stock", "billing", "grpc", 1),
    ]


def test_a_host_that_is_named_in_the_code_is_called_where_a_sibling_bears_the_name() -> None:
    named = {"fact": "trait", "name": "host.named", "path": "order-service/urls.py", "language": "python"}
    urls = ("http://stock%s/items", "http://billing:8080", "billing", "http://elsewhere/", "http://stock.example.org/", "stockings")
    files, landscape = shop(*({**named, "fields": {"url": url}, "line": n} for n, url in enumerate(urls, 1)))
    calls = survey(files, landscape, EMPTY, KNOWLEDGE).calls
    assert [(c.source, c.target, c.protocol, [e.line for e in c.evidence]) for c in calls] == [
        ("order-service", "billing", "http", [2, 3]),
        ("order-service", "stock", "http", [1]),
    ]
    call = {"fact": "remote-call", "target": "http://stock/items", "protocol": "http", "path": "order-service/api.py", "line": 7}
    files, landscape = shop({**named, "fields": {"url": urls[0]}, "line": 1}, call)
    calls = survey(files, landscape, EMPTY, KNOWLEDGE).calls
    assert [(c.target, [e.line for e in c.evidence]) for c in calls] == [("stock", [7])], "the literal is what the call is made of"


def connection(path: str, database: str, host: str, port: int = 0) -> dict[str, Any]:
    return {
        "fact": "connection",
        "url": f"x://{host}/{database}",
        "scheme": "postgresql",
        "host": host,
        "port": port,
        "database": database,
        "path": path,
    }


def test_stores_by_database_and_host() -> None:
    files, landscape = shop(
        connection("order-service/a.ini", "orders", "db"),
        connection("stock/a.ini", "stock", "db"),
        connection("stock/b.ini", "stock", "localhost"),
        connection("billing/a.ini", "orders", "db"),
        connection("billing/b.ini", "${DB}", "db"),
    )
    assert [(s.store, s.services) for s in survey(files, landscape, EMPTY, KNOWLEDGE).stores] == [
        ("postgresql orders at db", ("billing", "order-service")),
        ("postgresql stock at db", ("stock",)),
    ]


def test_databases_of_one_name_at_several_ports_of_ones_own_machine_are_several() -> None:
    files, landscape = shop(
        connection("order-service/a.ini", "app", "localhost", 15432),
        connection("stock/a.ini", "app", "localhost", 25432),
        connection("order-service/b.ini", "log", "localhost", 5432),
        connection("stock/b.ini", "log", "localhost"),
    )
    assert [(s.store, s.services) for s in survey(files, landscape, EMPTY, KNOWLEDGE).stores] == [
        ("postgresql app at localhost:15432", ("order-service",)),
        ("postgresql app at localhost:25432", ("stock",)),
        ("postgresql log at localhost", ("order-service", "stock")),
    ]


def test_thin_hosts_of_common_code_are_not_services_of_their_own() -> None:
    files, landscape = shop(source("common/orders.py"))
    units = (
        unit("a", "order-service/main.py", 20),
        unit("b", "stock/main.py", 80),
        unit("core", "common/orders.py", 80),
        unit("more", "common/rules.py", 10),
        unit("record", "common/record.py", 500),
    )
    call = (("call", 1),)
    uses = [("a", "core"), ("b", "core"), ("core", "more"), ("more", "record")]
    dependencies = tuple(Dependency(s, t, call if s != "more" else (("type", 1),), 1, "x", 1) for s, t in uses)
    services = survey(files, landscape, Architecture(units, dependencies, (), ()), KNOWLEDGE).services
    assert {s.name: s.exclusive for s in services} == {"billing": 1.0, "order-service": 0.2, "stock": 0.5}


def test_modules_from_which_no_way_leads_to_a_table_are_to_services_what_published_libraries_are() -> None:
    module = {"fact": "artifact", "kind": "jar"}
    files, landscape = shop(
        {**module, "name": "security", "folder": "security", "path": "security/pom.xml"},
        {**module, "name": "core", "folder": "core", "path": "core/pom.xml"},
    )
    units = (
        unit("a", "order-service/main.py", 20),
        unit("b", "stock/main.py", 80),
        unit("login", "security/login.py", 80),
        unit("orders", "core/orders.py", 60),
        unit("store", "core/store.py", 20),
    )
    uses = [
        ("a", "orders"),
        ("b", "orders"),
        ("orders", "store"),
        ("orders", "login"),
        ("b", "login"),
        ("login", "a"),
        ("store", "login"),
    ]
    dependencies = tuple(Dependency(s, t, (("call", 1),), 1, "x", 1) for s, t in uses if s != "login")
    acts = (Dependency("login", "b", (("call", 1),), 1, "x", 1),)
    stored = Architecture(units, dependencies, (), (TableAccess("orders", "store", "RW", ()),))

    def exclusive(architecture: Architecture) -> dict[str, float]:
        return {s.name: s.exclusive for s in survey(files, landscape, architecture, KNOWLEDGE).services}

    assert exclusive(stored) == {"billing": 1.0, "order-service": 0.2, "stock": 0.5}
    acting = tuple(sorted((*dependencies, *acts)))
    assert exclusive(Architecture(units, acting, (), ()))["stock"] == 0.3333
    assert exclusive(Architecture(units, acting, (), stored.accesses))["stock"] == 0.5


def test_a_module_that_one_server_alone_uses_is_the_servers_own() -> None:
    files, landscape = shop(
        {"fact": "artifact", "kind": "jar", "name": "core", "folder": "core", "path": "core/pom.xml"},
        {"fact": "remote-call", "target": "http://stock:80/", "protocol": "http", "path": "core/client.py"},
    )
    units = (unit("a", "order-service/main.py", 20), unit("b", "stock/main.py", 80), unit("store", "core/store.py", 60))
    alone = (Dependency("a", "store", (("call", 1),), 1, "x", 1),)
    shared = (*alone, Dependency("b", "store", (("call", 1),), 1, "x", 1))
    access = (TableAccess("store", "orders", "RW", ()),)
    found = survey(files, landscape, Architecture(units, alone, (), access), KNOWLEDGE)
    assert {s.name: s.exclusive for s in found.services} == {"billing": 1.0, "order-service": 1.0, "stock": 1.0}
    assert [(call.source, call.target) for call in found.calls] == [("order-service", "stock")]
    found = survey(files, landscape, Architecture(units, shared, (), access), KNOWLEDGE)
    assert {s.name: s.exclusive for s in found.services} == {"billing": 1.0, "order-service": 1.0, "stock": 1.0}
    assert found.calls == ()


def test_pages_over_the_services_that_they_ask_are_none_themselves() -> None:
    ask = {"fact": "remote-call", "target": "http://stock:80/", "protocol": "http", "path": "order-service/settings.py"}
    page = {"fact": "file", "path": "order-service/order.jsp", "language": "jsp"}
    files, landscape = shop(ask, page)
    units = (unit("a", "order-service/main.py", 20), unit("b", "stock/main.py", 80))
    nothing, kept = Architecture(units, (), (), ()), Architecture(units, (), (), (TableAccess("orders", "a", "R", ()),))

    def told(files: Any, architecture: Architecture) -> str:
        return next(s.why for s in survey(files, landscape, architecture, KNOWLEDGE).services if s.name == "order-service")

    assert told(files, nothing) == "share.pages"
    assert told(files, kept) == ""
    assert told(shop(ask)[0], nothing) == ""
    asked = {"fact": "remote-call", "target": "http://order-service:80/", "protocol": "http", "path": "stock/settings.py"}
    assert told(shop(ask, page, asked)[0], nothing) == ""


def test_frontends_workers_proxies_and_foreign_images_do_not_count() -> None:
    gateway = {"fact": "library", "name": "org.springframework.cloud:spring-cloud-starter-gateway", "ecosystem": "maven"}
    files, landscape = shop(
        deployable("ui", "frontend"),
        deployable("mailer", "worker"),
        deployable("cache"),
        deployable("gateway"),
        source("ui/main.js"),
        source("mailer/main.py"),
        source("gateway/main.py"),
        {**gateway, "path": "gateway/pom.xml"},
    )
    services = survey(files, landscape, EMPTY, KNOWLEDGE).services
    assert {s.name: s.why for s in services if not s.counted} == {
        "ui": "share.frontend",
        "mailer": "share.no-server",
        "cache": "share.no-source",
        "gateway": "share.infrastructure",
    }
