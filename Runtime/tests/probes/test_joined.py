"""Codes that do not cover what they should, or cover it without borders, are found; sound ones are left alone."""

import hashlib
import itertools
import unittest

import fakes  # noqa: F401

from probes.grammars import joined

SIGNED = {
    "number and name": lambda number, word: f"{number}{word}",
    "name and number": lambda number, word: f"{word}{number}",
    "the number only": lambda number, word: f"{number}",
    "the name only": lambda number, word: word,
    "the number's low byte": lambda number, word: f"{int(number) % 256}.{word}",
    "the number's first digit": lambda number, word: f"{number[:1]}.{word}",
    "digits in any order": lambda number, word: f"{sorted(number)}.{word}",
}
FORMS = ("{number}-{word}-{code}", "{number}.{word}.{code}", "{number}:{word}|{code}", "{code}/{number}/{word}")
SOUND = lambda number, word: f"{len(number)}.{number}.{word}"  # noqa: E731


def ticket(form: str, covered, number: str, word: str) -> str:
    code = hashlib.sha256(covered(number, word).encode()).hexdigest()[:16]
    return form.format(number=number, word=word, code=code)


def read(form: str, covered, text: str):
    """Number and word of a text whose code is right, as a scanner reads it; None of any other."""
    signs = [sign for sign in "-.:|/" if sign in form]
    parts = text
    for sign in signs:
        parts = parts.replace(sign, "\0")
    fields = parts.split("\0")
    if len(fields) != 3:
        return None
    names = [name.strip("{}") for name in form.translate({ord(sign): " " for sign in signs}).split()]
    found = dict(zip(names, fields, strict=True))
    if not (found["number"].isdigit() and found["word"]) or text != ticket(form, covered, found["number"], found["word"]):
        return None
    return int(found["number"]), found["word"]


def accepted(form: str, covered, tries: int = 60) -> list[str]:
    own, other = ticket(form, covered, "4711", "2ab"), ticket(form, covered, "17", "c9f")
    genuine = {(4711, "2ab"), (17, "c9f")}
    candidates = itertools.islice(joined.reread(own, [other]), tries)
    return [one for one in candidates if read(form, covered, one) not in (None, *genuine)]


class Joined(unittest.TestCase):
    def test_each_gap_is_found(self) -> None:
        for (name, covered), form in itertools.product(SIGNED.items(), FORMS):
            self.assertTrue(accepted(form, covered), f"{name} in {form}")

    def test_sound_codes_are_left_alone(self) -> None:
        for form in FORMS:
            self.assertEqual(accepted(form, SOUND, tries=1000), [])

    def test_no_text_comes_twice_and_none_is_genuine(self) -> None:
        made = list(joined.reread("17-ab-3f", ["4711-cd-99"]))
        self.assertEqual(len(made), len({*made}))
        self.assertFalse({"17-ab-3f", "4711-cd-99"} & {*made})

    def test_numbers_within_encoded_parts_are_exchanged(self) -> None:
        self.assertIn("cGVnIDE4.3f", list(joined.reread("cGVnIDE3.3f")))

    def test_a_code_is_put_into_another_layout(self) -> None:
        self.assertIn("7-ab3f", list(joined.mixed("17-ab3f", "7-cd99")))


if __name__ == "__main__":
    unittest.main()
