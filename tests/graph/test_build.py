"""From sources to edges, language by language: what is a unit, what a name means, and what is no dependency."""

from assessor.domain.knowledge import Knowledge
from tests.reading import edges, graph


def test_java_names_mean_what_the_imports_say(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/com/acme/order/Order.java": "package com.acme.order;\npublic class Order { Line first; public static class Line {} }\n",
        "src/main/java/com/acme/other/Order.java": "package com.acme.other;\npublic class Order {}\n",
        "src/main/java/com/acme/store/Store.java": (
            "package com.acme.store;\n"
            "import com.acme.order.*;\n"
            "import java.util.List;\n"
            "public class Store implements Keeping {\n"
            "  List<Order> all;\n"
            "  void put(Order order) { order.check(); Order.Line l = null; }\n"
            "}\n"
        ),
        "src/main/java/com/acme/store/Keeping.java": "package com.acme.store;\ninterface Keeping {}\n",
        "src/main/java/com/acme/store/Lazy.java": "package com.acme.store;\nimport com.acme.order.Order;\nclass Lazy {}\n",
    }
    found = edges(files, knowledge)
    assert set(found) == {("com.acme.store.Store", "com.acme.order.Order"), ("com.acme.store.Store", "com.acme.store.Keeping")}
    assert found["com.acme.store.Store", "com.acme.store.Keeping"] == {"implements": 1}
    assert found["com.acme.store.Store", "com.acme.order.Order"]["call"] == 1
    units = {unit.id: (unit.kind, unit.package, unit.abstract) for unit in graph(files, knowledge).units if unit.kind != "external"}
    assert units == {
        "com.acme.order.Order": ("class", "com.acme.order", False),
        "com.acme.other.Order": ("class", "com.acme.other", False),
        "com.acme.store.Keeping": ("interface", "com.acme.store", True),
        "com.acme.store.Lazy": ("class", "com.acme.store", False),
        "com.acme.store.Store": ("class", "com.acme.store", False),
    }


def test_php_namespaces_function_files_and_includes(knowledge: Knowledge) -> None:
    files = {
        "src/Shop/Cart.php": "<?php\nnamespace Acme\\Shop;\nuse Acme\\Money\\Price as Amount;\nclass Cart { function add(Item $i, Amount $a) { return new \\Acme\\Log(); } }\n",
        "src/Shop/Item.php": "<?php\nnamespace Acme\\Shop;\nclass Item {}\n",
        "src/Money/Price.php": "<?php\nnamespace Acme\\Money;\nclass Price {}\n",
        "src/Log.php": "<?php\nnamespace Acme;\nclass Log {}\n",
        "htdocs/index.php": "<?php\nrequire_once dirname(__FILE__) . '/../lib/functions.php';\nrequire 'header.php';\nshow_price(3);\n",
        "htdocs/header.php": "<?php echo 'x';\n",
        "lib/functions.php": "<?php\nfunction show_price($p) { return $p; }\n",
    }
    assert edges(files, knowledge) == {
        ("Acme\\Shop\\Cart", "Acme\\Shop\\Item"): {"type": 1},
        ("Acme\\Shop\\Cart", "Acme\\Money\\Price"): {"type": 1},
        ("Acme\\Shop\\Cart", "Acme\\Log"): {"new": 1},
        ("htdocs/index.php", "lib/functions.php"): {"call": 1, "include": 1},
        ("htdocs/index.php", "htdocs/header.php"): {"include": 1},
    }


def test_python_modules_relative_imports_and_source_folders(knowledge: Knowledge) -> None:
    files = {
        "src/shop/__init__.py": "",
        "src/shop/models.py": "class Order:\n    pass\n",
        "src/shop/views.py": "from .models import Order\nfrom . import tax\nimport shop.tax as t\nimport django.db\n",
        "src/shop/tax.py": "def vat():\n    return 1\n",
        "manage.py": "from shop import views\n",
    }
    assert set(edges(files, knowledge)) == {("shop.views", "shop.models"), ("shop.views", "shop.tax"), ("manage", "shop.views")}
    externals = [unit.id for unit in graph(files, knowledge).units if unit.kind == "external"]
    assert externals == ["external:django"]


def test_python_modules_called_alike_keep_their_folders(knowledge: Knowledge) -> None:
    files = {
        "pricing/app/main.py": "from app import rates\n",
        "pricing/app/rates.py": "x = 1\n",
        "billing/app/main.py": "from app import rates\n",
        "billing/app/rates.py": "x = 1\n",
    }
    assert set(edges(files, knowledge)) == {
        ("billing.app.main", "billing.app.rates"),
        ("pricing.app.main", "pricing.app.rates"),
    }


def test_typescript_files_indexes_aliases_and_workspaces(knowledge: Knowledge) -> None:
    files = {
        "package.json": '{"name": "root", "workspaces": ["packages/*"]}',
        "packages/ui/package.json": '{"name": "@acme/ui"}',
        "packages/ui/src/index.ts": "export * from './button';\n",
        "packages/ui/src/button.ts": "export const Button = 1;\n",
        "web/src/page.tsx": "import { Button } from '@acme/ui';\nimport * as api from './api';\nimport x from '@/store/cart';\nimport React from 'react';\n",
        "web/src/api/index.ts": "export {};\n",
        "web/src/store/cart.ts": "const a = require('../api/index.js');\n",
    }
    assert set(edges(files, knowledge)) == {
        ("packages/ui/src/index.ts", "packages/ui/src/button.ts"),
        ("web/src/page.tsx", "packages/ui/src/index.ts"),
        ("web/src/page.tsx", "web/src/api/index.ts"),
        ("web/src/page.tsx", "web/src/store/cart.ts"),
        ("web/src/store/cart.ts", "web/src/api/index.ts"),
    }


def test_csharp_usings_enclosing_namespaces_and_partial_classes(knowledge: Knowledge) -> None:
    files = {
        "Core/Order.cs": "namespace Acme.Orders.Core\n{\n  public partial class Order { public Money Total; }\n}\n",
        "Core/Order.Rules.cs": "namespace Acme.Orders.Core\n{\n  public partial class Order { Clock c; }\n}\n",
        "Core/Money.cs": "namespace Acme.Orders.Core\n{\n  public struct Money {}\n}\n",
        "Core/Clock.cs": "namespace Acme.Orders\n{\n  public class Clock {}\n}\n",
        "Web/Page.cs": "using Acme.Orders.Core;\nusing System.Web;\nnamespace Acme.Web\n{\n  public class Page { Order o = new Order(); }\n}\n",
    }
    assert edges(files, knowledge) == {
        ("Acme.Orders.Core.Order", "Acme.Orders.Core.Money"): {"type": 1},
        ("Acme.Orders.Core.Order", "Acme.Orders.Clock"): {"type": 1},
        ("Acme.Web.Page", "Acme.Orders.Core.Order"): {"new": 1, "type": 1},
    }


def test_tests_and_vendored_code_are_no_units(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/a/A.java": "package a;\nclass A {}\n",
        "src/test/java/a/ATest.java": "package a;\nclass ATest { A a; }\n",
    }
    assert [unit.id for unit in graph(files, knowledge).units] == ["a.A"]


def test_tables_have_readers_writers_and_keys(knowledge: Knowledge) -> None:
    files = {
        "db/schema.sql": (
            "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT REFERENCES customers(id));\n"
            "CREATE TABLE customers (id INT PRIMARY KEY);\n"
        ),
        "lib/OrderDao.php": (
            "<?php\nclass OrderDao {\n  function all($db) { return $db->query('SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id'); }\n"
            '  function add($db) { $db->exec("INSERT INTO orders (id) VALUES (1)"); }\n}\n'
        ),
    }
    found = graph(files, knowledge)
    assert [(t.name, t.references, [(e.path, e.line) for e in t.defined]) for t in found.tables] == [
        ("customers", (), [("db/schema.sql", 2)]),
        ("orders", ("customers",), [("db/schema.sql", 1)]),
    ]
    assert [(t.name, [(e.path, e.line) for e in t.keys]) for t in found.tables] == [
        ("customers", []),
        ("orders", [("db/schema.sql", 1)]),
    ]
    assert [(join.tables, join.evidence.path, join.evidence.line) for join in found.joins] == [
        (("customers", "orders"), "lib/OrderDao.php", 3)
    ]
    assert [(a.table, a.unit, a.access, [e.line for e in a.evidence]) for a in found.accesses] == [
        ("customers", "OrderDao", "R", [3]),
        ("orders", "OrderDao", "RW", [4, 3]),
    ]


def test_an_edge_knows_its_calls_apart_from_other_uses_and_the_call_in_a_loop_where_a_method_has_several(
    knowledge: Knowledge,
) -> None:
    files = {
        "a/Cart.java": (
            "package a;\nclass Cart {\n  b.Stock stock;\n  void one() { stock.take(); }\n  void many() {\n    stock.take();\n"
            "    for (int i = 0; i < 3; i++) {\n      stock.take();\n    }\n    for (Object each : stock.all()) { b.Stock.class.getName(); }\n  }\n}\n"
        ),
        "b/Stock.java": "package b;\npublic class Stock { public void take() {} }\n",
    }
    found = [edge for edge in graph(files, knowledge).dependencies if (edge.source, edge.target) == ("a.Cart", "b.Stock")]
    assert [(edge.line, dict(edge.kinds)["call"], edge.calls, edge.in_loop, edge.loops) for edge in found] == [
        (3, 4, (4, 8, 10), 1, (8,))
    ]
