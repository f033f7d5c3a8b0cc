"""Options that are switched off: `TIKA_ENABLED=false` says that `TIKA_ENDPOINT` leads nowhere, and so does
`PersistKeysToRedis: false` of `PersistKeysToRedisUrl`.

In: settings. Out: the places of settings whose key begins like that of such a switch.
"""

import re
from collections.abc import Iterable

from assessor.domain.facts import Setting

_SWITCH = re.compile(r"^(?P<prefix>.*[a-z0-9]{3,}[._])(?:is_)?(?:enabled?|active|on)$")
_OFF = ("false", "no", "off", "0", "disabled")
_ON = ("true", "yes", "on", "1", "enabled")
_NO = ("false", "no", "off", "disabled")
"""What switches the option off that is called like the setting itself; a 0 there is often a number."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_TOO_WIDE = 40
"""A prefix of more settings than this is the application's own, not that of one option."""

Place = tuple[str, int]


def switched_off(settings: Iterable[Setting]) -> frozenset[Place]:
    """(path, line) of every setting of an option that is off, and nowhere on."""
    off: set[str] = set()
    on: set[str] = set()
    keys: list[tuple[str, Place]] = []
    for setting in settings:
        key = _HUMP.sub("_", setting.key).lower().replace("-", "_")
        keys.append((key, (setting.evidence.path, setting.evidence.line)))
        found, value = _SWITCH.match(key), setting.value.strip().lower()
        prefix = found["prefix"] if found else f"{key}_"
        if value in (_OFF if found else _NO):
            off.add(prefix)
        elif value in _ON:
            on.add(prefix)
    places: set[Place] = set()
    for prefix in sorted(off - on):
        held = [place for key, place in keys if key.startswith(prefix)]
        if len(held) <= _TOO_WIDE:
            places.update(held)
    return frozenset(places)
