"""What was there before, and is the same as what is there now to who keeps less of it than all.

A program that remembers something for a place in a memory knows by the beginning, the size, the end, or a product, whether it is
still the same place; whoever gave it anew has changed the other number only.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

#: By what two numbers are taken for two others.
_MEASURES = (
    lambda first, second: first,
    lambda first, second: second,
    lambda first, second: first + second,
    lambda first, second: first * second,
    lambda first, second: second - first,
    lambda first, second: {first, second},
    lambda first, second: first ^ second,
    lambda first, second: f"{first}{second}",
)


def pairs(now: tuple[int, int], firsts: Sequence[int], seconds: Sequence[int], each: int = 2) -> Iterator[tuple[int, int]]:
    """Pairs that agree with `now` in one measure, up to `each` of a measure: larger ones first, for what was right for more is wrong now."""
    given = set()
    streams = []
    for measure in _MEASURES:
        alike = [pair for pair in itertools.product(firsts, seconds) if pair != now and measure(*pair) == measure(*now)]
        larger = sorted((pair for pair in alike if pair[1] > now[1]), key=lambda pair: (-pair[1], pair[0]))
        smaller = sorted((pair for pair in alike if pair[1] <= now[1]), key=lambda pair: (-pair[0], pair[1]))
        streams.append([one for two in itertools.zip_longest(larger[:each], smaller[:each]) for one in two if one][:each])
    for pair in (pair for row in itertools.zip_longest(*streams) for pair in row if pair):
        if pair not in given:
            given.add(pair)
            yield pair
