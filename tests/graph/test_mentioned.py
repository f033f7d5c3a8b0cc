"""Tables that are reached by the name of a query, or of an entity in a text."""

from assessor import pipeline
from tests.graph.test_keys import graph
from tests.graph.test_keys import keys as tables

_KNOWN = pipeline.knowledge()


def uses(files: dict[str, str]) -> set[tuple[str, str, str]]:
    """(unit, table, access) of all."""
    return {(access.unit, access.table, access.access) for access in graph(files, _KNOWN).accesses}


def test_queries_that_are_asked_by_their_name() -> None:
    files = {
        "a/Line.java": 'package a; @Entity @Table(name = "lines") @NamedQuery(name = "Line.gone", query = "delete from Line l") class Line { }',
        "a/Clerk.java": 'package a; class Clerk { void f() { em.createNamedQuery("Line.gone").executeUpdate(); em.createNamedQuery("Else.x"); } }',
        "a/Note.orm.xml": '<entity-mappings><package>a</package><entity class="a.Note"><table name="notes"/>'
        '<named-query name="Note.all"><query>select n from Note n</query></named-query></entity></entity-mappings>',
        "a/Note.java": "package a; class Note { }",
        "a/Reader.java": 'package a; class Reader { Object f() { return session.getNamedQuery("Note.all"); } }',
    }
    found = uses(files)
    assert ("a.Clerk", "lines", "W") in found and ("a.Reader", "notes", "R") in found
    assert {unit for unit, _, _ in found} <= {"a.Clerk", "a.Reader", "a.Line"}


def test_models_that_are_asked_for_by_their_name() -> None:
    files = {
        "shop/models.py": "class Order(models.Model):\n    pass\nclass Member(models.Model):\n    pass\n",
        "shop/settings.py": 'AUTH_USER_MODEL = "shop.Member"\n',
        "desk/views.py": 'def f():\n    Order = apps.get_model("shop", "Order")\n    Order.objects.create()\n'
        "def g():\n    User = get_user_model()\n    return User.objects.all()\n",
        "desk/other.py": 'def f():\n    return apps.get_model("shop", "Order").objects.filter(paid=True)\n',
    }
    assert uses(files) == {
        ("desk.views", "shop_order", "W"),
        ("desk.views", "shop_member", "R"),
        ("desk.other", "shop_order", "R"),
    }


def test_an_entity_that_a_query_includes() -> None:
    files = {
        "models/order.js": "const Order = sequelize.define('Order', {});\nmodule.exports = Order;",
        "models/line.js": "const Line = sequelize.define('Line', {});\nmodule.exports = Line;",
        "desk.js": "const models = require('./models/order');\nOrder.findAll({ include: [{ model: models.Line }] });\n",
    }
    assert ("desk.js", "Lines", "R") in uses(files)


def test_tables_of_identity() -> None:
    files = {
        "User.cs": "namespace A; public class Member : IdentityUser { }",
        "Db.cs": "namespace A; public class Db : IdentityDbContext<Member> { public DbSet<Plan> Plans { get; set; } }",
        "Plan.cs": "namespace A; public class Plan { } public static class Plans { public static Plan GetPlan(this IQueryable<Plan> p) => null; }",
        "Desk.cs": """namespace A;
public class Desk {
    private readonly Db db;
    void F() { var user = db.Users.First(); var plan = db.Plans.GetPlan(); }
}
public class Accounts {
    private readonly UserManager<Member> users;
    async Task F(Member member) { await users.CreateAsync(member); }
}""",
    }
    assert uses(files) == {("A.Desk", "AspNetUsers", "R"), ("A.Desk", "Plans", "R"), ("A.Accounts", "AspNetUsers", "W")}


def test_rows_inside_of_their_holder() -> None:
    files = {
        "app/models/import.rb": "class Import < ApplicationRecord\n  has_many :rows\nend",
        "app/models/import/row.rb": "class Import::Row < ApplicationRecord\nend",
        "app/models/mint.rb": "class Mint < Import\n  def f\n    rows.destroy_all\n  end\nend",
    }
    assert ("Mint", "import_rows", "W") in uses(files)
    assert set(tables(graph(files, _KNOWN))) == {"imports", "import_rows"}


def test_queries_of_sqlalchemy_and_what_keeps_them() -> None:
    files = {
        "models.py": """class Room(db.Model):
    __tablename__ = "rooms"
    place = db.relationship("Place", backref=db.backref("rooms", lazy="dynamic"))
class Place(db.Model):
    __tablename__ = "places"
class Session(db.Model):
    __tablename__ = "sessions"
    room = db.relationship("Room", backref="session")
""",
        "desk.py": """from models import Room, Place
def f(place):
    db.session.add(place)
    db.session.commit()
    query = Room.query
    return query.join(Place, Place.id == Room.place_id)
def g(place):
    return place.rooms.filter_by(id=1).first()
""",
        "other.py": "def f():\n    db.session.commit()\n",
    }
    assert uses(files) == {("desk", "places", "R"), ("desk", "rooms", "R")}


def test_managers_of_django_and_queries_inside_of_models_of_rails() -> None:
    files = {
        "shop/models.py": "class OrderLine(models.Model):\n    objects = Lines()\n",
        "desk/views.py": "from shop.models import OrderLine\ndef f():\n    return OrderLine.objects.get_by_natural_key('a')\n"
        "def g(orderline):\n    orderline.save()\n",
        "app/models/pool.rb": "class Pool < ApplicationRecord\n  def self.default\n    where(default: true).order(:id).first\n  end\nend",
        "app/models/words.rb": "class Words\n  def self.default\n    where(default: true).order(:id).first\n  end\nend",
    }
    assert uses(files) == {("desk.views", "shop_orderline", "RW"), ("Pool", "pools", "R")}
