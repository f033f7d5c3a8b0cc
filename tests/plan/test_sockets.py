"""Ports that code opens beside the pages."""

from assessor.domain.facts import Evidence, Port, Trait
from assessor.plan.readings import readings
from assessor.plan.sockets import Listener, Listening, listening
from tests.builders import file, setting

RULES = ("java-socket-listen",)
SETTINGS = "src/main/resources/application.yml"
SERVER = "src/main/java/TrackerTcpServer.java"


def _opens(path: str, line: int, text: str) -> Trait:
    return Trait("socket.listen", Evidence(path, line, "java-socket-listen", text), ())


def _found(*settings: tuple[str, str], path: str = SERVER, text: str = "new ServerSocket(properties.getPort())") -> Listening:
    stated = file(SETTINGS, *(setting(key, value, SETTINGS, line, format="yaml") for line, (key, value) in enumerate(settings, 1)))
    facts = (file(path, _opens(path, 46, text)), stated)
    return listening(facts, readings(facts), RULES)


def test_the_port_is_the_one_of_the_setting_that_shares_a_word_with_the_place() -> None:
    found = _found(("server.port", "8080"), ("fleet.tcp.port", "5027"), ("management.server.port", "8081"))
    (one,) = found.ports
    assert (one.number, [place.line for place in one.settings], found.unknown) == (5027, [2], ())


def test_a_port_with_a_host_beside_it_is_somebody_elses() -> None:
    found = _found(("feed.tcp.host", "feed.example.org"), ("feed.tcp.port", "5027"))
    assert (found.ports, len(found.unknown)) == ((), 1)


def test_a_host_that_stands_for_every_address_is_the_applications_own() -> None:
    assert [one.number for one in _found(("tcp.host", "0.0.0.0"), ("tcp.port", "5027")).ports] == [5027]


def test_two_settings_that_fit_decide_nothing() -> None:
    found = _found(("tcp.port", "5027"), ("tracker.port", "5028"))
    assert (found.ports, [place.line for place in found.unknown]) == ((), [46])


def test_ports_of_this_machine_and_datagrams_are_not_published() -> None:
    own = _found(("tcp.port", "5027"), text="new ServerSocket(port, 5, InetAddress.getLoopbackAddress())")
    datagrams = _found(("tcp.port", "5027"), text="new DatagramSocket(port)")
    assert (own, datagrams.ports, len(datagrams.unknown)) == (Listening((), ()), (), 1)


def test_a_port_that_stands_in_the_code_is_taken_unless_it_is_a_tests() -> None:
    place = Evidence(SERVER, 9, "java-socket-listen", "new ServerSocket(9100)")
    opened = Port(9100, "tcp", "", place)
    assert listening((file(SERVER, opened),), (), RULES) == Listening((Listener(9100, place),), ())
    assert listening((file(SERVER, opened, role="test"),), (), RULES) == Listening((), ())
    assert listening((file(SERVER, opened),), (), ()) == Listening((), ())
