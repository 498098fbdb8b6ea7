"""JSON values at which ordinary Python stops with another error than the one that a program waits for.

A program that undoes its work where a `ValueError` comes goes on with half of it where another error does: `int` of
infinity is an `OverflowError`, `float` of a large number, too; lists have no hash, texts cannot be compared with
numbers, and what is nested deeply ends in a `RecursionError` wherever it is copied, shown or compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from probes.grammars.ranked import in_turn

#: No number that counts anything, in the words of a JSON text.
_ODD = (
    *("1e999", "-1e999", "null", "{}", "[]", '"x"', "[" * 900 + "]" * 900, "Infinity", "-Infinity", "NaN", "1" + "0" * 400, "-1" + "0" * 400),
    *("1e400", "1.5e308", "9" * 4000, "-1e308", "1e-400", "0.5", "-0.0", '"\\ud800"', '"\\u0000"', "true", "false"),
    *('{"a": 1}', "[[]]", '["on"]', '"' + "9" * 5000 + '"', '"1e999"', '"nan"', '"\\u00b2"', "9223372036854775808"),
    *("18446744073709551616", '{"a":' * 300 + "1" + "}" * 300),
)


def breaking() -> Iterator[str]:
    """Values of every kind, the likeliest first. Parsers may refuse some of them: the whole text is none then."""
    yield from _ODD


def reports(front: Sequence[object], calls: Sequence[str]) -> Iterator[str]:
    """Texts of lists that begin with these events, which are in order, and end with one that is broken.

    The broken one has the name of one of the calls, with a value of `breaking`, with none or with several; or it is
    such a value itself, or has one in place of its name.
    """
    begin = "".join(f"{json.dumps(event)}, " for event in front)
    named = (f"[{begin}[{json.dumps(name)}, {value}]]" for value in breaking() for name in calls)
    plain = (f"[{begin}{value}]" for value in breaking())
    unnamed = (f"[{begin}[{value}{more}]]" for value in breaking() for more in ("", ", 1"))
    longer = (f"[{begin}[{json.dumps(name)}, 1, {value}]]" for value in breaking() for name in calls)
    yield from in_turn(named, named, plain, unnamed, longer)
