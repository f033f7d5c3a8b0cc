"""What a name means, beyond the plain cases: duplicates, members, constants, packages, shared imports."""

import pytest

from assessor.domain.knowledge import Knowledge
from assessor.graph.resolve import local_name
from tests.reading import edges, graph


def test_the_same_class_in_two_modules_is_two_units_and_the_nearest_is_meant(knowledge: Knowledge) -> None:
    order = "package com.acme;\npublic class Order {}\n"
    files = {
        "billing/src/main/java/com/acme/Order.java": order,
        "billing/src/main/java/com/acme/Bill.java": "package com.acme;\nclass Bill { Order order; }\n",
        "shipping/src/main/java/com/acme/Order.java": order,
        "shipping/src/main/java/com/acme/Parcel.java": "package com.acme;\nclass Parcel { Order order; }\n",
    }
    assert edges(files, knowledge) == {
        ("com.acme.Bill", "billing:com.acme.Order"): {"type": 1},
        ("com.acme.Parcel", "shipping:com.acme.Order"): {"type": 1},
    }


def test_names_mean_nothing_of_another_language_unless_it_is_of_the_same_family(knowledge: Knowledge) -> None:
    files = {
        "shop/index.php": "<?php\nnamespace Shop;\nclass Desk { function open(Money $m) { return clean('x'); } }\n",
        "shop/Money.cs": "namespace Shop { public class Money {} }\n",
        "web/clean.js": "export function clean(text) { return text; }\n",
        "src/main/java/shop/Order.java": "package shop;\npublic class Order {}\n",
        "src/main/kotlin/shop/Basket.kt": "package shop\nclass Basket { fun add(order: Order) {} }\n",
    }
    assert edges(files, knowledge) == {("shop.Basket", "shop.Order"): {"type": 1}}


def test_kotlin_names_in_extensions_objects_companions_and_indexes(knowledge: Knowledge) -> None:
    files = {
        "a/Types.kt": (
            "package a\nopen class Base\nclass Job\nclass Id\nclass Name\ninterface Key<T>\nclass Box<T>\nopen class Store<T>\n"
        ),
        "a/Held.kt": "package a\nobject Held : Base() { fun look(b: Box<Name>) = 1 }\n",
        "a/Use.kt": (
            "package a\nclass Use(context: Map<String, String>) : Store<Id>() {\n  companion object : Key<Name>\n"
            "  fun Base.extend() { val job = context[Job]; other[name] }\n}\n"
        ),
    }
    assert set(edges(files, knowledge)) == {
        ("a.Held", "a.Base"),
        ("a.Held", "a.Box"),
        ("a.Held", "a.Name"),
        ("a.Use", "a.Base"),
        ("a.Use", "a.Id"),
        ("a.Use", "a.Job"),
        ("a.Use", "a.Key"),
        ("a.Use", "a.Name"),
        ("a.Use", "a.Store"),
    }


def test_calls_are_followed_through_declared_and_inherited_members(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/a/Customer.java": "package a;\npublic class Customer { public String name() { return null; } }\n",
        "src/main/java/a/Base.java": "package a;\npublic class Base { protected Customer owner() { return null; } Money worth; }\n",
        "src/main/java/a/Money.java": "package a;\npublic class Money { void add(int by) {} }\n",
        "src/main/java/a/Order.java": "package a;\npublic class Order extends Base {}\n",
        "src/main/java/b/Desk.java": (
            "package b;\nimport a.Order;\nclass Desk extends a.Base {\n  void look(Order order) { order.owner(); }\n"
            "  void own() { owner(); worth.add(1); }\n}\n"
        ),
    }
    assert edges(files, knowledge) == {
        ("a.Base", "a.Customer"): {"type": 1},
        ("a.Base", "a.Money"): {"type": 1},
        ("a.Order", "a.Base"): {"extends": 1},
        ("b.Desk", "a.Base"): {"extends": 1},
        ("b.Desk", "a.Customer"): {"signature": 2},
        ("b.Desk", "a.Money"): {"call": 1, "signature": 1},
        ("b.Desk", "a.Order"): {"call": 1, "type": 1},
    }


def test_java_members_imported_by_name_and_nested_types_inherited(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/a/Texts.java": "package a;\npublic class Texts { public static String clean(String s) { return s; } }\n",
        "src/main/java/a/Base.java": "package a;\npublic class Base { public static class Kind {} }\n",
        "src/main/java/b/Kind.java": "package b;\npublic class Kind {}\n",
        "src/main/java/b/Page.java": (
            'package b;\nimport static a.Texts.clean;\nimport a.Base;\nclass Page extends Base { Kind kind; String x = clean(""); }\n'
        ),
    }
    assert edges(files, knowledge) == {
        ("b.Page", "a.Base"): {"extends": 1, "type": 1},
        ("b.Page", "a.Texts"): {"call": 1},
    }


def test_csharp_global_and_static_usings_hold_for_their_project(knowledge: Knowledge) -> None:
    files = {
        "Shop/Shop.csproj": '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
        "Shop/Usings.cs": "global using Acme.Core;\n",
        "Shop/Page.cs": "using static Acme.Core.Rates;\nnamespace Acme.Shop;\nclass Page { Order order; int x = Vat(); }\n",
        "Core/Core.csproj": '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
        "Core/Order.cs": "namespace Acme.Core;\npublic class Order {}\n",
        "Core/Rates.cs": "namespace Acme.Core;\npublic static class Rates { public static int Vat() => 1; }\n",
        "Other/Other.csproj": '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
        "Other/Page.cs": "namespace Acme.Other;\nclass Page { Order order; }\n",
    }
    found = edges(files, knowledge)
    assert found["Acme.Shop.Page", "Acme.Core.Order"] == {"type": 1}
    assert found["Acme.Shop.Page", "Acme.Core.Rates"] == {"call": 1}
    assert ("Acme.Other.Page", "Acme.Core.Order") not in found


def test_csharp_members_are_followed_through_properties_elements_and_inferred_types(knowledge: Knowledge) -> None:
    files = {
        "Shop/Models.cs": (
            "namespace Acme;\npublic class Money { public int Cents; }\npublic class Line { public Money Price { get; set; } }\n"
            "public class Base { public Money Total { get; set; } }\n"
            "public class Order : Base { public List<Line> Lines { get; set; } public Task<Line> Best() { return null; } }\n"
        ),
        "Shop/Desk.cs": (
            "namespace Acme.Web;\nclass Desk {\n  void Elements(Order order) { var cents = order.Lines[0].Price.Cents; }\n}\n"
            "class Inherited { void F(Order order) { Use(order.Total); } }\n"
            "class Inferred { async void F(Order order) { var best = await order.Best(); best.Price.ToString(); } }\n"
            "class Each { void F(Order order) { foreach (var line in order.Lines) { line.Clear(); } } }\n"
            "class Unknown { void F(Order order) { var other = order.Nothing(); other.Price.ToString(); } }\n"
        ),
    }
    found = edges(files, knowledge)
    seen = {
        name: sorted(target.removeprefix("Acme.") for source, target in found if source == f"Acme.Web.{name}")
        for name in ("Desk", "Inherited", "Inferred", "Each", "Unknown")
    }
    assert seen == {
        "Desk": ["Line", "Money", "Order"],
        "Inherited": ["Base", "Money", "Order"],
        "Inferred": ["Line", "Money", "Order"],
        "Each": ["Line", "Order"],
        "Unknown": ["Order"],
    }


def test_csharp_methods_that_are_added_to_other_types(knowledge: Knowledge) -> None:
    files = {
        "Shop/Texts.cs": "namespace Acme.Tools;\npublic static class Texts { public static string Fill(this string text, int by) => text; }\n",
        "Shop/Orders.cs": (
            "namespace Acme.Tools;\npublic class Order { public void Own() {} }\n"
            "public static class Orders { public static void Pay(this Order order) {} public static void Own(this Order order) {} }\n"
        ),
        "Shop/Seen.cs": (
            "using Acme.Tools;\nnamespace Shop;\nclass Seen { void F(Order order, string s) { order.Pay(); s.Fill(1); } }\n"
            'class Literal { void F() { "{0}".Fill(1); } }\nclass Instance { void F(Order order) { order.Own(); } }\n'
            "class Foreign { void F(List<int> list) { list.Fill(1); } }\n"
        ),
        "Shop/Unseen.cs": 'namespace Shop;\nclass Unseen { void F() { "{0}".Fill(1); } }\n',
    }
    assert edges(files, knowledge) == {
        ("Acme.Tools.Orders", "Acme.Tools.Order"): {"type": 2},
        ("Shop.Instance", "Acme.Tools.Order"): {"call": 1, "type": 1},
        ("Shop.Literal", "Acme.Tools.Texts"): {"call": 1},
        ("Shop.Seen", "Acme.Tools.Order"): {"signature": 1, "type": 1},
        ("Shop.Seen", "Acme.Tools.Orders"): {"call": 1},
        ("Shop.Seen", "Acme.Tools.Texts"): {"call": 1},
    }


def test_php_names_inside_a_namespace_are_its_own(knowledge: Knowledge) -> None:
    files = {
        "lib/Log.php": "<?php\nclass Log { static function write() {} }\n",
        "src/Cart.php": "<?php\nnamespace Acme;\nclass Cart { function f($x) { \\Log::write(); $x instanceof \\Acme\\ITEM; new Log(); } }\n",
        "src/Item.php": "<?php\nnamespace Acme;\nclass Item {}\n",
    }
    assert edges(files, knowledge) == {
        ("Acme\\Cart", "Log"): {"call": 1},
        ("Acme\\Cart", "Acme\\Item"): {"type": 1},
    }


def test_ruby_constants_are_looked_up_from_the_inside_out(knowledge: Knowledge) -> None:
    files = {
        "app/models/order.rb": (
            "class Order < ApplicationRecord\n  include Searchable\n  def total\n    Admin::Report.build(self)\n    x = [Line]\n"
            "  rescue Billing::Error\n    x\n  end\nend\n"
        ),
        "app/models/line.rb": "class Line\n  def x\n    Order::LIMIT\n  end\nend\n",
        "app/models/concerns/searchable.rb": "module Searchable\n  def look; end\nend\n",
        "app/reports/admin/report.rb": "module Admin\n  class Report\n    def self.build(of)\n      Helper.new\n    end\n  end\nend\n",
        "app/reports/admin/helper.rb": "class Admin::Helper\nend\n",
        "lib/helper.rb": "class Helper\nend\n",
        "lib/billing.rb": "module Billing\n  class Error < StandardError; end\nend\n",
    }
    assert set(edges(files, knowledge)) == {
        ("Admin::Report", "Admin::Helper"),
        ("Line", "Order"),
        ("Order", "Admin::Report"),
        ("Order", "Billing::Error"),
        ("Order", "Line"),
        ("Order", "Searchable"),
    }


def test_go_packages_are_folders_below_the_module(knowledge: Knowledge) -> None:
    files = {
        "server/go.mod": "module example.org/shop/server\n\ngo 1.22\n",
        "server/main.go": (
            'package main\nimport (\n "fmt"\n "example.org/shop/server/store"\n "example.org/router"\n)\n'
            "func main() { store.Open(); fmt.Println(router.X) }\n"
        ),
        "server/store/store.go": "package store\nfunc Open() {}\n",
        "server/store/more.go": "package store\nvar X = 1\n",
    }
    assert edges(files, knowledge) == {("server", "server/store"): {"call": 1, "import": 1}}
    units = {unit.id: (unit.kind, unit.lines) for unit in graph(files, knowledge).units}
    assert units == {
        "external:example.org/router": ("external", 0),
        "external:fmt": ("external", 0),
        "server": ("package", 7),
        "server/store": ("package", 4),
    }


def test_typescript_prefixes_of_the_nearest_configuration(knowledge: Knowledge) -> None:
    files = {
        "tsconfig.base.json": '{ "compilerOptions": { "paths": { "@shop/*": ["./libs/shop/src/*"] } } }',
        "apps/web/tsconfig.json": '{ "extends": "../../tsconfig.base.json", "compilerOptions": { /* none */ } }',
        "apps/web/page.ts": "import { a } from '@shop/cart';\nimport { b } from '@shop/missing';\n",
        "libs/shop/src/cart.ts": "export const a = 1;\n",
        "tools/jsconfig.json": '{ "compilerOptions": { "baseUrl": "." } }',
        "tools/run.js": "import { x } from 'steps/first';\nimport y from 'lodash';\n",
        "tools/steps/first.js": "export const x = 1;\n",
    }
    assert set(edges(files, knowledge)) == {
        ("apps/web/page.ts", "libs/shop/src/cart.ts"),
        ("tools/run.js", "tools/steps/first.js"),
    }
    found = graph(files, knowledge)
    assert [unit.id for unit in found.units if unit.kind == "external"] == ["external:lodash"]
    assert dict(found.unresolved)["unknown-module"] == 1


def test_python_imports_of_tests_are_no_dependencies(knowledge: Knowledge) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/tests/__init__.py": "",
        "shop/tests/tools.py": "",
        "shop/models.py": "from .tests import tools\nfrom shop.tests.tools import x\n",
    }
    assert edges(files, knowledge) == {}


def test_ruby_relations_name_classes_by_symbol(knowledge: Knowledge) -> None:
    files = {
        "app/models/story.rb": "class Story < ApplicationRecord\n  has_many :comments\n  belongs_to :author, class_name: \"User\"\nend\n",
        "app/models/comment.rb": "class Comment < ApplicationRecord\n  belongs_to :story\n  belongs_to :item, polymorphic: true\nend\n",
        "app/models/user.rb": "class User < ApplicationRecord\n  has_one :nothing_here\nend\n",
    }  # fmt: skip
    assert edges(files, knowledge) == {
        ("Comment", "Story"): {"type": 1},
        ("Story", "Comment"): {"type": 1},
        ("Story", "User"): {"type": 1},
    }


def test_kotlin_functions_that_are_called_as_a_class_are_not_inside_it(knowledge: Knowledge) -> None:
    files = {
        "src/a/Job.kt": "package a\ninterface Job\nfun Job(): Job = JobImpl()\n",
        "src/a/JobImpl.kt": "package a\nclass JobImpl : Job { fun same(other: Any) = other is Job }\n",
    }
    found = edges(files, knowledge)
    assert ("a.Job", "a.JobImpl") not in found
    assert found["src/a/Job.kt", "a.JobImpl"] == {"new": 1}


def test_kotlin_values_without_a_declared_type_have_that_of_what_they_are_set_to(knowledge: Knowledge) -> None:
    files = {
        "a/Types.kt": "package a\nclass Id\nclass Order { val id = Id() }\nclass Shop { fun first() = Order() }\n",
        "a/Make.kt": "package a\nfun shop(): Shop = TODO()\nval SEALED = Order()\nprivate val round = round\n",
        "b/Use.kt": (
            "package b\nimport a.shop\nimport a.SEALED\nclass Use {\n  private val open = shop()\n  fun look() { val one = open.first(); one.id }\n"
            "  fun sealed(x: Any) = x === SEALED\n}\n"
        ),
        "b/Other.kt": "package b\nclass Other { fun look(x: Any) = x === ORDER }\n",
    }
    found = edges(files, knowledge)
    assert {target for source, target in found if source == "b.Use"} == {"a.Id", "a.Order", "a.Shop", "a/Make.kt"}
    assert found["b.Use", "a.Id"] == {"signature": 1}
    assert not any(source == "b.Other" for source, _ in found)


def test_kotlin_functions_that_are_added_to_a_type_are_found_by_its_receiver(knowledge: Knowledge) -> None:
    files = {
        "a/Types.kt": "package a\nopen class Base\nclass Order : Base()\nclass Bill\nclass Row\nclass Other\n",
        "a/Added.kt": "package a\nfun Base.bill(row: Row): Bill = TODO()\nfun Other.paid(): Row = TODO()\n",
        "b/Use.kt": "package b\nimport a.Order\nimport a.bill\nclass Use { fun look(order: Order) = order.bill(null) }\n",
        "b/Far.kt": "package b\nimport a.Order\nclass Far { fun look(order: Order) { order.bill(null); order.paid() } }\n",
    }
    found = edges(files, knowledge)
    assert {target for source, target in found if source == "b.Use"} == {"a.Base", "a.Bill", "a.Order", "a.Row", "a/Added.kt"}
    assert {target for source, target in found if source == "b.Far"} == {"a.Order"}


def test_kotlin_type_parameters_stand_for_their_bounds_and_other_names_for_their_types(knowledge: Knowledge) -> None:
    files = {
        "a/Types.kt": (
            "package a\nclass Name\nopen class Job { fun name(): Name = Name() }\nopen class Node<out J : Job>(val job: J)\nclass Plain<T>(val it: T)\n"
            "typealias Knot = Node<Job>\ntypealias Round = Round\n"
        ),
        "b/Use.kt": "package b\nimport a.Knot\nimport a.Round\nclass Use(knot: Knot, round: Round) { val name = knot.job.name() }\n",
        "b/Free.kt": "package b\nimport a.Plain\nclass Free(plain: Plain<Int>) { val name = plain.it.name() }\n",
    }
    found = edges(files, knowledge)
    assert {target for source, target in found if source == "b.Use"} == {"a.Job", "a.Name", "a.Node"}
    assert {target for source, target in found if source == "b.Free"} == {"a.Plain"}


def test_kotlin_delegates_constructors_and_properties_of_java(knowledge: Knowledge) -> None:
    files = {
        "a/Types.kt": "package a\nclass Id\nclass Row\ninterface Store { fun find(id: Id): Row }\nopen class Desk(row: Row)\n",
        "a/Order.java": "package a;\npublic class Order { public Id getId() { return null; } }\n",
        "b/Kept.kt": "package b\nimport a.Store\nclass Kept(store: Store) : Store by store\n",
        "b/Heir.kt": "package b\nimport a.Store\nabstract class Heir : Store\n",
        "b/Use.kt": "package b\nimport a.Desk\nimport a.Order\nclass Use { fun look(order: Order) { order.id; Desk(null) } }\n",
    }
    found = edges(files, knowledge)
    assert {target for source, target in found if source == "b.Kept"} == {"a.Id", "a.Row", "a.Store"}
    assert {target for source, target in found if source == "b.Heir"} == {"a.Store"}
    assert {target for source, target in found if source == "b.Use"} == {"a.Desk", "a.Id", "a.Order", "a.Row"}


def test_kotlin_members_of_a_type_that_is_imported_as_a_whole(knowledge: Knowledge) -> None:
    files = {
        "a/Way.kt": "package a\nenum class Way { SOUTH, NORTH }\n",
        "b/Use.kt": "package b\nimport a.Way.*\nclass Use { fun look(x: Any) = x == NORTH }\n",
        "b/Other.kt": "package b\nimport a.Way.*\nclass Other { fun look(x: Any) = x == EAST }\n",
    }
    assert edges(files, knowledge) == {("b.Use", "a.Way"): {"type": 1}}


def test_csharp_other_names_of_types_bring_their_type_arguments_and_base_constructors_their_parameters(
    knowledge: Knowledge,
) -> None:
    files = {
        "Types.cs": (
            "namespace A.Held { public class Row<T> {} }\nnamespace A {\n  public class Flags {}\n  public class Text {}\n  public class Free {}\n"
            "  public class Base { public Base(Flags flags) {} }\n  public class Open { public Open(Flags flags) {} public Open(Text text) {} }\n}\n"
        ),
        "Use.cs": "using A.Held;\nnamespace A {\n  using Name = Row<Flags>;\n  using Other = Row<Free>;\n  using Plain = Text;\n"
        "  class Use { Name name; Plain plain; }\n}\n",
        "Heir.cs": "namespace A {\n  class Heir : Base { Heir(object o) : base(o) {} }\n  class Next : Open { Next(object o) : base(o) {} }\n}\n",
    }  # fmt: skip
    found = edges(files, knowledge)
    assert {target for source, target in found if source == "A.Use"} == {"A.Flags", "A.Held.Row", "A.Text"}
    assert {target for source, target in found if source == "A.Heir"} == {"A.Base", "A.Flags"}
    assert {target for source, target in found if source == "A.Next"} == {"A.Open"}


def test_ruby_looks_only_in_namespaces_that_are_opened_by_themselves(knowledge: Knowledge) -> None:
    files = {
        "app/models/person.rb": "class Person\nend\n",
        "app/models/stream/person.rb": "module Stream\n  class Person\n  end\nend\n",
        "app/models/stream/aspect.rb": "class Stream::Aspect\n  def look\n    Person.new\n  end\nend\n",
        "app/models/stream/base.rb": "module Stream\n  class Base\n    KINDS = { Person => 1 }\n  end\nend\n",
    }
    assert set(edges(files, knowledge)) == {("Stream::Aspect", "Person"), ("Stream::Base", "Stream::Person")}


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("github.com/urfave/cli/v3", "cli"),
        ("gopkg.in/yaml.v3", "yaml"),
        ("./v1#Order", "Order"),
        ("app.api.v1", "v1"),
        ("lodash", "lodash"),
    ],
)
def test_the_name_that_an_import_binds(target: str, name: str) -> None:
    assert local_name(target) == name
