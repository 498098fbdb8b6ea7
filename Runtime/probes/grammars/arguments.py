"""Texts for one argument of a program that arrive as several, or as another, where anything reads them on the way.

No command runs: a word is cut in two at a blank, a pattern becomes the name of a file, a variable its value. What came
of them is told by `programs.misread`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.grammars import placeholders
from probes.grammars.ranked import in_turn

#: What a shell, or Python's `glob` and `expandvars`, make of the pattern and the variable; it stands in no payload.
EXPANDED = ("solution.py", "C.UTF-8")
_PATTERN = "s?lution.p?"
_VARIABLE = "$LANG"
#: Blanks of every kind that something splits at, and quotes in which a home-made quoting leaves them outside.
_SPLIT = (
    "{} x",
    '{}\\" --x \\"',
    "{}' 'x",
    "'{}' 'x'",
    '{}" "x',
    '"{}" x',
    "{}\tx",
    "{}\nx",
    "{}' \\",
    '{}\\" x \\',
    "~ x",
    "{{},x}",
    "{}\\\\' x",
    '{}\\\\" x',
    "{}'\"' \"x",
    "{}\x0bx",
    "{}\r\nx",
    "{}\x1fx",
    "{}\u00a0x",
    "{}\u3000x",
    "{}\\ x",
    "{}\u2028x",
    # An escape of the quote that is escaped in turn, where what is left of the quotes stays balanced.
    '{}\\" x "\\',
    "{}\\' x '\\",
)
_READ = (
    _PATTERN,
    f"{_VARIABLE} {_PATTERN}",
    _VARIABLE,
    f"{{}}' {_PATTERN} '",
    f'{{}}" {_PATTERN} "',
    f"'{_VARIABLE}'",
    "${LANG}",
    f'"{_VARIABLE}"',
    "s[!x]lution.py",
    f"\\{_VARIABLE}",
    f"\\\\{_VARIABLE}",
    f"'{_PATTERN}'",
    "solutio*",
    "~",
)


def texts(ordinary: str) -> Iterator[str]:
    """Texts for one argument, around a value that is usual there."""
    yield from in_turn(
        (one.replace("{}", ordinary) for one in _SPLIT),
        (one.replace("{}", ordinary) for one in _READ),
        placeholders.own(),
    )
