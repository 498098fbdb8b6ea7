"""Places in a row that do not all lie in a range: (start, count, step), as slices, crops and strides ask for them."""

from __future__ import annotations

from probes.grammars.ranked import in_turn

Span = tuple[int, int, int]


def leaving(size: int) -> list[Span]:
    """Spans that leave `range(size)` by an end, and those of no place or fewer, of which a slice may make many.

    Different kinds in turn, likely ones first. A step of a span with one place is not taken by who counts rightly.
    """
    last = size - 1
    kinds: list[list[Span]] = [
        [(start, 1, 1) for start in (-1, size, -2, size + 1, -size, 2 * size, -size - 1, -3 * size)],
        [(0, size + 1, 1), (last, 2, 1), (1, size, 1), (last, 3, 1), (0, 2 * size, 1)],
        [(0, size, 2), (0, 2, size), (1, 2, last), (last, 2, 3), (0, 3, last), (last, 2, 2 * size)],
        [(0, 2, -1), (1, 3, -1), (last, 2, -size), (1, 2, -2), (last, size + 1, -1), (0, 3, -size)],
        [(-1, 2, 1), (size, 2, -1), (-1, 2, 2), (-2, 2, size), (size + 1, 2, -size), (-1, size, 1), (-size, 2, size)],
        [(-1, size + 2, 1), (size, size + 2, -1), (-1, 2, size + 1), (-size, 3, size), (size, 2, -size - 1)],
        [(1, -2, 1), (0, -1, 1), (0, 0, 1), (1, -size, 1), (0, -3, 2), (last, -2 * size, 1), (1, -2, -1), (-1, 0, 1)],
        [(-1, 1, 0), (size, 2, 0), (size, 1, 2), (-1, 1, -1), (size, -1, 1), (-2, -1, -1)],
        [(0, 2, 2**32), (-(2**32), 1, 1), (2**64, 1, 1), (-(2**64), 2, 2**64), (-100 * size, 1, 1), (0, 101, size)],
    ]
    return list(dict.fromkeys(in_turn(*kinds)))


def wrapping(size: int, line: int) -> list[Span]:
    """Spans that leave `range(size)` and end in it again, for who counts places in lines of this length that follow
    each other."""
    last = size - 1
    on = [(0, line + 1, 1), (last, line + 1, -1), (1, line, 1)]
    return [*on, (0, 2 * line + 1, 1), (0, 3, line), (last, 2 * line, 1)]


def products(bits: tuple[int, ...] = (8, 16, 32, 64), small: tuple[int, ...] = (1, 2, 3)) -> list[tuple[int, int]]:
    """Two numbers whose product, a number of pieces, comes round to none or few in so many bits (or in one fewer, where one
    is for the sign): for who counts in a field that is too narrow. Each of the two is found on either side."""
    made = []
    for bit in bits:
        for one in small:
            for over in (2**bit, 2**bit + 1, 2**bit - 1, 2 ** (bit - 1), 2 ** (bit + 1)):
                made += [(one, -(-over // one)), (one, over // one)]
    return list(dict.fromkeys(made))


def leaves(span: Span, size: int) -> bool:
    """Does one of its places lie outside of `range(size)`?"""
    start, count, step = span
    return any(not 0 <= place < size for place in (start, start + (count - 1) * step)) if count > 0 else False


def shared(first: range, second: range) -> list[tuple[int, int]]:
    """The same place of one memory, counted from the beginning of each of two spans in it; ends count as places.

    For what is remembered by its place alone: a place that is behind one span and within the other, as their ends are
    where they touch. Where they do not touch, the nearest places, which come to be the same for who cuts or rounds.
    """
    same = sorted(set(first) & set(second))
    if not same:
        nearest = (first[-1], second[0]) if first[-1] < second[0] else (first[0], second[-1])
        return [(nearest[0] - first[0], nearest[1] - second[0])]
    return [(place - first[0], place - second[0]) for place in (*same[:2], *same[2:][-2:])]
