"""The three kinds of error: yours (below, exit codes 2 and 3), the application's (`Unread` facts), ours (a traceback, exit 70)."""

import re


class AssessorError(Exception):
    """Something the user can mend. Printed as `error: what` / `  at: file:line` / `  hint: what to do`, never as a traceback."""

    exit_code = 2

    def __init__(self, what: str, *, at: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.at = at
        self.hint = hint

    def __str__(self) -> str:
        lines = [f"error: {self.what}"]
        if self.at:
            lines.append(f"  at: {self.at}")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class NothingToAnalyse(AssessorError):
    """The given folders hold no source the tool could speak about."""

    exit_code = 3


class RuleError(AssessorError):
    """A file of `rules/` (ours or the user's) is wrong."""


class InputError(AssessorError):
    """A path, an answers file, a configuration or an assessment that was given is wrong."""


def nearest(word: str, words: list[str]) -> str:
    """`, did you mean 'x'?` for the closest of `words`, or an empty string: one that is written almost alike, else one of whose
    parts (`secret` of `secret-setting`) is."""
    from difflib import get_close_matches

    alike = get_close_matches(word, words, n=1, cutoff=0.8)
    parts = {each: re.split(r"[-._]", each) for each in words}
    part = get_close_matches(word, sorted({one for each in parts.values() for one in each}), n=1, cutoff=0.8)
    named = [each for each in words if part and part[0] in parts[each]]
    found = alike or sorted(named, key=lambda each: (not each.startswith(part[0]), len(each), each))
    found = found or get_close_matches(word, words, n=1, cutoff=0.6)
    return f", did you mean '{found[0]}'?" if found else ""
