"""Init scripts of System V and jobs of Upstart."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptors.init_script import DESCRIPTOR


def test_start_stop_daemon_with_the_scripts_own_variables() -> None:
    text = """#!/bin/sh
# Short-Description: daemon of the shop
HOME_OF=/opt/shop
DAEMON=$HOME_OF/bin/server
ARGS="worker --queue mail"
case "$1" in
stop)
  start-stop-daemon --stop --exec $DAEMON
  ;;
start)
  start-stop-daemon --start --quiet \\
    --pidfile /run/shop.pid --exec $DAEMON --chuid shop -- $ARGS > /dev/null 2>&1
  ;;
esac
"""
    assert facts_of(DESCRIPTOR, text, "etc/init.d/shop") == [
        "11 Process shop /opt/shop/bin/server worker --queue mail worker",
        "11 Trait init.script name=shop",
    ]


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("daemon --user shop java -Xmx1g -jar shop.jar &", "java -Xmx1g -jar shop.jar"),
        ('su - shop -c "/opt/shop/bin/run.sh 8080"', "/opt/shop/bin/run.sh 8080"),
        ("/bin/su $OWNER /opt/tomcat/bin/startup.sh", "/opt/tomcat/bin/startup.sh"),
        ('exec su -s /bin/sh -c \'exec "$0" "$@"\' shop -- node shop.js >> /var/log/shop.log', "node shop.js"),
        ("nohup /opt/shop/run >> /var/log/shop.log 2>&1 &", "/opt/shop/run"),
    ],
)
def test_forms(line: str, command: str) -> None:
    assert f"2 Process shop {command} service" in facts_of(DESCRIPTOR, f"#!/bin/sh\n{line}\n", "etc/init.d/shop")


def test_what_only_stops_or_asks_is_not_started() -> None:
    text = """su shop -c "/opt/shop/bin/shutdown.sh"
su shop -c "/opt/shop/bin/admin get-state"
echo daemon started
su shop -c 'exec "$0" "$@"'
killproc $DAEMON
"""
    assert facts_of(DESCRIPTOR, text, "etc/init.d/shop") == ["1 Trait init.script name=shop"]


def test_the_daemon_where_no_line_starts_it() -> None:
    text = """#!/bin/sh
DAEMON=/opt/shop/bin/shopd
"""
    assert facts_of(DESCRIPTOR, text, "etc/init.d/shop") == [
        "2 Process shop /opt/shop/bin/shopd service",
        "2 Trait init.script name=shop",
    ]


def test_upstart() -> None:
    text = """description "Shop"
env HOME_OF=/opt/shop
script
  exec 2>/dev/null
end script
exec $HOME_OF/bin/gunicorn shop:app >> /var/log/shop.log 2>&1
"""
    assert facts_of(DESCRIPTOR, text, "etc/init/shop.conf") == [
        "6 Process shop /opt/shop/bin/gunicorn shop:app web",
        "6 Trait init.script name=shop",
    ]


def test_settings_beside_upstart_are_no_jobs() -> None:
    assert facts_of(DESCRIPTOR, "mode = full\n", "etc/init/shop.conf") == []


def test_passwords_are_masked() -> None:
    text = "PASSWORD=hunter2x\nsu oracle -c \"sqlplus 'sys/hunter2x as sysdba' @start.sql\"\nnohup run --key $PASSWORD &\n"
    assert "hunter2x" not in "\n".join(facts_of(DESCRIPTOR, text, "etc/init.d/db"))


def test_broken() -> None:
    assert facts_of(DESCRIPTOR, 'su -c "', "etc/init.d/x") == ["1 Trait init.script name=x"]
