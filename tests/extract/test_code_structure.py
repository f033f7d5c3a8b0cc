"""Snippet -> declarations and references in full, one snippet per language.

A line of what is expected is `line: kind name : type` for a declaration, `line: kind target in source xcount loop` for a reference.
"""

from functools import cache
from pathlib import Path

import pytest
from ast_grep_py import SgRoot

from assessor.domain.facts import Declaration, Reference
from assessor.domain.language import Language
from assessor.extract import structure
from assessor.extract.islands import only_code
from assessor.knowledge.load import read_rule

LANGUAGES = Path(__file__).resolve().parents[2] / "rules" / "languages"


@cache
def language(name: str) -> Language:
    path = LANGUAGES / f"{name}.yml"
    read: Language = read_rule(path.read_bytes(), Language, str(path))
    return read


def outline(name: str, text: str) -> structure.Outline:
    spoken = language(name)
    code = only_code(text, spoken) if spoken.islands else text
    return structure.read(SgRoot(code, spoken.grammar).root(), spoken)


def shown(found: structure.Outline) -> list[str]:
    lines = [f"namespace {found.namespace}"] if found.namespace else []
    lines += [_declared(each) for each in sorted(found.declarations, key=lambda each: (each.line, each.name))]
    order = sorted(found.references, key=lambda each: (each.line, each.kind, each.target, each.source))
    return lines + [_referred(each) for each in order]


def _declared(each: Declaration) -> str:
    kind = f"abstract {each.kind}" if each.abstract else each.kind
    return f"{each.line}: {kind} {each.name}" + (f" : {each.type}" if each.type else "")


def _referred(each: Reference) -> str:
    return (
        f"{each.line}: {each.kind} {each.target}"
        + (f" in {each.source}" if each.source else "")
        + (f" x{each.count}" if each.count > 1 else "")
        + (" loop" if each.in_loop else "")
    )


EXAMPLES = {
    "java": (
        r"""
package com.acme;
import java.util.concurrent.*;
import static com.acme.Money.round;
import com.acme.db.Repository;

@Entity
public abstract class Order<T> extends Base<T> implements Payable, com.acme.Sendable {
    @Inject private Repository<Order> orders = new Repository<>();
    public Order(Clock clock) { this.clock = clock; }
    @Transactional
    public Receipt pay(Card card) {
        for (Line line : lines) {
            line.ship();
            orders.save(line);
            this.late.go();
        }
        Audit audit = new Audit();
        audit.write(Level.HIGH);
        round(card);
        return (Receipt) Mapper.map(card);
    }
    Late late;
    enum State { OPEN }
    interface Listener extends Runnable { void changed(State state); }
}
""",
        """
namespace com.acme
6: abstract class com.acme.Order
8: field com.acme.Order.orders : Repository<Order>
9: method com.acme.Order.Order
10: method com.acme.Order.pay : Receipt
22: field com.acme.Order.late : Late
23: enum com.acme.Order.State
24: abstract interface com.acme.Order.Listener
24: method com.acme.Order.Listener.changed : void
2: import java.util.concurrent.*
3: import static com.acme.Money.round
4: import com.acme.db.Repository
6: annotation Entity in com.acme.Order
6: extends Base in com.acme.Order
6: implements Payable in com.acme.Order
6: implements com.acme.Sendable in com.acme.Order
8: annotation Inject in com.acme.Order
8: new Repository in com.acme.Order
8: type Order in com.acme.Order
8: type Repository in com.acme.Order
9: type Clock in com.acme.Order.Order
10: annotation Transactional in com.acme.Order.pay
10: type Receipt in com.acme.Order.pay x2
11: type Card in com.acme.Order.pay
12: type Line in com.acme.Order.pay
13: call Line.ship in com.acme.Order.pay loop
14: call Repository.save in com.acme.Order.pay loop
15: call Late.go in com.acme.Order.pay loop
17: new Audit in com.acme.Order.pay
17: type Audit in com.acme.Order.pay
18: call Audit.write in com.acme.Order.pay
18: type Level in com.acme.Order.pay
19: call round in com.acme.Order.pay
20: call Mapper.map in com.acme.Order.pay
22: type Late in com.acme.Order
24: extends Runnable in com.acme.Order.Listener
24: type State in com.acme.Order.Listener.changed
""",
    ),
    "php": (
        r"""
<html><b class='it''s'><?= $title ?></b>
<?php
namespace Acme\Shop;
use Acme\Db\Repo; use Acme\Log as L; use function Acme\f; use Acme\Mail\{Sender, Box as Post};
abstract class Order extends Base implements Payable, \Countable {
  use Timestamps;
  private Repo $repo;
  public function __construct(private Card $card) { $this->mailer = new Sender(); }
  public function pay(Line $first): ?Receipt {
    foreach ($this->lines as $line) { $this->repo->save($line); $first->ship(); L::write('x'); parent::pay(); }
    $this->mailer->send();
    $this->card->charge();
    include_once dirname(__FILE__) . '/a.php';
    require __DIR__ . "/../b.php";
    require ROOT . '/c.php';
  }
}
function top(Order $o): Receipt { return $o->pay(); }
define('LIB', dirname(dirname(__FILE__)) . '/lib');
require LIB . '/d.php';
if ($x): ?> <hr> <?php helper(); endif;
""",
        """
namespace Acme\\Shop
5: abstract class Acme\\Shop\\Order
7: field Acme\\Shop\\Order.repo : Repo
8: method Acme\\Shop\\Order.__construct
8: field Acme\\Shop\\Order.card : Card
9: method Acme\\Shop\\Order.pay : ?Receipt
18: function Acme\\Shop\\top : Receipt
4: import Acme\\Db\\Repo
4: import Acme\\Log as L
4: import Acme\\Mail\\Box as Post
4: import Acme\\Mail\\Sender
4: import function Acme\\f
5: extends Base in Acme\\Shop\\Order
5: implements Payable in Acme\\Shop\\Order
5: implements \\Countable in Acme\\Shop\\Order
6: extends Timestamps in Acme\\Shop\\Order
7: type Repo in Acme\\Shop\\Order
8: new Sender in Acme\\Shop\\Order.__construct
8: type Card in Acme\\Shop\\Order.__construct
9: type Line in Acme\\Shop\\Order.pay
9: type Receipt in Acme\\Shop\\Order.pay
10: call L.write in Acme\\Shop\\Order.pay loop
10: call Line.ship in Acme\\Shop\\Order.pay loop
10: call Repo.save in Acme\\Shop\\Order.pay loop
10: call super.pay in Acme\\Shop\\Order.pay loop
11: call Sender.send in Acme\\Shop\\Order.pay
12: call Card.charge in Acme\\Shop\\Order.pay
13: include ./a.php in Acme\\Shop\\Order.pay
14: include ../b.php in Acme\\Shop\\Order.pay
15: include {ROOT}/c.php in Acme\\Shop\\Order.pay
18: call Order.pay in Acme\\Shop\\top
18: type Order in Acme\\Shop\\top
18: type Receipt in Acme\\Shop\\top
20: include ../lib/d.php
21: call helper
""",
    ),
    "python": (
        r"""
import os.path as p, json
from .models import Order as O, Line
from ..money import *
from . import views

@app.route("/pay")
def pay(order: Order, card: "Card" = None) -> Receipt:
    for line in order.lines:
        order.save(line)
        views.show()
    audit = Audit()
    audit.write()

class Service(Base, mixins.Timed):
    limit: int = 1
    def __init__(self, repo: Optional[Repo]):
        self.repo = repo
        self.mailer = Mailer()
    def run(self):
        self.mailer.send()
        super().run()
        return [x.total() for x in self.all()]
""",
        """
7: function pay : Receipt
14: class Service
15: field Service.limit : int
16: method Service.__init__
19: method Service.run
1: import json
1: import os.path as p
2: import .models.Line
2: import .models.Order as O
3: import ..money.*
4: import .views
6: annotation app.route in pay
7: type Card in pay
7: type Order in pay
7: type Receipt in pay
9: call Order.save in pay loop
10: call views.show in pay loop
11: new Audit in pay
12: call Audit.write in pay
14: extends Base in Service
14: extends mixins.Timed in Service
16: type Repo in Service.__init__
18: new Mailer in Service.__init__
20: call Mailer.send in Service.run
21: call super.run in Service.run
22: call this.all in Service.run
22: call x.total in Service.run loop
""",
    ),
    "typescript": (
        r"""
import def, { a as b, c } from "./m";
import * as all from "lib";
import "./effects";
export { z } from "./w";
const req = require("./r");

@Injectable()
export class Orders<T> extends Base<T> implements Payable {
  private repo: Repo;
  cache = new Cache();
  constructor(private readonly mailer: Mailer) { super(); }
  @Get("x")
  async pay(card: Card): Promise<Receipt> {
    for (const line of lines) { await this.mailer.send(line); this.repo.save(line); }
    const audit: Audit = make();
    audit.write();
    this.cache.clear();
    items.forEach((item) => item.ship());
    return card.charge();
  }
}
interface Listener extends Runnable { changed(state: State): void }
const top = (order: Order) => order.pay();
function plain() { return top(1); }
""",
        """
8: class Orders
9: field Orders.repo : Repo
10: field Orders.cache : Cache
11: method Orders.constructor
11: field Orders.mailer : Mailer
13: method Orders.pay : Promise<Receipt>
22: abstract interface Listener
23: function top
24: function plain
1: import ./m#a as b
1: import ./m#c
1: import ./m#default as def
2: import lib#* as all
3: import ./effects
4: import ./w#z
5: import ./r as req
7: annotation Injectable in Orders
8: extends Base in Orders
8: implements Payable in Orders
9: type Repo in Orders
10: new Cache in Orders
11: type Mailer in Orders.constructor
12: annotation Get in Orders.pay
13: type Card in Orders.pay
13: type Receipt in Orders.pay
14: call Mailer.send in Orders.pay loop
14: call Repo.save in Orders.pay loop
15: call make in Orders.pay
15: type Audit in Orders.pay
16: call Audit.write in Orders.pay
17: call Cache.clear in Orders.pay
18: call item.ship in Orders.pay loop
18: call items.forEach in Orders.pay
19: call Card.charge in Orders.pay
22: extends Runnable in Listener
22: type State in Listener
23: call Order.pay in top
23: type Order in top
24: call top in plain
""",
    ),
    "csharp": (
        r"""
using System.Data;
using S = Acme.Money;
using static Acme.Math;
namespace Acme.Shop
{
    [Table("Orders")]
    public abstract class Order<T> : Base<T>, IPayable
    {
        private readonly Repo<Order> repo = new Repo<Order>();
        public Customer Customer { get; set; }
        public Order(Clock clock) : base(clock) { }
        [HttpGet]
        public async Task<Receipt> Pay(Card card)
        {
            foreach (var line in lines) { repo.Save(line); this.Customer.Charge(); Mapper.Map(line); }
            var audit = new Audit();
            audit.Write();
            return (Receipt)card.Charge(typeof(Level));
        }
    }
    interface IListener : IRunnable { }
    record Line(Product Product, int Count);
}
""",
        """
namespace Acme.Shop
6: abstract class Acme.Shop.Order
9: field Acme.Shop.Order.repo : Repo<Order>
10: field Acme.Shop.Order.Customer : Customer
11: method Acme.Shop.Order.Order
12: method Acme.Shop.Order.Pay : Task<Receipt>
21: abstract interface Acme.Shop.IListener
22: record Acme.Shop.Line
1: import System.Data.*
2: import Acme.Money as S
3: import static Acme.Math
6: annotation Table in Acme.Shop.Order
6: extends Base in Acme.Shop.Order
6: implements IPayable in Acme.Shop.Order
9: new Repo in Acme.Shop.Order
9: type Order in Acme.Shop.Order x2
9: type Repo in Acme.Shop.Order
10: type Customer in Acme.Shop.Order
11: call super.super in Acme.Shop.Order.Order
11: type Clock in Acme.Shop.Order.Order
12: annotation HttpGet in Acme.Shop.Order.Pay
12: type Receipt in Acme.Shop.Order.Pay x2
13: type Card in Acme.Shop.Order.Pay
15: call Customer.Charge in Acme.Shop.Order.Pay loop
15: call Mapper.Map in Acme.Shop.Order.Pay loop
15: call Repo.Save in Acme.Shop.Order.Pay loop
15: query Order.Save in Acme.Shop.Order.Pay loop
15: type Mapper in Acme.Shop.Order.Pay loop
16: new Audit in Acme.Shop.Order.Pay
17: call Audit.Write in Acme.Shop.Order.Pay
18: call Card.Charge in Acme.Shop.Order.Pay
18: type Level in Acme.Shop.Order.Pay
21: extends IRunnable in Acme.Shop.IListener
22: type Product in Acme.Shop.Line
""",
    ),
    "kotlin": (
        r"""
package com.acme
import a.b.C
import a.b.*
import a.D as E
@Entity class Order(val a: Foo, b: Bar) : Base(b), I {
  @Inject lateinit var repo: Repo
  val x = Repo()
  fun go(i: Item): Res { for (k in l) { repo.save(k); this.repo.x(); Util.go(); a.q(); i.z() }; val z = Baz(); z.run() }
}
interface I : J { fun m(): Unit }
object Single {}
enum class E { A }
fun top(a: A) = a.x()
""",
        """
namespace com.acme
5: class com.acme.Order
5: field com.acme.Order.a : Foo
6: field com.acme.Order.repo : Repo
7: field com.acme.Order.x : Repo
8: method com.acme.Order.go : Res
10: interface com.acme.I
10: method com.acme.I.m : Unit
11: class com.acme.Single
12: enum com.acme.E
12: field com.acme.E.A
13: function com.acme.top : A.x()
2: import a.b.C
3: import a.b.*
4: import a.D as E
5: annotation Entity in com.acme.Order
5: extends Base in com.acme.Order
5: implements I in com.acme.Order
5: type Bar in com.acme.Order
5: type Foo in com.acme.Order
6: annotation Inject in com.acme.Order
6: type Repo in com.acme.Order
7: new Repo in com.acme.Order
8: call Baz.run in com.acme.Order.go
8: call Foo.q in com.acme.Order.go loop
8: call Item.z in com.acme.Order.go loop
8: call Repo.save in com.acme.Order.go loop
8: call Repo.x in com.acme.Order.go loop
8: call Util.go in com.acme.Order.go loop
8: new Baz in com.acme.Order.go
8: type Item in com.acme.Order.go
8: type Res in com.acme.Order.go
8: type Util in com.acme.Order.go loop
10: implements J in com.acme.I
13: call A.x in com.acme.top
""",
    ),
    "ruby": (
        r"""
require 'a'
require_relative 'b'
module Acme
class Order < ApplicationRecord
  include Mod
  belongs_to :user
  def go(a)
    @repo = Repo.new
    l.each do |x| x.save; @repo.x(x); Order.find(1) end
    while true; foo(1) end
  end
  def self.run; end
end
end
class Admin::UsersController < Admin::Base
end
""",
        """
3: module Acme
4: class Acme.Order
7: method Acme.Order.go
12: method Acme.Order.run
15: class Admin::UsersController
1: import a
2: include b
4: extends ApplicationRecord in Acme.Order
5: extends Mod in Acme.Order
5: type Mod in Acme.Order
6: call belongs_to in Acme.Order
8: new Repo in Acme.Order.go
8: type Repo.new in Acme.Order.go
9: call Order.find in Acme.Order.go loop
9: call Repo.x in Acme.Order.go loop
9: call l.each in Acme.Order.go
9: call x.save in Acme.Order.go loop
9: query l[].save in Acme.Order.go loop
10: call foo in Acme.Order.go loop
15: extends Admin::Base in Admin::UsersController
15: type Admin in Admin::UsersController x2
""",
    ),
    "go": (
        r"""
package shop
import ("fmt"; x "github.com/a/b"; . "c"; _ "d")
type Order struct { Repo; a *Foo; b []Bar `json:"x"` }
type I interface { J; M(a A) B }
func (o *Order) Go(i *Item) (Res, error) { for _, x := range l { o.a.Save(x); i.X() }; z := &Baz{}; z.Run(); var y Bar; y.X() }
func Top(a A) { fmt.Println("x") }
""",
        """
namespace shop
3: struct shop.Order
3: field shop.Order.a : *Foo
3: field shop.Order.b : []Bar
4: struct shop.I
5: method shop.Order.Go : (Res, error)
6: function shop.Top
2: import c as .
2: import d as _
2: import fmt
2: import github.com/a/b as x
3: type Bar in shop.Order
3: type Foo in shop.Order
3: type Repo in shop.Order
5: call Bar.X in shop.Order.Go
5: call Baz.Run in shop.Order.Go
5: call Item.X in shop.Order.Go loop
5: call Order.a.Save in shop.Order.Go loop
5: new Baz in shop.Order.Go
5: type Bar in shop.Order.Go
5: type Item in shop.Order.Go
5: type Order in shop.Order.Go
5: type Res in shop.Order.Go x2
6: call fmt.Println in shop.Top
""",
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_reads_the_structure(name: str) -> None:
    text, expected = EXAMPLES[name]
    assert shown(outline(name, text.strip("\n"))) == expected.strip("\n").split("\n")


def test_a_broken_file_gives_what_can_be_seen() -> None:
    found = outline("java", "package a; class A { void f( { b.c(); } class B extends C { }")
    assert found.namespace == "a"
    assert "a.A" in {each.name for each in found.declarations}


def test_decorators_belong_to_what_stands_below_them() -> None:
    text = "@route('/a')\ndef first(): pass\n"
    found = outline("python", text)
    assert found.owner(text.index("route")) == "first"
    assert found.owner(text.index("pass")) == "first"


def test_annotations_inside_an_annotation_wait_for_nothing_below() -> None:
    text = '@MessageDriven(activationConfig = { @Property(name = "a") })\nclass A {\n  @Inject Log log;\n  void on() {}\n}\n'
    found = outline("java", text)
    assert found.owner(text.index("@Inject")) == "A"
    assert found.owner(text.index("void")) == "A.on"


def test_a_local_variable_is_no_field_and_hides_one() -> None:
    found = outline("java", "class A { Repo x; void f() { Cache x = g(); x.get(); } void h() { x.save(); } }")
    calls = [each.target for each in found.references if each.kind == "call" and "." in each.target]
    assert calls == ["Cache.get", "Repo.save"]


def test_a_list_of_orders_is_a_list() -> None:
    found = outline("java", "class A { List<Order> orders; Map<Key, Order> m; void f() { orders.add(1); } }")
    assert "Order.add" not in {each.target for each in found.references}


def test_structure_does_not_depend_on_the_order_of_files() -> None:
    first = shown(outline("php", EXAMPLES["php"][0]))
    outline("java", EXAMPLES["java"][0])
    assert shown(outline("php", EXAMPLES["php"][0])) == first


@pytest.mark.parametrize(
    ("name", "text", "asked"),
    [
        ("python", "def f():\n    for o in Order.objects.filter(a=1):\n        o.delete()", {"Order.objects.filter()[].delete"}),
        ("python", "def f(a):\n    [o.save() for o in a.orders.all()]", {"a.orders.all()[].save"}),
        ("python", "def f():\n    all = Order.query.all()\n    for o in all: o.lines.first()", {"Order.query.all()[].lines.first"}),
        ("python", "def f(a):\n    for o in a: o.delete()\n    for o in Order.query.all(): o.total()", {"a[].delete"}),
        ("php", "<?php function f() { foreach (Order::all() as $k => $o) { $o->save(); } }", {"Order.all()[].save"}),
        ("php", "<?php function f() { Order::where(1)->each(function ($o) { $o->delete(); }); }", {"Order.where()[].delete"}),
        ("php", "<?php function f($s) { $s->orders()->get()->map(fn ($o) => $o->delete()); }", {"s.orders().get()[].delete"}),
        ("ruby", "def f\n Order.paid.find_each do |o| o.destroy! end\nend", {"Order.paid()[].destroy"}),
        (
            "ruby",
            "def f\n @shop.orders.map { it.save }\n Order.paid.each(&:destroy)\nend",
            {"this.shop.orders()[].save", "Order.paid()[].destroy"},
        ),
        ("ruby", "def f\n for o in Order.all do o.save end\n [1].tap { |o| o.save }\nend", {"Order.all()[].save"}),
        (
            "typescript",
            "async function f() { for (const o of await Order.findAll()) { await o.destroy(); } }",
            {"Order.findAll()[].destroy"},
        ),
        ("typescript", "function f(s) { s.orders.findAll().map(async (o) => o.save()); }", {"s.orders.findAll()[].save"}),
        ("javascript", "function f() { Order.findAll().forEach(o => o.save()); }", {"Order.findAll()[].save"}),
    ],
)
def test_loops_and_functions_that_are_handed_over_get_one_of_what_an_expression_holds(
    name: str, text: str, asked: set[str]
) -> None:
    found = {each.target for each in outline(name, text).references if each.kind == "query" and "[]" in each.target}
    assert found == asked


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("java", "class K {\n void f(A a) {\n  for (X x : a.all()) {\n   a.save(x);\n  }\n  while (a.next()) { }\n }\n}\n"),
        ("kotlin", "class K {\n fun f(a: A) {\n  for (x in a.all()) {\n   a.save(x)\n  }\n  while (a.next()) { }\n }\n}\n"),
        ("python", "def f(a):\n\n    for x in a.all():\n        a.save(x)\n\n    while a.next(): pass\n"),
        (
            "php",
            "<?php\nclass Z { function f(A $a) {\n foreach ($a->all() as $x) {\n $a->save();\n }\n for (; $a->next(); ) { }\n} }\n",
        ),
        ("typescript", "function f(a: A) {\n\n for (const x of a.all()) {\n  a.save(x)\n }\n while (a.next()) { }\n}\n"),
        ("ruby", "class K\n def f(a)\n  for x in a.all\n   a.save(x)\n  end\n  a.more while a.next\n end\nend\n"),
    ],
)
def test_what_a_loop_goes_through_is_asked_for_once(name: str, text: str) -> None:
    calls = [each for each in outline(name, text).references if each.kind == "call"]
    assert {(each.target.rpartition(".")[2], each.line, each.in_loop) for each in calls} >= {("all", 3, False), ("save", 4, True)}
    assert all(each.in_loop for each in calls if each.target.endswith(".next") and name != "ruby")


def test_a_call_with_type_arguments_behind_await() -> None:
    text = "async function f() {\n  const r = await api.post<Page>('/x');\n  await load<Page>();\n}\n"
    calls = [line for line in shown(outline("typescript", text)) if " call " in line]
    assert calls == ["2: call api.post in f", "3: call load in f"]
