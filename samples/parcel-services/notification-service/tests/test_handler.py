from notifier.handler import Handler, template_for
from notifier.mail import PermanentMailError

CONTACT = {"recipientName": "Ada", "recipientEmail": "ada@example.org", "senderName": "Nordwind Books"}
EVENT = {"trackingCode": "PW00000000015"}


class Shipments:
    def __init__(self, contact):
        self.answer = contact

    def contact(self, code):
        return self.answer


class Tracking:
    def eta(self, code):
        return "2024-04-16"


class Store:
    def __init__(self):
        self.claimed, self.blocked = set(), set()

    def suppressed(self, address):
        return address in self.blocked

    def claim(self, *key):
        if key in self.claimed:
            return False
        self.claimed.add(key)
        return True

    def release(self, *key):
        self.claimed.discard(key)

    def suppress(self, address, reason):
        self.blocked.add(address)


class Mailer:
    def __init__(self, error=None):
        self.sent, self.error = [], error

    def compose(self, *parts):
        return parts

    def send(self, message):
        if self.error:
            raise self.error
        self.sent.append(message)


def handler(contact=CONTACT, error=None):
    return Handler(Shipments(contact), Tracking(), Store(), Mailer(error))


def test_sent_once():
    subject = handler()
    assert subject.handle("shipment.created", EVENT) == "sent"
    assert subject.handle("shipment.created", EVENT) == "duplicate"
    assert len(subject.mailer.sent) == 1


def test_refused_addresses_are_suppressed():
    subject = handler(error=PermanentMailError("550"))
    assert subject.handle("parcel.delivered", EVENT) == "refused"
    assert subject.handle("shipment.created", EVENT) == "suppressed"


def test_without_address():
    assert handler(contact={"recipientEmail": None}).handle("shipment.created", EVENT) == "no-address"


def test_only_the_last_leg_is_worth_a_mail():
    assert template_for("parcel.scanned", {"kind": "ARRIVED"}) is None
    assert template_for("parcel.scanned", {"kind": "OUT_FOR_DELIVERY"}) == "out_for_delivery"
