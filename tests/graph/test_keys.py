"""Foreign keys that mappings of classes mean, and what later migrations leave of earlier ones."""

from assessor import pipeline
from assessor.domain.architecture import Architecture
from tests.reading import graph

_KNOWN = pipeline.knowledge()


def keys(architecture: Architecture) -> dict[str, tuple[str, ...]]:
    """Table -> the tables that its keys lead to; tables without keys too."""
    return {table.name: table.references for table in architecture.tables}


def test_members_that_lead_to_entities() -> None:
    files = {
        "clinic/models.py": """class Room(models.Model):
    above = models.ForeignKey('self', null=True, on_delete=models.CASCADE)
class Base(models.Model):
    room = models.ForeignKey("clinic.Room", models.CASCADE)
    class Meta:
        abstract = True
class Visit(Base):
    tags = models.ManyToManyField("Tag")
class Tag(models.Model):
    name = models.TextField()
    room = models.ForeignKey("elsewhere.Unknown", models.CASCADE)
""",
    }
    assert keys(graph(files, _KNOWN)) == {
        "clinic_room": ("clinic_room",),
        "clinic_tag": (),
        "clinic_visit": ("clinic_room",),
        "clinic_visit_tags": ("clinic_tag", "clinic_visit"),
    }


def test_a_member_of_a_class_without_table_counts_for_its_heirs() -> None:
    files = {
        "a/Audited.java": "package a; @MappedSuperclass class Audited { @ManyToOne private User by; }",
        "a/User.java": 'package a; @Entity @Table(name = "users") class User { }',
        "a/Order.java": 'package a; @Entity @Table(name = "orders") class Order extends Audited { @OneToOne(mappedBy = "o") Line l; }',
        "a/Line.java": "package a; @Entity class Line { @ManyToOne Order order; }",
    }
    assert keys(graph(files, _KNOWN)) == {"Line": ("orders",), "orders": ("users",), "users": ()}


def test_a_member_of_a_configuration() -> None:
    files = {
        "Line.cs": "namespace A; public class Line { public int OrderId { get; set; } public Order Order { get; set; } }",
        "Order.cs": "namespace A; public class Order { }",
        "Db.cs": """namespace A;
public class Db : DbContext {
    public DbSet<Line> Lines { get; set; }
    public DbSet<Order> Orders { get; set; }
    protected override void OnModelCreating(ModelBuilder b) {
        b.Entity<Line>().HasOne(l => l.Order).WithMany().HasForeignKey(l => l.OrderId);
    }
}""",
    }
    assert keys(graph(files, _KNOWN)) == {"Lines": ("Orders",), "Orders": ()}


def test_an_heir_without_a_key_of_its_own_lies_in_the_same_table() -> None:
    files = {
        "app/models.py": """class Question(db.Model):
    __tablename__ = "questions"
    id = db.Column(db.Integer, primary_key=True)
class Hard(Question):
    room_id = db.Column(db.Integer, db.ForeignKey("rooms.id"))
class Choice(Question):
    id = db.Column(None, db.ForeignKey("questions.id"), primary_key=True)
class Room(db.Model):
    __tablename__ = "rooms"
""",
    }
    assert keys(graph(files, _KNOWN)) == {"choice": ("questions",), "questions": ("rooms",), "rooms": ()}


def test_the_schema_says_how_a_class_without_a_name_is_called() -> None:
    files = {
        "a/OrderLine.java": "package a; @Entity class OrderLine { @ManyToOne Order order; }",
        "a/Order.java": "package a; @Entity class Order { }",
        "db/schema.sql": "create table order_line (id int);\n",
    }
    assert keys(graph(files, _KNOWN)) == {"Order": (), "order_line": ("Order",)}


def test_what_later_migrations_take_away() -> None:
    files = {
        "db/migrations/2_lines.php": """<?php class Lines { function up() {
    Schema::create('lines', function ($table) {
        $table->foreignId('order_id')->constrained();
        $table->foreignId('clerk_id')->constrained('users');
        $table->foreignId('stock_id')->constrained();
    });
    Schema::create('old', function ($table) { $table->foreignId('user_id')->constrained(); });
    Schema::create('users', function ($table) { $table->id(); });
    Schema::create('orders', function ($table) { $table->id(); });
} function down() { Schema::drop('lines'); } }""",
        "db/migrations/10_cleaning.php": """<?php class Cleaning { function up() {
    Schema::dropIfExists('old');
    Schema::table('lines', function ($table) { $table->dropForeign('lines_clerk_id_foreign'); });
    Schema::rename('orders', 'purchases');
} function down() { Schema::dropIfExists('users'); } }""",
    }
    assert keys(graph(files, _KNOWN)) == {"lines": ("purchases", "stocks"), "purchases": (), "users": ()}


def test_migrations_beside_a_whole_schema_are_history() -> None:
    files = {
        "db/migrate/20200101000000_a.rb": "class A < ActiveRecord::Migration[7.0]\n def change\n  create_table :old\n"
        "  create_table(:lines) { |t| t.references :old, foreign_key: true }\n end\nend",
        "db/schema.rb": 'ActiveRecord::Schema[7.0].define(version: 1) do\n  create_table "lines" do |t|\n  end\n'
        '  create_table "orders" do |t|\n  end\n  add_foreign_key "lines", "orders"\nend',
        "plugin/db/migrate/20210101000000_b.rb": "class B < ActiveRecord::Migration[7.0]\n def change\n  create_table :extras\n end\nend",
    }
    assert keys(graph(files, _KNOWN)) == {"extras": (), "lines": ("orders",), "orders": ()}


def test_keys_in_the_text_of_a_program() -> None:
    files = {
        "a.go": 'package a\nfunc up() { db.Exec("CREATE TABLE lines (id int, order_id int REFERENCES orders (id))") }',
        "b.php": "<?php $this->addSql('ALTER TABLE notes ADD CONSTRAINT x FOREIGN KEY (line_id) REFERENCES lines (id)');",
    }
    assert keys(graph(files, _KNOWN)) == {"lines": ("orders",), "notes": ("lines",)}
