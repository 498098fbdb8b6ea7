import unittest

import fakes  # noqa: F401

from probes.machines import resembling


class ResemblingTest(unittest.TestCase):
    def test_each_measure_has_a_pair_that_agrees_in_it(self):
        found = list(resembling.pairs((6, 2), range(1, 13), range(1, 13)))
        measures = (lambda a, b: a, lambda a, b: b, lambda a, b: a + b, lambda a, b: a * b, lambda a, b: b - a, lambda a, b: a ^ b)
        for measure in measures:
            self.assertTrue([pair for pair in found if measure(*pair) == measure(6, 2)])
        self.assertIn((2, 6), found)

    def test_the_pair_itself_is_not_given_and_none_is_given_twice(self):
        found = list(resembling.pairs((6, 2), range(1, 13), range(1, 13)))
        self.assertNotIn((6, 2), found)
        self.assertEqual(len(found), len(set(found)))

    def test_memories_by_a_part_of_two_numbers_are_found(self):
        """A place that is kept as long as its key is the same, and was right for more."""
        for key in (lambda a, b: a, lambda a, b: b, lambda a, b: a + b, lambda a, b: a * b, lambda a, b: b - a, lambda a, b: (min(a, b), max(a, b))):
            now = (4, 3)
            wrong = [pair for pair in resembling.pairs(now, range(0, 20), range(1, 20)) if key(*pair) == key(*now)]
            self.assertTrue(wrong)

    def test_the_pairs_are_the_same_each_time(self):
        self.assertEqual(list(resembling.pairs((5, 6), range(9), range(9))), list(resembling.pairs((5, 6), range(9), range(9))))


if __name__ == "__main__":
    unittest.main()
