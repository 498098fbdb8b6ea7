"""Texts that bring a line of their own into a protocol of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probes.grammars import evasions
from probes.grammars.ranked import Tiers, in_turn, ranked

_BREAKS = (
    ("\r\n", "\n", "\r"),
    ("\n\r", "\r\r\n\n", "\n\n", "\r\r", "\\n\n", "\n\t", "\\\n", " \n", "\x0b\r", "\\\r\n"),
    (
        "\\n",
        "\\r\\n",
        "%0a",
        "%0d%0a",
        "%0D",
        "&#10;",
        "&#13;",
        "&NewLine;",
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x0c",
        "\x1c",
        "\\x0a",
        "\\u000a",
        # With these, programs join lines that they take apart later.
        "\x1e",
        "\x1f",
        "\x1d",
        "\0",
    ),
    ("\u560a", "\u560d", "\u010a", "\u010d", "\0\n", "\ud800\n"),
)


def texts(ordinary: str, commands: Sequence[str], breaks: Tiers[str] = _BREAKS) -> Iterator[str]:
    """Texts with one of the commands on a line of its own: behind, before, and between what is usual.

    `breaks` are what ends a line, usual ones first, and what a filter may overlook or a later step turn into one.
    """
    first = commands[0]
    yield from in_turn(
        _around(ordinary, commands, breaks),
        (
            other
            for text in (f"{ordinary}{breaks[0][0]}{first}", f"{ordinary}{breaks[0][1]}{first}{breaks[0][1]}")
            for other in evasions.evading(text)
        ),
        (f"{ordinary * 30}{line}{first}" for line in breaks[0]),
        (text for line in breaks[0] for text in (f"{ordinary}{line}", f"{line}{ordinary}", line)),
        # What a later step may turn into a break.
        (f"{ordinary}{line}{first}" for tier in breaks[2:] for line in tier),
        (f"{(ordinary * length)[:length]}{breaks[0][0]}{first}" for length in evasions.lengths()[-3:]),
    )


def _around(ordinary: str, commands: Sequence[str], breaks: Tiers[str]) -> Iterator[str]:
    for before, line, command, end in ranked(
        ((ordinary,), ("", ordinary[:1]), ("#",)), breaks, [[one] for one in commands], (("", "="), ("=x", " ", ";"))
    ):
        yield f"{before}{line}{command}{end.replace('=', line)}"


def placed(ordinary: Sequence[str], hostile: str) -> Iterator[tuple[str, ...]]:
    """The hostile text in each place among the ordinary ones."""
    for place in range(len(ordinary) + 1):
        yield (*ordinary[:place], hostile, *ordinary[place:])
