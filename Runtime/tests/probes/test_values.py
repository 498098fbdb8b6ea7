"""Pairs of texts that are different, and each the same for one way to tidy a text up."""

import array
import ctypes
import html
import json
import math
import operator
import re
import unicodedata
import unittest
import urllib.parse

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


#: What programs do with a text of other letters before they hash or compare it.
LOSING = {
    "question marks for what ASCII lacks": lambda text: text.encode("ascii", "replace"),
    "the same with a console's charset": lambda text: text.encode("cp437", "replace"),
    "Latin-1 with references": lambda text: text.encode("latin-1", "xmlcharrefreplace"),
    "escaped": lambda text: text.encode("ascii", "backslashreplace"),
    "by names": lambda text: text.encode("ascii", "namereplace"),
    "Central European": lambda text: text.encode("iso8859-2", "replace"),
    "Cyrillic without the rest": lambda text: text.encode("koi8-r", "ignore"),
    "letters without marks": lambda text: unicodedata.normalize("NFKD", text).encode("ascii", "ignore"),
    "a byte of each": lambda text: bytes(ord(sign) & 0xFF for sign in text),
    "seven bits of each": lambda text: bytes(ord(sign) & 0x7F for sign in text),
    "quoted for an address": lambda text: urllib.parse.quote(text, safe="%"),
    "as source, once": lambda text: text.encode("ascii", "backslashreplace").decode("unicode_escape") if text.isascii() else text,
    "decoded where it can be": lambda text: text.encode("latin-1").decode() if max(map(ord, text)) < 256 and "\xc3" in text else text,
}


class Lossy(unittest.TestCase):
    def test_each_way_to_write_in_a_small_charset_makes_one_of_two(self) -> None:
        for name, lose in LOSING.items():
            self.assertTrue([pair for pair in values.lossy() if lose(pair[0]) == lose(pair[1])], name)

    def test_no_careful_way_does(self) -> None:
        for keep in (str, str.encode, lambda text: text.encode("utf-16"), lambda text: unicodedata.normalize("NFC", text)):
            self.assertEqual([pair for pair in values.lossy() if keep(pair[0]) == keep(pair[1])], [])


class FractionsBeside(unittest.TestCase):
    def test_each_way_to_make_a_whole_number_takes_one_for_a_number_in_range(self) -> None:
        for whole in (int, round, math.floor, math.ceil, math.trunc):
            self.assertTrue([one for one in values.fractions_beside(0, 2) if 0 <= whole(one) <= 2], whole)

    def test_none_is_in_range_itself(self) -> None:
        self.assertFalse([one for one in values.fractions_beside(1, 6) if 1 <= one <= 6])


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


#: What programs do with texts that `TIDIED` leaves apart.
SPOILED = {
    "leaves out what it cannot encode": lambda text: text.encode("utf-8", "ignore"),
    "replaces what it cannot encode": lambda text: text.encode("utf-8", "replace"),
    "replaces halves of signs": lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:5],
    "normal form KC": lambda text: unicodedata.normalize("NFKC", text),
    "folds sharp s": str.casefold,
    "joins words": lambda text: " ".join(text.split()),
    "drops what is not seen": lambda text: "".join(filter(str.isprintable, text)),
    "cuts to a kilobyte": lambda text: text.encode("utf-8", "replace")[:1024],
    "decodes": urllib.parse.unquote,
    "reads HTML": html.unescape,
    "takes escapes out": lambda text: text.replace("\\", ""),
    "reads other digits": lambda text: "".join(str(unicodedata.digit(sign, sign)) for sign in text),
    "splits at a dollar": lambda text: text.split("$")[0],
    "splits at a sign of equality": lambda text: text.split("=")[0],
}
MADE_ONE = {
    "text, number": lambda text, number: f"{text}{number}".encode(),
    "number, text": lambda text, number: f"{number}{text}".encode(),
    "number, blank, text without blanks": lambda text, number: f"{number} {text}".replace(" ", "").encode(),
    "text, bytes": lambda text, number: text.encode() + number.to_bytes((number.bit_length() + 7) // 8, "big"),
    "bytes of the other end, text": lambda text, number: number.to_bytes(
        (number.bit_length() + 7) // 8, "little") + text.encode(),
    "sum": lambda text, number: int.from_bytes(text.encode(), "big") + number,
    "exclusive or": lambda text, number: int.from_bytes(text.encode(), "big") ^ number,
    "repeated": lambda text, number: text.encode() * number,
    "hexadecimal": lambda text, number: f"{text}{number:x}".encode(),
}
SEPARATE = {
    "a colon": lambda text, number: f"{text}:{number}",
    "fixed width": lambda text, number: f"{text}{number:05d}",
    "two of one kind": lambda text, number: (text, number),
    "a line before": lambda text, number: f"{number}\n{text}",
}


class Spelled(unittest.TestCase):
    def test_each_way_to_spoil_a_text_confuses_a_pair(self) -> None:
        self.assertTrue(all(one != other for one, other in (*values.SPELLED, *values.BLANK)))
        for name, spoil in SPOILED.items():
            self.assertTrue(any(spoil(one) == spoil(other) for one, other in values.SPELLED), name)

    def test_of_a_blank_pair_nothing_is_left(self) -> None:
        for tidy in (str.strip, lambda text: re.sub(r"\W", "", text), lambda text: "".join(filter(str.isalnum, text))):
            self.assertTrue(any(tidy(one) == tidy(other) == "" for one, other in values.BLANK))


class JoinedNumbers(unittest.TestCase):
    def test_each_careless_way_makes_one_of_two(self) -> None:
        pairs = values.joined_numbers("swans")
        self.assertTrue(all(one != other and 0 < one[1] < 10_000 for one, other in pairs))
        for name, make in MADE_ONE.items():
            self.assertTrue(any(make(*one) == make(*other) for one, other in pairs), name)

    def test_no_careful_way_does(self) -> None:
        for name, make in SEPARATE.items():
            self.assertFalse(any(make(*one) == make(*other) for one, other in values.joined_numbers("swans")), name)


class Nearly(unittest.TestCase):
    SECRET = "Q7x-5530-rYe-0b1c"

    def test_each_comparison_of_a_part_takes_one_of_them(self) -> None:
        own, near = self.SECRET, values.nearly(self.SECRET)
        self.assertNotIn(own, near)
        for name, same in {
            "the beginning": lambda one: own.startswith(one),
            "begins so": lambda one: one.startswith(own),
            "as far as both go": lambda one: all(a == b for a, b in zip(own, one, strict=False)),
            "the first eight": lambda one: one[:8] == own[:8],
            "the last eight": lambda one: one[-8:] == own[-8:],
            "within": lambda one: one in own,
            "holds it": lambda one: own in one,
            "case": lambda one: one.lower() == own.lower(),
            "letters": lambda one: sorted(one) == sorted(own),
            "to a NUL": lambda one: one.partition("\0")[0] == own,
            "LIKE": lambda one: re.fullmatch(re.escape(one).replace("%", ".*").replace("_", "."), own),
        }.items():
            self.assertTrue(any(same(one) for one in near), name)



def by_slices(memory, data):
    memory[4 : 4 + len(data)] = data


def by_bytes(memory, data):
    memory[4 : 4 + len(data)] = bytes(data)


def by_number_of_bytes(memory, data):
    memory[4 : 4 + data.nbytes] = data.tolist() if data.ndim == 1 else [0]


def one_by_one(memory, data):
    for number, byte in enumerate(data):
        memory[4 + number] = byte


def copied_first(memory, data):
    data = bytes(data)
    if len(data) <= 8:
        memory[4 : 4 + len(data)] = data


class WideBuffers(unittest.TestCase):
    def changed(self, write):
        """Buffers of four items with which a memory changes its size."""
        found = []
        for make in values.WIDE_BUFFERS:
            memory = bytearray(16)
            try:
                write(memory, eval(make.format(count=4), {"array": array, "ctypes": ctypes}))
            except (TypeError, ValueError, NotImplementedError, AttributeError):
                pass
            found += [make] if len(memory) != 16 else []
        return found

    def test_who_counts_items_and_copies_bytes_is_found(self) -> None:
        for write in (by_slices, by_bytes, by_number_of_bytes):
            self.assertTrue(self.changed(write), write.__name__)

    def test_who_counts_and_copies_alike_is_not(self) -> None:
        for write in (one_by_one, copied_first):
            self.assertEqual(self.changed(write), [], write.__name__)


class Filled(unittest.TestCase):
    """A room of eight bytes in a row of them: what is free in it is told from its bytes."""

    def test_rooms_that_are_told_by_their_bytes(self) -> None:
        ways = {"zeros": lambda room: room.rstrip(b"\0"), "blanks": bytes.rstrip, "the first zero": lambda room: room.partition(b"\0")[0]}
        for name, said in ways.items():
            found = [text for text in values.filled(8) if said(text.encode().ljust(8, b"\0")) != text.encode()]
            self.assertTrue(found, name)

    def test_they_fit(self) -> None:
        for size in (1, 2, 6, 9, 40):
            made = values.filled(size)
            self.assertTrue(made and all(0 < len(text.encode()) <= size for text in made))
            self.assertTrue(any(len(text.encode()) == size for text in made))


class Remembered(unittest.TestCase):
    """What was right for one number is taken for right for another that has the same key."""

    def passes(self, key) -> list:
        """The wrong ones that pass behind their right ones."""
        found = []
        for right, wrong in values.REMEMBERED:
            known = {}
            for held in (right, wrong):
                try:
                    place = key(held)
                    if place not in known:
                        if type(held) is not int or not 1 <= held <= 60:
                            continue
                        known[place] = held
                except (TypeError, ValueError):
                    continue
            try:
                found += [wrong] if key(wrong) in known else []
            except (TypeError, ValueError):
                pass
        return found

    def test_each_careless_key_is_found(self) -> None:
        keys = (
            *(lambda held: held, int, round, abs, repr_of_whole, lambda held: str(held).partition(".")[0], lambda held: int(str(held).rstrip("x"))),
            *(lambda held: f"{held:.3f}", lambda held: held[0] if isinstance(held, list) else held, lambda held: f"{held:g}", lambda held: json.dumps(held).strip('"[]')),
        )
        for number, key in enumerate(keys):
            self.assertTrue(self.passes(key), number)

    def test_a_key_with_the_type_is_not(self) -> None:
        self.assertEqual(self.passes(lambda held: (type(held).__name__, repr(held))), [])


def repr_of_whole(held) -> str:
    return repr(int(held))


class Lying(unittest.TestCase):
    """A room of four bytes in a memory of eight; eight bytes are offered."""

    def written(self, size, content) -> list[str]:
        found = []
        for make in values.LYING_BUFFERS:
            memory, data = bytearray(8), eval(make.format(count=8), {"array": array})
            try:
                if size(data) <= 4:
                    memory[: len(bytes(content(data)))] = content(data)
            except (TypeError, ValueError):
                pass
            found += [make] if any(memory[4:]) or len(memory) != 8 else []
        return found

    def test_who_asks_the_object_and_writes_its_buffer_is_found(self) -> None:
        for size in (len, lambda data: len(data) * getattr(data, "itemsize", 1), lambda data: len(bytes(data)), lambda data: len(data or b"")):
            self.assertTrue(self.written(size, lambda data: bytes(memoryview(data))))

    def test_who_writes_what_was_measured_is_not(self) -> None:
        self.assertFalse(self.written(lambda data: memoryview(data).nbytes, lambda data: memoryview(data).tobytes()))


class Moving(unittest.TestCase):
    CHECKS = {"index": operator.index, "int": int, "range": lambda number: range(9).index(operator.index(number)), "twice": lambda number: operator.index(number) * 0 + operator.index(number)}

    def used(self, check) -> set[int]:
        found = set()
        for make in (values.moving(0, 5), values.moving(0, 0, 5), values.moving(0, 0, 0, 5), values.divided(0, 5), values.divided(5, 0)):
            number = eval(make)
            if check(number) == 0:
                found.add(operator.index(number))
        return found

    def test_who_reads_again_what_was_checked_is_found(self) -> None:
        for name, check in self.CHECKS.items():
            self.assertIn(5, self.used(check), name)

    def test_who_keeps_what_was_read_is_not(self) -> None:
        for make in (values.moving(0, 5), values.divided(0, 5), values.divided(5, 0)):
            kept = operator.index(eval(make))
            self.assertEqual(operator.index(kept), kept)


class Powers(unittest.TestCase):
    def test_who_makes_further_digits_of_them_is_found(self) -> None:
        def by_digits(text: str) -> str:
            return "".join(str(unicodedata.digit(sign, sign)) for sign in text)

        def by_width(text: str) -> str:
            return "".join(sign if sign.isascii() else unicodedata.normalize("NFKD", sign) for sign in text)

        ways = (by_digits, by_width, lambda text: unicodedata.normalize("NFKC", text), lambda text: "".join(filter(str.isascii, by_digits(text))))
        for way in ways:
            self.assertTrue([text for text in values.powers(10) if re.fullmatch("[0-9]{3}", way(text))])
            self.assertTrue([text for text in values.powers(10, True) if re.fullmatch("[0-9]{1,5}[.][0-9]{1,2}", way(text))])

    def test_who_asks_for_ascii_is_not(self) -> None:
        self.assertFalse([text for text in values.powers(10, True) if re.fullmatch("[0-9.]+", text) or text.isdecimal()])


if __name__ == "__main__":
    unittest.main()
