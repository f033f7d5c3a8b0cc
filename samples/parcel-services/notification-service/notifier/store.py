import psycopg


class DeliveryStore:
    def __init__(self, url: str):
        self.url = url
        self._connection = None

    @property
    def connection(self) -> psycopg.Connection:
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(self.url, autocommit=True)
        return self._connection

    def prepare(self, schema: str) -> None:
        self.connection.execute(schema)

    def claim(self, tracking_code: str, event: str, recipient: str) -> bool:
        """False when this mail was sent before; the broker delivers at least once."""
        cursor = self.connection.execute(
            """
            INSERT INTO deliveries (tracking_code, event, recipient)
            VALUES (%s, %s, %s)
            ON CONFLICT DO NOTHING
            """,
            (tracking_code, event, recipient),
        )
        return cursor.rowcount == 1

    def release(self, tracking_code: str, event: str, recipient: str) -> None:
        self.connection.execute(
            "DELETE FROM deliveries WHERE tracking_code = %s AND event = %s AND recipient = %s",
            (tracking_code, event, recipient),
        )

    def suppressed(self, address: str) -> bool:
        cursor = self.connection.execute("SELECT 1 FROM suppressions WHERE address = %s", (address.lower(),))
        return cursor.fetchone() is not None

    def suppress(self, address: str, reason: str) -> None:
        self.connection.execute(
            "INSERT INTO suppressions (address, reason) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (address.lower(), reason),
        )
