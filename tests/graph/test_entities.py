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
_LANGUAGES = {".java": "java", ".php": "php", ".py": "python", ".rb": "ruby", ".xml": "xml"}


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


_LARAVEL = {
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
        ("$order->getLabel(); Order::boot();", set()),
        ("$list->find(1); $session->save(); $lines->first();", set()),
    ],
)
def test_laravel(body: str, found: set[tuple[str, str]]) -> None:
    text = f"<?php namespace App; use App\\Models\\Order; class Job {{ public function run(Order $order) {{ {body} }} }}"
    own = uses(graph(**_LARAVEL, app__Job_php=text))
    assert {(table, access) for unit, table, access in own if unit == "App\\Job"} == found


_DJANGO = {
    "shop__models_py": """from django.db import models
class Base(models.Model):
    class Meta:
        abstract = True
class Order(Base):
    buyer = models.ForeignKey("people.Person", models.CASCADE, related_name="orders")
class Line(Base):
    class Meta:
        db_table = "shop_lines"
""",
    "people__models_py": "from django.db import models\nclass Person(models.Model):\n    pass\n",
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Order.objects.filter(paid=True).delete()", {("shop_order", "W")}),
        ("Order.objects.get_or_create(id=1)", {("shop_order", "W")}),
        ("person.orders.filter(a=1).exists()", {("shop_order", "R")}),
        ("o = Order(id=1)\n    o.save()", {("shop_order", "W")}),
        ("Line.objects.all()", {("shop_lines", "R")}),
        ("User.objects.get(id=1)", {("auth_user", "R")}),
        ("order.save()", {("shop_order", "W")}),  # called after its class
        ("order.get('a'); other.save()", set()),
        ("settings.orders.get('a')", set()),  # so does a dictionary
        ("Base.objects.all()", set()),
    ],
)
def test_django(body: str, found: set[tuple[str, str]]) -> None:
    head = "from django.contrib.auth.models import User\nfrom shop.models import Base, Line, Order\n"
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
