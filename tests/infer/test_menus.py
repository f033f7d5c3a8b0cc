"""A menu of drivers and its default: only the chosen entry speaks."""

from assessor.infer.menus import without_menus
from tests.builders import connection, setting

AT = "config/queue.php"


def test_entries_that_were_not_chosen_are_left_out_with_their_addresses() -> None:
    default = setting("queue.default", "redis", AT, 1)
    chosen = setting("queue.connections.redis.host", "cache", AT, 2)
    other = setting("queue.connections.beanstalkd.host", "localhost", AT, 3)
    address, alien = connection("redis://cache", AT, 2), connection("beanstalkd://localhost:11300", AT, 3)
    assert without_menus((default, chosen, other), (address, alien)) == ((default, chosen), (address,))


def test_a_menu_without_a_readable_choice_stays() -> None:
    unknown = setting("queue.default", "${QUEUE}", AT, 1)
    entry = setting("queue.connections.sqs.prefix", "x", AT, 2)
    assert without_menus((unknown, entry), ()) == ((unknown, entry), ())


def test_a_default_of_another_file_chooses_nothing() -> None:
    default = setting("queue.default", "redis", "other/queue.php", 1)
    entry = setting("queue.connections.sqs.prefix", "x", AT, 2)
    assert without_menus((default, entry), ()) == ((default, entry), ())


def test_a_switch_that_names_one_of_the_blocks_beside_it() -> None:
    switch = setting("eventStore.type", "MongoDb", AT, 1)
    chosen = setting("eventStore.mongoDb.configuration", "mongodb://db", AT, 2)
    other = setting("eventStore.sql.provider", "Postgres", AT, 3)
    address = connection("postgresql://db", AT, 3)
    assert without_menus((switch, chosen, other), (address,)) == ((switch, chosen), ())


def test_a_type_that_names_no_block() -> None:
    switch = setting("store.type", "hybrid", AT, 1)
    entry = setting("store.sql.provider", "Postgres", AT, 2)
    assert without_menus((switch, entry), ()) == ((switch, entry), ())
