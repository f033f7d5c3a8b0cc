"""When the clock starts something, in words where the notation is a machine's: triggers of Windows' task scheduler.

`CalendarTrigger 2011-03-01T03:30:00 1` is `by the calendar at 03:30`; what cron reads people read as well, and it stays.
"""

import re
from collections.abc import Callable

TRIGGER = re.compile(r"(Calendar|Time|Boot|Logon|Idle|Event|Registration|SessionStateChange)Trigger\b(.*)")
START = re.compile(r"\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
EVERY = re.compile(r"\bP(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def timetable(schedule: str, word: Callable[..., str]) -> str:
    """`schedule` as people say it; `word` gives our words in the language of the report."""
    return ", ".join(_trigger(one, word) for one in schedule.split("; ")) if TRIGGER.match(schedule) else schedule


def _trigger(text: str, word: Callable[..., str]) -> str:
    found = TRIGGER.fullmatch(text.strip())
    if not found:
        return text
    kind, rest = found[1], found[2]
    start, every = START.search(rest), EVERY.search(rest)
    if kind == "Calendar" and start:
        said = word("by the calendar at %(time)s", time=start[2])
    elif kind == "Time" and start:
        said = word("on %(day)s at %(time)s", day=start[1], time=start[2])
    elif kind == "Boot":
        said = word("when the machine starts")
    elif kind == "Logon":
        said = word("when somebody logs on")
    else:
        said = word("on an event of Windows")
    minutes = sum(int(part or 0) * size for part, size in zip(every.groups(), (1440, 60, 1), strict=True)) if every else 0
    return f"{said}, {word('every %(minutes)s minutes', minutes=minutes)}" if minutes else said
