"""Spans for crops and strides, tried on programs that count with some care."""

import unittest

import fakes  # noqa: F401

from probes.machines import spans

SIZE, LINE = 4, 13


def kept_in(span: spans.Span) -> list[int]:
    start, count, step = span
    return [start + number * step for number in range(count)]


class SpansTest(unittest.TestCase):
    #: Guards with a gap: whether they let a span pass.
    CARELESS = {
        "the start alone": lambda start, count, step: 0 <= start < SIZE,
        "no lower bound": lambda start, count, step: start + (count - 1) * step < SIZE,
        "no upper bound": lambda start, count, step: min(start, start + (count - 1) * step) >= 0,
        "the step forgotten": lambda start, count, step: 0 <= start and start + count <= SIZE,
        "one too many": lambda start, count, step: 0 <= start and start + (count - 1) * step <= SIZE,
        "the end alone": lambda start, count, step: 0 <= start + (count - 1) * step < SIZE,
        "steps forwards alone": lambda start, count, step: (
            start >= 0 and (step < 0 or start + (count - 1) * step < SIZE)
        ),
        "less than its own length to the left": lambda start, count, step: start >= -SIZE and start + count <= SIZE,
    }

    def test_each_gap_lets_a_span_out(self) -> None:
        for name, guard in self.CARELESS.items():
            out = [span for span in spans.leaving(SIZE) if guard(*span) and spans.leaves(span, SIZE)]
            self.assertTrue(out, name)
            for span in out:
                self.assertTrue(set(kept_in(span)) - set(range(SIZE)), (name, span))

    def test_products_come_round_in_every_field(self) -> None:
        for bits in (8, 16, 32, 64):
            for there, space in ((2, 6), (3, 6), (1, 4)):
                came_round = [
                    pair
                    for pair in spans.products()
                    if pair[0] <= there and pair[0] * pair[1] > space and there + pair[0] * pair[1] & 2**bits - 1 < space
                ]
                self.assertTrue(came_round, bits)
                signed = [pair for pair in spans.products() if pair[0] <= there and 2 ** (bits - 1) <= pair[0] * pair[1] < 2**bits]
                self.assertTrue(signed, bits)

    def test_a_shared_place_is_one_place_of_the_memory(self) -> None:
        for first, second in ((range(0, 10), range(9, 20)), (range(9, 20), range(0, 10)), (range(3, 9), range(5, 6))):
            found = spans.shared(first, second)
            self.assertTrue(found)
            for mine, theirs in found:
                self.assertEqual(first[0] + mine, second[0] + theirs)

    def test_spans_that_do_not_touch_have_nearest_places(self) -> None:
        self.assertEqual(spans.shared(range(0, 4), range(7, 9)), [(3, 0)])
        self.assertEqual(spans.shared(range(7, 9), range(0, 4)), [(0, 3)])

    def test_who_looks_at_both_ends_lets_none_out(self) -> None:
        for span in spans.leaving(SIZE):
            ends = kept_in(span)
            if ends and all(0 <= end < SIZE for end in (ends[0], ends[-1])):
                self.assertFalse(spans.leaves(span, SIZE), span)

    def test_who_counts_on_over_the_lines_finds_the_end_in_the_range_again(self) -> None:
        inside = [span for span in spans.wrapping(SIZE, LINE) if 0 <= kept_in(span)[-1] % LINE < SIZE]
        self.assertGreater(len([span for span in inside if spans.leaves(span, SIZE)]), 2)


if __name__ == "__main__":
    unittest.main()
