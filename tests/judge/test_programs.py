"""Programs that one module builds several of: services where they serve and call each other, else tools and workers beside."""

from assessor.domain.architecture import Architecture, Dependency, TableAccess, Unit
from assessor.domain.facts import Declaration, Endpoint, Evidence, FileFacts, RemoteCall
from assessor.domain.judgement import Distribution
from assessor.domain.runtime import Deployable, Landscape
from assessor.judge.distribution import survey
from assessor.knowledge.load import load
from assessor.resources import folder
from tests.builders import file, trait

KNOWLEDGE = load([folder("rules")]).knowledge
SHOP = {"cmd/cart": ("carts",), "cmd/stock": ("shelves",), "cmd/front": ("pages",), "carts": (), "shelves": (), "pages": ()}


def serves(contract: str, path: str) -> Endpoint:
    return Endpoint(contract, "", "grpc" if "/" not in contract else "http", "", Evidence(path, 2))


def calls(contract: str, path: str) -> RemoteCall:
    return RemoteCall(contract, "grpc", "", Evidence(path, 3))


def look(uses: dict[str, tuple[str, ...]], *facts: FileFacts, tables: tuple[str, ...] = ()) -> Distribution:
    """The Go module of the packages in `uses`, of which those in cmd/ are programs; `tables` are packages that touch one."""
    units = tuple(Unit(name, "package", f"{name}/a.go", 1, 100, "go", name) for name in sorted(uses))
    calling = (("call", 1),)
    ways = tuple(Dependency(a, b, calling, 1, f"{a}/a.go", 1) for a in sorted(uses) for b in uses[a])
    main = Declaration("main", "function", 5)
    own = {
        f"{name}/a.go": file(
            f"{name}/a.go",
            *((main,) if name.startswith("cmd/") else ()),
            language="go",
            lines=100,
            namespace="main" if name.startswith("cmd/") else name.rpartition("/")[2],
        )
        for name in uses
    }
    whole = Deployable("web", "web", "", "go", "go", "", 8080, "assumed", (Evidence("cmd/cart/a.go", 0),))
    accesses = tuple(TableAccess(name, name, "RW", ()) for name in tables)
    read = (*own.values(), *facts)
    return survey(read, Landscape((), (whole,), ()), Architecture(units, ways, (), accesses), KNOWLEDGE)


def shop(uses: dict[str, tuple[str, ...]] = SHOP, tables: tuple[str, ...] = ()) -> Distribution:
    return look(
        uses,
        file("carts/api.go", serves("Cart", "carts/api.go"), calls("Stock", "carts/api.go"), language="go"),
        file("shelves/api.go", serves("Stock", "shelves/api.go"), language="go"),
        file("pages/api.go", serves("/hotels", "pages/api.go"), calls("Cart", "pages/api.go"), language="go"),
        tables=tables,
    )


def test_each_program_owns_what_it_alone_reaches_and_calls_by_contract() -> None:
    found = shop()
    assert [(s.name, s.folder, s.role, s.lines, s.exclusive, s.counted) for s in found.services] == [
        ("cart", "cmd/cart", "web", 201, 1.0, True),
        ("front", "cmd/front", "web", 201, 1.0, True),
        ("stock", "cmd/stock", "web", 201, 1.0, True),
    ]
    assert [(c.source, c.target, c.protocol) for c in found.calls] == [("cart", "stock", "grpc"), ("front", "cart", "grpc")]


def test_what_they_share_lessens_what_is_theirs_where_it_leads_to_a_table() -> None:
    uses = {**SHOP, "carts": ("core", "log"), "shelves": ("core", "log"), "core": ("store",), "log": (), "store": ()}
    shares = {s.name: s.exclusive for s in shop(uses, tables=("store",)).services}
    assert shares == {"cart": 0.6667, "front": 1.0, "stock": 0.6667}


def test_a_worker_and_a_tool_do_not_count_nor_does_what_talks_to_nobody() -> None:
    uses = {**SHOP, "cmd/mail": ("mails",), "mails": (), "cmd/site": ("sites",), "sites": (), "cmd/seed": ("rows",)}
    uses |= {"carts": ("rows",), "rows": (), "cmd/price": ("prices",), "prices": ()}
    found = look(
        uses,
        file("carts/api.go", serves("Cart", "carts/api.go"), calls("Stock", "carts/api.go"), language="go"),
        file("shelves/api.go", serves("Stock", "shelves/api.go"), language="go"),
        file("pages/api.go", serves("/hotels", "pages/api.go"), calls("Cart", "pages/api.go"), language="go"),
        file("mails/api.go", serves("/healthz", "mails/api.go"), calls("Cart", "mails/api.go"), language="go"),
        file("sites/api.go", serves("/pages", "sites/api.go"), language="go"),
        file("prices/api.go", serves("Price", "prices/api.go"), language="go"),
    )
    assert {s.name: s.why for s in found.services} == {
        "cart": "",
        "front": "",
        "mail": "share.no-server",
        "price": "",
        "seed": "share.no-server",
        "site": "share.no-call",
        "stock": "",
    }
    assert {s.name: s.lines for s in found.services}["cart"] == 301, "what only a tool uses, too, is the server's"


def test_one_program_that_starts_as_any_of_them_is_one_service() -> None:
    uses = {**SHOP, "cmd/all": ("carts", "shelves", "pages")}
    for name in ("cmd/cart", "cmd/stock", "cmd/front"):
        del uses[name]
    assert [(s.name, s.counted) for s in shop(uses).services] == [("web", True)]


def test_a_program_that_holds_all_of_them_leaves_nothing_that_is_theirs_alone() -> None:
    found = shop({**SHOP, "cmd/all": ("carts", "shelves", "pages")})
    assert [s.name for s in found.services] == ["web"], "what answers is reached by several, so no program serves"


def test_a_manifest_speaks_for_the_program_that_its_name_names() -> None:
    path = "deploy/front/front.yaml"
    named = file(path, RemoteCall("http://stock:8080", "http", "", Evidence(path, 4)), trait("x", path))
    found = look(
        SHOP,
        file("carts/api.go", serves("Cart", "carts/api.go"), language="go"),
        file("shelves/api.go", serves("Stock", "shelves/api.go"), language="go"),
        file("pages/api.go", serves("/hotels", "pages/api.go"), language="go"),
        named,
    )
    assert [(c.source, c.target) for c in found.calls] == [("front", "stock")]
