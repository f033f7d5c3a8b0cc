import logging

from notifier.clients import ShipmentClient, TrackingClient
from notifier.mail import Mailer, PermanentMailError
from notifier.store import DeliveryStore

log = logging.getLogger(__name__)


def template_for(routing_key: str, body: dict) -> str | None:
    if routing_key in ("shipment.created", "parcel.delivered"):
        return routing_key
    if routing_key == "parcel.scanned" and body.get("kind") == "OUT_FOR_DELIVERY":
        return "out_for_delivery"
    return None


class Handler:
    def __init__(self, shipments: ShipmentClient, tracking: TrackingClient, store: DeliveryStore, mailer: Mailer):
        self.shipments = shipments
        self.tracking = tracking
        self.store = store
        self.mailer = mailer

    def handle(self, routing_key: str, body: dict) -> str:
        template = template_for(routing_key, body)
        if template is None:
            return "ignored"
        code = body["trackingCode"]
        contact = self.shipments.contact(code)
        if contact is None or not contact.get("recipientEmail"):
            return "no-address"
        address = contact["recipientEmail"]
        if self.store.suppressed(address):
            return "suppressed"
        if not self.store.claim(code, template, address):
            return "duplicate"
        eta = self.tracking.eta(code) if template == "shipment.created" else None
        try:
            self.mailer.send(self.mailer.compose(template, contact, code, eta))
        except PermanentMailError as error:
            log.warning("refused for good: %s", error)
            self.store.suppress(address, "refused")
            return "refused"
        except Exception:
            self.store.release(code, template, address)
            raise
        return "sent"
