"""The tables of pricing. Nobody else reads or writes them."""
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

from pricing.model import Quote, QuoteRequest, Surcharge, TariffRow, Zone


class PriceStore:
    def __init__(self, pool: ConnectionPool):
        self.pool = pool

    def zone_of(self, country: str, postcode: str) -> Zone | None:
        """The longest matching prefix of the postcode wins."""
        with self.pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(
                """
                SELECT z.code, z.days_economy, z.days_standard, z.days_express
                  FROM zone_areas a
                  JOIN zones z ON z.code = a.zone_code
                 WHERE a.country = %s AND %s LIKE a.postcode_prefix || '%%'
                 ORDER BY length(a.postcode_prefix) DESC
                 LIMIT 1
                """,
                (country, postcode),
            )
            row = cursor.fetchone()
        if row is None:
            return None
        return Zone(
            zone=row["code"],
            transit_days={
                "ECONOMY": row["days_economy"],
                "STANDARD": row["days_standard"],
                "EXPRESS": row["days_express"],
            },
        )

    def tariff(self, zone: str, service_level: str) -> TariffRow | None:
        with self.pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(
                """
                SELECT zone_code AS zone, service_level, base_cents, per_kg_cents
                  FROM tariffs
                 WHERE zone_code = %s AND service_level = %s AND valid_from <= current_date
                 ORDER BY valid_from DESC
                 LIMIT 1
                """,
                (zone, service_level),
            )
            row = cursor.fetchone()
        return TariffRow(**row) if row else None

    def tariffs(self) -> list[TariffRow]:
        with self.pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(
                """
                SELECT DISTINCT ON (zone_code, service_level)
                       zone_code AS zone, service_level, base_cents, per_kg_cents
                  FROM tariffs
                 WHERE valid_from <= current_date
                 ORDER BY zone_code, service_level, valid_from DESC
                """
            )
            return [TariffRow(**row) for row in cursor.fetchall()]

    def surcharges(self) -> list[Surcharge]:
        with self.pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute("SELECT code, text, percent, fixed_cents FROM surcharges WHERE active ORDER BY code")
            return [Surcharge(**row) for row in cursor.fetchall()]

    def save_quote(self, quote: Quote, request: QuoteRequest) -> None:
        with self.pool.connection() as connection:
            connection.execute(
                """
                INSERT INTO quotes (id, zone_code, service_level, weight_grams, pieces, total_cents, currency)
                VALUES (%s, %s, %s, %s, %s, %s, %s)
                """,
                (
                    quote.quote_id,
                    quote.zone,
                    request.service_level,
                    request.weight_grams,
                    request.pieces,
                    quote.total_cents,
                    quote.currency,
                ),
            )

    def ping(self) -> None:
        with self.pool.connection() as connection:
            connection.execute("SELECT 1")
