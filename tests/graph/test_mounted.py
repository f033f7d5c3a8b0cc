"""Endpoints under the paths that other files put before theirs."""

from functools import cache

import pytest

from assessor.domain.facts import Endpoint, FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.extract import code
from assessor.extract.descriptor import Document
from assessor.extract.descriptors.symfony_routes import DESCRIPTOR
from assessor.graph.mounted import mounted
from assessor.pipeline import knowledge


@cache
def known() -> Knowledge:
    return knowledge()


def read(path: str, text: str) -> FileFacts:
    if DESCRIPTOR.matches(path):
        return FileFacts(path, "", "source", 1, "", tuple(DESCRIPTOR.read(Document(path, text, text.encode()))))
    language = next(one for one in known().languages if one.grammar and path.endswith(tuple(one.extensions)))
    rules = tuple(rule for rule in known().code if rule.language in (language.id, *language.rules))
    reading = code.read(text, path, language, rules)
    return FileFacts(path, language.id, "source", 1, reading.namespace, reading.facts)


def paths(files: dict[str, str]) -> list[str]:
    facts = mounted([read(path, text) for path, text in sorted(files.items())], known().languages)
    return sorted(f"{fact.method} {fact.path}".strip() for item in facts for fact in item.of(Endpoint))


def test_a_router_of_another_file() -> None:
    files = {
        "src/app.ts": 'import orders from "./orders"; import { api } from "./api"; app.use("/orders", auth, orders); app.use("/api", api);',
        "src/orders.ts": 'const router = Router(); router.get("/:id", one); export default router;',
        "src/api/index.ts": 'export { restRouter as api } from "./rest";',
        "src/api/rest.ts": 'export const restRouter = Router(); restRouter.use(require("./pay")); restRouter.get("/ping", ping);',
        "src/api/pay.js": 'router.post("/pay", pay); module.exports = router;',
        "src/alone.ts": 'app.get("/alone", alone);',
    }
    assert paths(files) == ["GET /alone", "GET /api/ping", "GET /orders/:id", "POST /api/pay"]


def test_routers_inside_of_routers() -> None:
    files = {
        "shop/app.py": 'from .routes import router\napp.include_router(router, prefix="/api")\n',
        "shop/__init__.py": "",
        "shop/routes/__init__.py": 'from . import orders\nrouter = APIRouter(prefix="/v1")\nrouter.include_router(orders.desk_router)\n',
        "shop/routes/orders.py": 'desk_router = APIRouter(prefix="/orders")\nother_router = APIRouter()\n@desk_router.get("/{id}")\ndef one(): pass\n'
        '@other_router.get("/other")\ndef two(): pass\n',
    }
    assert paths(files) == ["GET /api/v1/orders/{id}", "GET /other"]


def test_included_addresses() -> None:
    files = {
        "site/urls.py": 'order_urls = [path("pay/", pay)]\n'
        'urlpatterns = [path("shop/", include("shop.urls")), path("orders/<int:pk>/", include(order_urls))]\n',
        "shop/__init__.py": "",
        "shop/urls.py": 'router.register("carts", Carts)\nurlpatterns = [path("", home), path("rest/", include(router.urls))]\n',
    }
    assert paths(files) == ["/orders/<int:pk>/pay", "/shop", "/shop/rest/carts"]


def test_what_a_function_adds_to_the_router_that_it_is_handed() -> None:
    files = {
        "main.go": 'package main\nfunc main() { r := gin.Default(); v1 := r.Group("/v1"); orders.Routes(v1); task(v1.Group("/a")); task(r.Group("/b")) }\n'
        'func task(g *gin.RouterGroup) { g.GET("/tasks", list) }',
        "orders/orders.go": 'package orders\nfunc Routes(g *gin.RouterGroup) { own := g.Group("orders"); own.GET(":id", one) }',
    }
    assert paths(files) == ["GET /b/tasks", "GET /v1/a/tasks", "GET /v1/orders/:id"]


def test_files_and_folders() -> None:
    files = {
        "app/Providers/RouteServiceProvider.php": "<?php Route::prefix('api')->group(base_path('routes/api.php'));",
        "routes/api.php": "<?php Route::get('/orders', [Orders::class, 'all']);",
        "routes/web.php": "<?php Route::get('/', [Home::class, 'show']);",
    }
    assert paths(files) == ["GET /", "GET /api/orders"]
    files = {
        "config/routes.yaml": "a: { resource: ../src/Controller/, prefix: '/{_locale}' }\nb: { resource: ../src/Controller/Open/ }\n",
        "src/Controller/Desk.php": "<?php class Desk { #[Route('/desk')] public function show() {} }",
        "src/Controller/Open/Home.php": "<?php class Home { #[Route('/home')] public function show() {} }",
    }
    assert paths(files) == ["/home", "/{_locale}/desk"]


def test_one_path_before_all_controllers() -> None:
    files = {
        "apps/api/src/main.ts": 'app.setGlobalPrefix("api"); app.enableVersioning({ defaultVersion: "1", type: VersioningType.URI });',
        "apps/api/src/orders.ts": '@Controller("orders") class A { @Get(":id") one() {} }',
        "apps/other/src/pay.ts": '@Controller("pay") class B { @Get() one() {} }',
    }
    assert paths(files) == ["GET /api/v1/orders/:id", "GET /pay"]


@pytest.mark.parametrize("path", ["a.ts", "b.ts"])
def test_a_circle_ends(path: str) -> None:
    files = {
        "a.ts": 'import b from "./b"; router.use("/a", b); router.get("/x", x);',
        "b.ts": 'import a from "./a"; router.use("/b", a); router.get("/y", y);',
    }
    assert any(one.endswith("/x") for one in paths(files)) and any(one.endswith("/y") for one in paths(files))


def test_nothing_mounted_changes_nothing() -> None:
    facts = (read("a.ts", 'app.get("/x", x);'),)
    assert mounted(facts, known().languages) is facts


def test_the_path_of_a_class_holds_for_its_heirs_without_one() -> None:
    files = {
        "Api/Base.cs": '[Route("api/[controller]")] public class Base : ControllerBase { }',
        "Api/Orders.cs": 'public class OrdersController : Base { [HttpGet("{id}")] public Order One(int id) { return null; } }',
        "Api/Pay.cs": '[Route("pay")] public class PayController : Base { [HttpPost] public void Do() { } }',
    }
    assert paths(files) == ["GET /api/Orders/{id}", "POST /pay"]


def test_a_router_that_is_made_in_another_file() -> None:
    files = {
        "shop/__init__.py": 'from shop.orders import ns\napi = Blueprint("api", __name__, url_prefix="/api")\nrest = Api(api)\n'
        'rest.add_namespace(ns, "/orders")\n',
        "shop/orders/__init__.py": 'ns = Namespace("orders")\nimport shop.orders.late\n',
        "shop/orders/late.py": 'from shop.orders import ns\n@ns.route("/late")\nclass Late(Resource): pass\n',
    }
    assert paths(files) == ["/api/orders/late"]


def test_the_servlet_of_all_resources_and_the_default_of_a_setting() -> None:
    files = {
        "src/main/java/a/Web.java": 'class Web { void f() { h.addServlet(new ServletHolder(new ServletContainer(c)), "/api/*"); } }',
        "src/main/java/a/Orders.java": '@Path("orders") class Orders { @GET @Path("{id}") public Order one() { return null; } }',
    }
    assert paths(files) == ["GET /api/orders/{id}"]
    files = {
        "shop/__init__.py": "",
        "shop/config.py": 'class Settings(BaseSettings):\n    API_V1: str = "/api/v1"\n',
        "shop/main.py": "from shop import orders\napp.include_router(orders.router, prefix=settings.API_V1)\n",
        "shop/orders.py": 'router = APIRouter()\n@router.get("/{ID}/x")\ndef one(): pass\n',
    }
    assert paths(files) == ["GET /api/v1/{ID}/x"]
