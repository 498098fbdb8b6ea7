"""Pairs of texts that are different, and each the same for one way to tidy a text up."""

import unicodedata
import unittest

import fakes  # noqa: F401

from probes.machines import values

#: What programs do with a text before they hash, compare or keep it.
TIDIED = {
    "drops other letters": lambda text: text.encode("ascii", "ignore"),
    "replaces other letters": lambda text: text.encode("ascii", "replace"),
    "cuts to 72 bytes": lambda text: text.encode()[:72],
    "cuts to eight letters": lambda text: text[:8],
    "folds case": str.casefold,
    "takes marks off": lambda text: unicodedata.normalize("NFD", text).encode("ascii", "ignore"),
    "keeps letters and digits": lambda text: "".join(filter(str.isalnum, text)).lower(),
    "sorts": lambda text: sorted(text),
    "stops at a colon": lambda text: text.partition(":")[0],
    "reads a number": lambda text: int(text) if text.isdecimal() else text,
    "takes the first line": lambda text: text.splitlines()[:1],
    "has its length only": len,
}


class Confused(unittest.TestCase):
    def test_the_texts_of_a_pair_are_different(self) -> None:
        self.assertTrue(all(one != other for one, other in values.CONFUSED))
        self.assertEqual(len(set(values.CONFUSED)), len(values.CONFUSED))

    def test_each_way_to_tidy_up_confuses_a_pair(self) -> None:
        for name, tidy in TIDIED.items():
            self.assertTrue(any(tidy(one) == tidy(other) for one, other in values.CONFUSED), name)

    def test_each_pair_is_confused_by_one_of_them(self) -> None:
        for pair in values.CONFUSED:
            self.assertTrue(any(tidy(pair[0]) == tidy(pair[1]) for tidy in TIDIED.values()), pair)


class JoinedAlike(unittest.TestCase):
    def test_two_pairs_are_different_and_one_text_with_some_border(self) -> None:
        for one, other in values.joined_alike("pumps", "mia"):
            self.assertTrue(one[0] != other[0] and one[1] != other[1])
            self.assertTrue(any(by.join(one) == by.join(other) for by in values.BORDERS), one)


if __name__ == "__main__":
    unittest.main()
