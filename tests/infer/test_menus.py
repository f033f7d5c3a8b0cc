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
