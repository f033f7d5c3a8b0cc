"""Configuration that lists every driver and names one of them: only that one is in use.

`eventStore.type = MongoDb` beside `eventStore.mongoDb.*` and `eventStore.sql.*` is such a menu too: its switch names a block.
`queue.connections.sqs.prefix`, `queue.connections.redis.queue` and `queue.default = redis` are a menu with one choice; what
belongs to `sqs` says nothing about the application. A menu without a readable choice is left as it is.
"""

import re
from collections.abc import Iterable

from assessor.domain.facts import Connection, Setting

_ENTRY = re.compile(
    r"^(?P<before>(?:.{1,100}\.)?)(?:connections|stores|disks|mailers|drivers)\.(?P<entry>[^.]{1,60})\.", re.IGNORECASE
)

_SWITCH = re.compile(r"^(?P<before>.{1,150}\.)(?:type|driver|provider|kind|engine|backend|use|active)$", re.IGNORECASE)

Place = tuple[str, int]


def without_menus(
    settings: Iterable[Setting], connections: Iterable[Connection]
) -> tuple[tuple[Setting, ...], tuple[Connection, ...]]:
    """Settings and connections, without those of entries that were not chosen; the order stays."""
    settings = tuple(settings)
    defaults = {
        (setting.evidence.path, setting.key.lower()): setting.value.strip().lower()
        for setting in settings
        if setting.key.lower().endswith("default") and setting.value and not setting.value.startswith("$")
    }
    switches = _switches(settings)
    out = [_is_left_out(setting, defaults) or _is_other_block(setting, switches) for setting in settings]
    left_out = {_place(setting) for setting, gone in zip(settings, out, strict=True) if gone}
    kept = tuple(setting for setting, gone in zip(settings, out, strict=True) if not gone)
    still = {_place(setting) for setting in kept if setting.format != "environment"}
    gone = left_out - still
    return (
        tuple(setting for setting in kept if _place(setting) not in gone),
        tuple(connection for connection in connections if _place(connection) not in gone),
    )


def _place(fact: Setting | Connection) -> Place:
    return fact.evidence.path, fact.evidence.line


def _is_left_out(setting: Setting, defaults: dict[tuple[str, str], str]) -> bool:
    found = _ENTRY.match(setting.key)
    chosen = defaults.get((setting.evidence.path, f"{found['before']}default".lower())) if found else None
    return bool(found and chosen and found["entry"].lower() != chosen)


def _switches(settings: Iterable[Setting]) -> dict[tuple[str, str], str]:
    """(file, beginning of a key) -> the block below it that its switch names."""
    found = {}
    blocks: set[tuple[str, str]] = set()
    for setting in settings:
        parts = setting.key.lower().split(".")
        blocks.update((setting.evidence.path, ".".join(parts[:depth]) + ".") for depth in range(1, len(parts)))
        if switch := _SWITCH.match(setting.key):
            found[setting.evidence.path, switch["before"].lower()] = re.sub(r"[\s_-]", "", setting.value.strip().lower())
    return {(path, before): chosen for (path, before), chosen in found.items() if (path, f"{before}{chosen}.") in blocks}


def _is_other_block(setting: Setting, switches: dict[tuple[str, str], str]) -> bool:
    parts = setting.key.lower().split(".")
    for depth in range(1, len(parts) - 1):
        chosen = switches.get((setting.evidence.path, ".".join(parts[:depth]) + "."))
        if chosen is not None and parts[depth] != chosen:
            return True
    return False
