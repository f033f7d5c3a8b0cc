"""Which classes stand for tables, and what a unit's own text does with them."""

from pathlib import PurePosixPath

import pytest

from assessor import pipeline
from assessor.domain.architecture import Architecture
from assessor.domain.facts import FileFacts
from assessor.domain.sources import SourceFile
from assessor.extract import read
from assessor.graph.build import build

_KNOWN = pipeline.knowledge()
_LANGUAGES = {
    ".cs": "csharp",
    ".ts": "typescript",
    ".js": "javascript",
    ".go": "go",
    ".prisma": "prisma",
    ".mod": "",
    ".java": "java",
    ".php": "php",
    ".py": "python",
    ".rb": "ruby",
    ".xml": "xml",
}


def graph(**texts: str) -> Architecture:
    """The graph of files given as `path__with__folders_suffix="text"`."""
    import msgspec

    read.prepare(msgspec.msgpack.encode((_KNOWN.languages, _KNOWN.code)))
    facts: list[FileFacts] = []
    for name, text in texts.items():
        path = name.replace("__", "/")
        stem, _, suffix = path.rpartition("_")
        path = f"{stem}.{suffix}"
        language = _LANGUAGES[PurePosixPath(path).suffix]
        file = SourceFile(path, language, "source", len(text), text.count("\n") + 1, "utf-8", "")
        facts.append(read.read_text(file, text, text.encode()))
    assert not any(item.unread for item in facts)
    return build(facts, _KNOWN.languages, _KNOWN.assumptions)


def uses(architecture: Architecture) -> set[tuple[str, str, str]]:
    """(unit, table, access) of all."""
    return {(access.unit, access.table, access.access) for access in architecture.accesses}


_RAILS = {
    "app__models__user_rb": """class User < ApplicationRecord
      has_many :orders
      scope :active, -> { where(active: true) }
      def close! = update_columns(closed: true)
    end""",
    "app__models__order_rb": """class Order < ApplicationRecord
      belongs_to :buyer, class_name: "User"
    end
    class Line < ApplicationRecord
      belongs_to :order, class_name: "Order"
    end
    class RushOrder < Order
    end""",
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Order.where(paid: true).order(:at).delete_all", {("orders", "W")}),
        ("@order = Order.find(1)\n@order.destroy", {("orders", "RW")}),
        ("RushOrder.find_by(id: 1)", {("orders", "R")}),  # lies in its parent's table
        ("current_user.orders.find(params[:id])", {("orders", "R")}),
        ("order.buyer.update!(name: 1)", {("users", "W")}),
        ("User.active.each { |u| u }", {("users", "R")}),
        ("Order.where(paid: true).each { |o| o.destroy }", {("orders", "RW")}),
        ("user.orders.each(&:destroy)", {("orders", "RW")}),
        ("@mine ||= Order.find_by_code(1)\n@mine.destroy", {("orders", "RW")}),
        ("current_user.update!(name: 1)", {("users", "W")}),
        ("User.paid.order(:at).limit(1)", {("users", "R")}),  # sorts, though a line belongs to an order
        ("super_user.update!(name: 1)", set()),
        ("orders = [1]\norders.each { |it| it.label }", set()),
        ("Order.find(1).buyer.update!(name: 1)", {("orders", "R"), ("users", "W")}),
        ("Context.user.orders.where(a: 1).first", {("orders", "R")}),
        ("Order.new(1)", set()),
        ("orders = [1]\norders.map { |o| o }", set()),
        ("Orders.find(1)", set()),
    ],
)
def test_rails(body: str, found: set[tuple[str, str]]) -> None:
    own = uses(graph(**_RAILS, app__jobs__job_rb=f"class Job\n  def run\n    {body}\n  end\nend"))
    assert {(table, access) for unit, table, access in own if unit == "Job"} == found
    assert ("User", "users", "RW") in own  # its scope reads, its own method writes


@pytest.mark.parametrize(
    ("included", "found"),
    [
        (("User",), {("users", "W")}),
        (("User", "RushOrder"), set()),  # it acts on both, and nothing says on which
        ((), set()),
    ],
)
def test_what_is_mixed_into_one_entity_acts_on_its_table(included: tuple[str, ...], found: set[tuple[str, str]]) -> None:
    mixed = {
        f"app__models__more__{name.lower()}_rb": f"class {name} < ApplicationRecord\n  include Closing\nend" for name in included
    }
    concern = "module Closing\n  extend ActiveSupport::Concern\n  def close!\n    update!(closed: true)\n  end\nend"
    own = uses(graph(**_RAILS, **mixed, app__models__concerns__closing_rb=concern))
    assert {(table, access) for unit, table, access in own if unit == "Closing"} == found


_LARAVEL = {
    "app__State_php": """<?php namespace App; use App\\Models\\Order;
      class State { public function __construct(public readonly Order $old, public string $name) {} }""",
    "app__Models__Log_php": """<?php namespace App\\Models; use Illuminate\\Database\\Eloquent\\Model;
      class Log extends Model { public static function add() { $log = new self(); $log->save(); } }""",
    "app__Models__Order_php": """<?php namespace App\\Models; use Illuminate\\Database\\Eloquent\\Model;
      class Order extends Model { public function lines() { return $this->hasMany(OrderLine::class); } }""",
    "app__Model_php": """<?php namespace App; use Illuminate\\Database\\Eloquent\\Model as Eloquent;
      class Model extends Eloquent { }""",
    "app__Models__OrderLine_php": """<?php namespace App\\Models; use App\\Model;
      class OrderLine extends Model { protected $table = 'shop_lines'; }""",
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Order::query()->where('paid', 1)->orderBy('at')->delete();", {("orders", "W")}),
        ("$order = Order::find(1); $order->save();", {("orders", "RW")}),
        ("$order->lines()->where('a', 1)->first();", {("shop_lines", "R")}),
        ("$order->lines()->delete();", {("shop_lines", "W")}),
        ("$state->old->delete();", {("orders", "W")}),
        ("$state->name->delete();", set()),
        ("foreach (Order::where('a', 1)->get() as $o) { $o->delete(); }", {("orders", "RW")}),
        ("$order->lines()->each(function ($l) { $l->delete(); });", {("shop_lines", "RW")}),
        ("foreach ($list->all() as $o) { $o->delete(); }", set()),
        ("\\Order::all();", set()),  # another class of that name, outside of all namespaces
        ("\\App\\Models\\Order::all();", {("orders", "R")}),
        ("$order->getLabel(); Order::boot();", set()),
        ("$list->find(1); $session->save(); $lines->first();", set()),
    ],
)
def test_laravel(body: str, found: set[tuple[str, str]]) -> None:
    text = (
        f"<?php namespace App; use App\\Models\\Order; class Job {{ public function run(Order $order, State $state) {{ {body} }} }}"
    )
    own = uses(graph(**_LARAVEL, app__Job_php=text))
    assert {(table, access) for unit, table, access in own if unit == "App\\Job"} == found


_DJANGO = {
    "shop__models_py": """from django.db import models
class OpenManager(models.Manager):
    def open(self):
        return self.filter(paid=False)
class Image(models.Model):
    note = models.ForeignKey("Line", models.CASCADE)
class Base(models.Model):
    class Meta:
        abstract = True
class Order(Base):
    buyer = models.ForeignKey("people.Person", models.CASCADE, related_name="orders")
    note = models.JSONField()
    objects = OpenManager()
class Line(Base):
    class Meta:
        db_table = "shop_lines"
""",
    "shop__forms_py": """from django import forms
from shop.models import Order
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
class PlainForm(forms.Form):
    pass
""",
    "people__models_py": "from django.db import models\nclass Person(models.Model):\n    pass\n",
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Order.objects.filter(paid=True).delete()", {("shop_order", "W")}),
        ("Order.objects.get_or_create(id=1)", {("shop_order", "W")}),
        ("person.orders.filter(a=1).exists()", {("shop_order", "R")}),
        ("person.orders.count()", {("shop_order", "R")}),
        ("open = Order.objects\n    open.filter(a=1)", {("shop_order", "R")}),
        ("Tag.objects.filter(a=1).delete()", {("taggit_tag", "W")}),  # a library's, called as the framework would call it
        ("image.save()", set()),  # of the library's class that is called so here
        ("order.note.get('a')", set()),  # a field of its own, whatever relation has that name elsewhere
        ("person.open_orders().exists()", set()),  # a method that nothing is known of
        ("o = Order(id=1)\n    o.save()", {("shop_order", "W")}),
        ("Line.objects.all()", {("shop_lines", "R")}),
        ("User.objects.get(id=1)", {("auth_user", "R")}),
        ("order.save()", {("shop_order", "W")}),  # called after its class
        ("for o in Order.objects.filter(a=1):\n        o.save()", {("shop_order", "RW")}),
        ("for o in person.orders.all():\n        o.delete()", {("shop_order", "RW")}),
        ("form = OrderForm(person)\n    form.save()", {("shop_order", "W")}),
        ("o = OrderForm(person).save(commit=False)\n    o.save()", {("shop_order", "W")}),
        ("form = PlainForm(person)\n    form.save()", set()),
        ("order.get('a'); other.save()", set()),
        ("settings.orders.get('a')", set()),  # so does a dictionary
        ("Base.objects.all()", set()),
    ],
)
def test_django(body: str, found: set[tuple[str, str]]) -> None:
    head = (
        "from django.contrib.auth.models import User\nfrom shop.forms import OrderForm, PlainForm\n"
        "from shop.models import Base, Line, Order\nfrom taggit.models import Tag\nfrom PIL import Image\n"
    )
    own = uses(graph(**_DJANGO, shop__views_py=f"{head}def view(person):\n    {body}\n"))
    assert {(table, access) for unit, table, access in own if unit == "shop.views"} == found


_JAVA = {
    "a__Order_java": """@Entity @Table(name = "ORDERS") class Order {
      @JoinTable(name = "A_TAGS") List<Tag> tags;
      long getId() { return 1; }
    }""",
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("session.save(order);", {("ORDERS", "W")}),
        ("em.find(Order.class, 1);", {("ORDERS", "R")}),
        ('em.createQuery("select o from Order o");', {("ORDERS", "R")}),
        ('session.createQuery("delete from Order where id = 1").executeUpdate();', {("ORDERS", "W")}),
        ("order.getId(); order.setId(2);", set()),
        ("list.remove(order); map.get(order);", set()),
    ],
)
def test_jpa(body: str, found: set[tuple[str, str]]) -> None:
    own = uses(graph(**_JAVA, a__Job_java=f"class Job {{ EntityManager em; void run(Order order) {{ {body} }} }}"))
    assert {(table, access) for unit, table, access in own if unit == "Job"} == found


def test_a_repository_without_a_body_asks_by_its_methods_names() -> None:
    own = uses(
        graph(
            **_JAVA,
            a__OrderRepository_java="""import org.springframework.data.jpa.repository.JpaRepository;
            interface OrderRepository extends JpaRepository<Order, Long> { Order findByName(String name); }""",
            a__Empty_java="""import org.springframework.data.jpa.repository.JpaRepository;
            interface LineRepository extends JpaRepository<Order, Long> { }""",
            a__Service_java="class Service { OrderRepository all; void run(Order o) { all.deleteById(1); } }",
        )
    )
    assert own == {("OrderRepository", "ORDERS", "R"), ("Service", "ORDERS", "W")}


def test_statements_of_mybatis_belong_to_the_mapper_and_to_who_calls_them() -> None:
    own = uses(
        graph(
            mapper__OrderMapper_xml="""<mapper namespace="a.OrderMapper">
              <sql id="from">from orders o join lines l on l.o = o.id</sql>
              <select id="one">select 1 <include refid="from"/></select>
              <delete id="drop">delete from orders</delete></mapper>""",
            a__OrderMapper_java="package a; interface OrderMapper { int one(); void drop(); }",
            a__Service_java="package a; class Service { OrderMapper mapper; void run() { mapper.one(); } }",
        )
    )
    assert own == {
        ("a.OrderMapper", "lines", "R"),
        ("a.OrderMapper", "orders", "RW"),
        ("a.Service", "lines", "R"),
        ("a.Service", "orders", "R"),
    }


def test_sql_in_a_repositorys_bodies_is_its_own() -> None:
    own = uses(
        graph(
            a__OrderDao_java='package a; class OrderDao { void pay() { c.prepareStatement("update orders set paid = 1"); } }',
            a__Service_java="package a; class Service { OrderDao dao; void run() { dao.pay(); } }",
        )
    )
    assert own == {("a.OrderDao", "orders", "W")}


def test_a_manager_asks_for_what_holds_it() -> None:
    assert ("shop.models", "shop_order", "R") in uses(graph(**_DJANGO))


def test_a_repository_in_a_field_of_a_class_above_or_made_by_a_framework_through_interfaces_of_ones_own() -> None:
    own = uses(
        graph(
            a__Order_java='package a; @Entity @Table(name = "orders") class Order { }',
            a__Basic_java="package a; interface Basic<T> extends org.springframework.data.repository.CrudRepository<T, Long> { }",
            a__OrderRepository_java="package a; interface OrderRepository extends Basic<Order> { void deleteByCode(String code); }",
            a__Above_java="package a; abstract class Above { protected OrderRepository orders; }",
            a__Desk_java="package a; class Desk extends Above { void run() { orders.findById(1); } void no() { other.findById(1); } }",
        )
    )
    assert own == {("a.OrderRepository", "orders", "W"), ("a.Desk", "orders", "R")}


def test_tables_of_an_engine_have_its_name_in_front() -> None:
    own = uses(
        graph(
            lib__engine_rb="module Shop\n  class Engine < ::Rails::Engine\n    isolate_namespace Shop\n  end\nend",
            app__models__shop__order_rb="module Shop\n  class Order < ActiveRecord::Base\n    has_many :lines\n  end\nend",
            app__models__shop__line_rb="module Shop\n  class Line < ActiveRecord::Base\n  end\nend",
            app__jobs__job_rb="class Job\n  def run(order)\n    Shop::Order.first\n    order.lines.destroy_all\n  end\nend",
        )
    )
    assert own == {("Job", "shop_orders", "R"), ("Job", "shop_lines", "W")}


_DOTNET = {
    "Db_cs": """namespace Shop; public class Db : DbContext {
      public DbSet<Order> Orders { get; set; }
      public DbSet<Line> Lines { get; set; }
      protected override void OnModelCreating(ModelBuilder builder) { builder.Entity<Line>().ToTable("order_lines"); } }""",
    "Order_cs": "namespace Shop; public class Order { public bool Paid { get; set; } } public class Line { }",
    "IOrderRepository_cs": "namespace Shop; public interface IOrderRepository { Order GetOpen(); void Store(Order order); }",
    "Thing_cs": "namespace Shop; public class Thing { } public class Factory { public Db Make() { return null; } }",
    "IUnit_cs": "namespace Shop; public interface IUnit { IOrderRepository Orders { get; } ILineRepository Old { get; } }",
    "IThingRepo_cs": "namespace Shop; public interface ILineRepository { ShopLine Get(int id); void Add(ShopLine line); Order OrderOf(int id); }",
    "Open_cs": "namespace Shop; public interface IOpenRepository : IRepository { IQueryable<Order> All { get; } }",
    "Shop_cs": "namespace Shop; public class ShopLine { } public class More : DbContext { public DbSet<ShopLine> Sold { get; set; } }",
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("var all = await _db.Orders.Where(o => o.Paid).ToListAsync();", {("Orders", "R")}),
        ("var order = await _db.Orders.FindAsync(1); _db.Orders.Remove(order);", {("Orders", "RW")}),
        ("_db.Lines.Where(l => true).ExecuteDelete();", {("order_lines", "W")}),
        ("var q = from l in _db.Lines select l;", {("order_lines", "R")}),
        ("_db.Set<Order>().Any();", {("Orders", "R")}),
        ("_db.Add(new Order());", {("Orders", "W")}),
        ("order.Paid = true; _db.SaveChanges();", {("Orders", "W")}),
        ("order.Paid = true;", set()),
        ("_lines.ListAsync();", {("order_lines", "R")}),
        ("_unit.Orders.GetOpen();", {("Orders", "R")}),
        ("_open.All.Where(o => o.Paid);", {("Orders", "R")}),
        ("var all = await _open.All.ToListAsync(); all.AddRange(more);", {("Orders", "R")}),  # a list by then
        ('var sql = @"SELECT 1 FROM ""order_lines"" WHERE 1"; Run(sql);', {("order_lines", "R")}),
        ("_unit.Old.Get(1);", {("Sold", "R")}),  # what its methods take and give, whatever it is called after
        ("_unit.Old.Add(null);", {("Sold", "W")}),
        ("_unit.Old.OrderOf(1);", {("Orders", "R")}),
        ("foreach (var one in _db.Orders) { _db.Remove(one); }", {("Orders", "RW")}),
        ("_cache.Orders.Clear();", set()),
        ("var ctx = _factory.Make(); ctx.Orders.Add(order);", {("Orders", "W")}),
        ("_things.Query().First();", {("Thing", "R")}),
        ("var db = await _made.CreateDbContextAsync(); db.Orders.Any();", {("Orders", "R")}),
    ],
)
def test_entity_framework(body: str, found: set[tuple[str, str]]) -> None:
    job = f"""namespace Shop; class Job {{ private readonly Db _db; private readonly IRepository<Line> _lines; private IUnit _unit;
      private Factory _factory; private IOpenRepository _open; private readonly IDbContextFactory<Db> _made; private readonly IRepository<Thing> _things;
      public async Task Run(Order order) {{ {body} }} }}"""
    own = uses(graph(**_DOTNET, Job_cs=job))
    assert {(table, access) for unit, table, access in own if unit == "Shop.Job"} == found


_NODE = {
    "src__user_ts": "@Entity('users')\nexport class User { id: number; }",
    "src__tag_ts": "import { Schema } from '@nestjs/mongoose';\n@Schema() export class Tag { }",
    "models__parcel_js": "const Parcel = mongoose.model('Parcel', schema);\nmodule.exports = Parcel;",
    "schema_prisma": 'model Line {\n  id Int @id\n  @@map("order_lines")\n}',
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("const user = await User.findOne({}); await user.destroy();", {("users", "RW")}),
        ("return this.users.createQueryBuilder('u').where('u.id = 1').getMany();", {("users", "R")}),
        ("return this.users.save(data);", {("users", "W")}),
        ("return manager.getRepository(User).delete(1);", {("users", "W")}),
        ("return manager.find(User, {});", {("users", "R")}),
        ("return this.tags.deleteMany({});", {("tags", "W")}),
        ("return prisma.line.findMany({});", {("order_lines", "R")}),
        ("return [1].find((one) => one);", set()),
        ("return this.other.save(data);", set()),
    ],
)
def test_typeorm_mongoose_prisma(body: str, found: set[tuple[str, str]]) -> None:
    service = f"""import {{ User }} from './user'; import {{ Tag }} from './tag';
      export class Service {{ constructor(private users: Repository<User>, private tags: Model<TagDocument>, private other: Store) {{}}
        async run(manager: EntityManager, data) {{ {body} }} }}"""
    own = uses(graph(**_NODE, src__service_ts=service))
    assert {(table, access) for unit, table, access in own if unit == "src/service.ts"} == found


def test_a_model_that_is_imported_under_another_name() -> None:
    own = uses(graph(**_NODE, app_js="const Box = require('./models/parcel');\nBox.deleteMany({});"))
    assert ("app.js", "parcels", "W") in own


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("var all []model.Order\n db.Where(1).Find(&all)", {("orders", "R")}),
        ("db.Model(&model.Order{}).Where(1).Update(2)", {("orders", "W")}),
        ("order := model.Order{}\n tx.Create(&order)", {("orders", "W")}),
        ("db.Delete(&model.Line{}, 1)", {("order_lines", "W")}),
        ("cache.Delete(&model.Line{}, 1)", set()),
    ],
)
def test_gorm(body: str, found: set[tuple[str, str]]) -> None:
    model = """package model
type Order struct { gorm.Model }
type Line struct { ID int `gorm:"primaryKey"` }
func (*Line) TableName() string { return "order_lines" }"""
    job = f'package job\nimport "shop/model"\nfunc Run() {{ {body} }}'
    own = uses(graph(go_mod="module shop\n", model__order_go=model, job__job_go=job))
    assert {(table, access) for unit, table, access in own if "job" in unit} == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("db.session.query(Order).filter(Order.id == 1).delete()", {("orders", "W")}),
        ("select(Order.id).where(1)", {("orders", "R")}),
        ("order = Order.query.first()\n    order.paid = True\n    db.session.commit()", {("orders", "RW")}),
        ("db.session.add(Order(1))", {("orders", "W")}),
        ("database.create(Order(1))", {("orders", "W")}),
        ("q = database.session_query(Order)", {("orders", "R")}),
        ("self._db.query(Placed).first()", {("orders", "R")}),
        ("create(Order(1))", set()),
        ("cart.add(Order(1))", set()),
    ],
)
def test_sqlalchemy(body: str, found: set[tuple[str, str]]) -> None:
    model = "class Order(Base):\n    __tablename__ = 'orders'\n"
    own = uses(
        graph(shop__models_py=model, shop__job_py=f"from shop.models import Order, Order as Placed\ndef run():\n    {body}\n")
    )
    assert {(table, access) for unit, table, access in own if unit == "shop.job"} == found


@pytest.mark.parametrize(
    "mapped",
    ["#[ORM\\Entity]\n#[ORM\\Table(name: 'orders')]", '/**\n * @ORM\\Entity\n * @ORM\\Table(name="orders")\n */'],
)
def test_doctrine(mapped: str) -> None:
    job = """<?php namespace App; class Job { public function run(EntityManagerInterface $em) {
      $order = $em->getRepository(Order::class)->find(1); $em->remove($order); } }"""
    keeper = """<?php namespace App; class OrderRepository extends ServiceEntityRepository {
      public function open() { return $this->createQueryBuilder('o')->where('o.open = 1')->getQuery()->getResult(); } }"""
    entity = f"<?php namespace App; {mapped}\nclass Order {{ }}"
    own = uses(graph(src__Order_php=entity, src__Job_php=job, src__OrderRepository_php=keeper))
    assert own == {("App\\Job", "orders", "RW"), ("App\\OrderRepository", "orders", "R")}


_CLINIC = {
    "a__Visit_java": """package a; import javax.persistence.*; @Entity public class Visit { private int state; private Money price;
      public void confirm() { state = 1; } public Visit copy() { return this; } public int getState() { return state; } }""",
    "a__Money_java": "package a; public class Money { private long cents; public Money plus(Money other) { return other; } }",
    "a__State_java": "package a; public enum State { OPEN; public String label() { return name(); } }",
    "a__Price_java": "package a; public class Price { private VisitRepository visits; public Money of() { return visits.find(); } }",
    "a__Tools_java": "package a; public class Tools { public static String trim(String text) { return text.trim(); } }",
    "a__Held_java": "package a; public class Held { private static int counter = 0; public int next() { return counter++; } }",
    "a__VisitRepository_java": "package a; public interface VisitRepository { Visit find(); }",
}  # fmt: skip


def test_entities_values_and_enumerations_travel_services_helpers_and_what_is_one_for_all_do_not() -> None:
    assert graph(**_CLINIC).carried == ("a.Money", "a.State", "a.Visit")


@pytest.mark.parametrize(
    ("more", "is_data"),
    [
        ("", False),
        ("class Till { Till(Tariff tariff) { } void setTariff(Tariff tariff) { } }", False),
        ("class Till { Tariff chosen() { return null; } }", True),
        ("class Till { long sum(java.util.List<Tariff> tariffs) { return 0; } }", True),
        ("class Till { private Tariff tariff; public Tariff getTariff() { return tariff; } }", True),
        ("class Till { Rates rates() { return null; } } interface Rates { }", True),
    ],
)
def test_what_computes_and_is_made_by_hand_is_data_only_where_it_travels(more: str, is_data: bool) -> None:
    clinic = {
        "a__Tariff_java": """package a; public class Tariff implements Rates { private long perHour;
          public Tariff(long perHour) { this.perHour = perHour; } public long price(long hours) { return hours * perHour; } }""",
        "a__Desk_java": "package a; public class Desk { long open() { return new Tariff(3).price(2); } }",
        "a__Slip_java": "package a; public class Slip { private long sum; public long getSum() { return sum; } }",
        "a__Print_java": "package a; public class Print { void now() { new Slip().getSum(); } }",
    }
    made = graph(**clinic, **({"a__Till_java": f"package a; {more}"} if more else {}))
    assert ("a.Tariff" in made.carried) is is_data
    assert "a.Slip" in made.carried, "what only gives its fields is data, also where it is not handed on"


def test_what_only_holds_fields_inside_of_another_class_is_reached_and_not_called() -> None:
    desk = """package a; public class Desk {
      public static class Slip { private final long sum; public Slip(long sum) { this.sum = sum; } public long getSum() { return sum; } }
      public static class Till { private long sum; public long add(long more) { return sum += more; } } }"""
    user = "package a; public class User { void now(Desk.Slip slip, Desk.Till till) { slip.getSum(); till.add(1); } }"
    made = graph(a__Desk_java=desk, a__User_java=user)
    (edge,) = [each for each in made.dependencies if each.source == "a.User" and each.target == "a.Desk"]
    assert (dict(edge.kinds)["call"], dict(edge.kinds)["access"]) == (1, 1)


def test_entities_that_ask_the_database_themselves_do_not_travel() -> None:
    assert graph(**_RAILS).carried == ()


@pytest.mark.parametrize(
    ("call", "written"),
    [("visit.confirm()", True), ("visits.findById(1).get().confirm()", True), ("visits.findById(1).get().getState()", False), ("visit.setState(1)", True), ("visit.settle()", False), ("visit.copy()", False), ("visit.getState()", False)],
)  # fmt: skip
def test_what_changes_a_managed_entity_in_a_transaction_writes_its_table(call: str, written: bool) -> None:
    service = "package a; public class Desk { VisitRepository visits; @Transactional public void close(Visit visit) { %s; } }"
    flow = graph(**_CLINIC, a__Desk_java=service % call).flows[0]
    assert flow.writes == ((("visit", "a.Desk"),) if written else ())


def test_a_transaction_knows_the_calls_on_its_way_but_not_those_of_what_it_carries() -> None:
    texts = {
        "a__Desk_java": """package a; public class Desk { Bills bills; VisitRepository visits;
          @Transactional public void close(Visit visit) { visit.confirm(); visits.find().copy(); bills.send(); bills.send(); } }""",
        "a__Bills_java": "package a; public class Bills { Post post; public void send() { post.mail(); } public void other() { post.fax(); } }",
        "a__Post_java": "package a; public class Post { Bills bills; VisitRepository all; public void mail() { bills.other(); } public void fax() { all.find(); } }",
    }
    flow = graph(**_CLINIC, **texts).flows[0]
    assert flow.calls == (
        ("a.Bills", "a.Post", 2),
        ("a.Desk", "a.Bills", 1),
        ("a.Desk", "a.VisitRepository", 1),
        ("a.Post", "a.Bills", 1),
        ("a.Post", "a.VisitRepository", 1),
    )


def test_of_a_class_whose_methods_all_are_transactions_the_one_with_the_most_calls_is_the_path() -> None:
    texts = {
        "a__Desk_java": """package a; @Transactional public class Desk { Bills bills;
          public void one() { bills.send(); } public void two() { bills.send(); bills.take(); } }""",
        "a__Bills_java": "package a; public class Bills { VisitRepository all; public void send() { } public void take() { all.find(); } }",
    }
    assert graph(**_CLINIC, **texts).flows[0].calls == (("a.Bills", "a.VisitRepository", 1), ("a.Desk", "a.Bills", 2))


def test_an_object_that_no_mapping_watches_is_not_written_by_its_setters() -> None:
    table = 'package a; @TableName("visits") public class Visit { private int state; public void confirm() { state = 1; } }'
    service = "package a; public class Desk { @Transactional public void close(Visit visit) { visit.confirm(); } }"
    assert graph(a__Visit_java=table, a__Desk_java=service).flows[0].writes == ()
