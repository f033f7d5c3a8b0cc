"""HTTP clients of the other services."""
import requests

from notifier.config import Config

TIMEOUT = (1.0, 3.0)


class ShipmentClient:
    def __init__(self, config: Config, session: requests.Session):
        self.base = config.shipment_url
        self.session = session

    def contact(self, tracking_code: str) -> dict | None:
        response = self.session.get(f"{self.base}/shipments/{tracking_code}/contact", timeout=TIMEOUT)
        if response.status_code == 404:
            return None
        response.raise_for_status()
        return response.json()


class TrackingClient:
    def __init__(self, config: Config, session: requests.Session):
        self.base = config.tracking_url
        self.session = session

    def eta(self, tracking_code: str) -> str | None:
        """The date alone; a mail without it is better than no mail."""
        try:
            response = self.session.get(f"{self.base}/tracking/{tracking_code}/eta", timeout=TIMEOUT)
            response.raise_for_status()
        except requests.RequestException:
            return None
        return response.json().get("date")
