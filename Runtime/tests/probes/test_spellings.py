"""Paths in other spellings find what looks at a name before it is read for the last time."""

import posixpath
import re
import sys
import unicodedata
import unittest
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from probes.grammars import spellings

WAYS = [("..", "vault", "x.txt"), ("staff", "keys.txt"), ("..", "disks-old", "x.txt"), ("staff",)]
GIVEN = {"/m/disks/staff/keys.txt", "/m/vault/x.txt", "/m/disks-old/x.txt", "/m/disks/staff"}


class Refused(Exception):
    pass


def refuse(condition):
    if condition:
        raise Refused


def parts(text):
    return text.replace("\\", "/").split("/")


def opened(rest):
    return posixpath.normpath(posixpath.join("/m/disks", rest))


def looked_at_as_typed(text):
    refuse(".." in text.split("/") or text.startswith("staff"))
    return opened(text.replace("\\", "/"))


def dots_then_blanks(text):
    found = [part.rstrip(".").rstrip(" ").lower() for part in parts(text)]
    refuse(found[0] == "staff")
    return opened("/".join(part for part in found if part))


def blanks_after_the_check(text):
    refuse(".." in parts(text) or parts(text)[0].lower() == "staff")
    return opened("/".join(part.strip() for part in parts(text)).lower())


def small_after_the_check(text):
    refuse(".." in parts(text) or parts(text)[0] == "staff")
    return opened("/".join(parts(text)).lower())


def empty_parts(text):
    refuse(".." in parts(text) or parts(text)[0].lower() == "staff")
    return opened("/".join(parts(text)).lower().lstrip("/"))


def large_then_small(text):
    refuse(".." in parts(text) or "staff" in [part.lower() for part in parts(text)])
    return opened("/".join(parts(text)).upper().lower())


def folded(text):
    refuse(".." in parts(text) or "staff" in [part.lower() for part in parts(text)])
    return opened("/".join(parts(text)).casefold())


def plainest(text):
    refuse(".." in parts(text) or "staff" in [part.lower() for part in parts(text)])
    return opened(unicodedata.normalize("NFKC", "/".join(parts(text))).lower())


def end_after_the_check(text):
    refuse(text.replace("\\", "/") == "staff" or ".." in parts(text) or text.lower().replace("\\", "/").startswith("staff/"))
    return opened("/".join(parts(text)).lower().rstrip(". "))


def one_slash_only(text):
    refuse(".." in text.split("\\") or "staff" in text.lower().split("\\"))
    return opened(text.lower().replace("\\", "/"))


def other_slash_only(text):
    refuse(".." in text.split("/") or "staff" in text.lower().split("/"))
    return opened(text.lower().replace("\\", "/"))


def first_part_alone(text):
    found = [part.strip(" ").lower() for part in parts(text)]
    refuse(found[0] in ("staff", ".."))
    return opened("/".join(found))


def worked_out_but_not_staff(text):
    refuse(parts(text)[0].strip().lower() == "staff")
    found = opened("/".join(part.strip() for part in parts(text)).lower())
    refuse(not found.startswith("/m/disks/"))
    return found


def prefix_of_the_folder(text):
    found = opened("/".join(part.strip() for part in parts(text)).lower())
    refuse(not found.startswith("/m/disks") or found.startswith("/m/disks/staff"))
    return found


def white_space(text):
    found = [part.strip(" ") for part in parts(text)]
    refuse(".." in found or "staff" in [part.lower() for part in found])
    return opened("/".join(part.strip() for part in found).lower())


def blanks_then_dots(text):
    found = [part.rstrip(" ").rstrip(".").lower() for part in parts(text)]
    refuse("staff" in found)
    return opened("/".join(part.rstrip(" .") for part in found))


def leading_dots(text):
    found = parts(text.lower())
    refuse(".." in found or found[0] == "staff")
    return opened(re.sub(r"^[./]+", "", "/".join(found)))


def control_signs(text):
    found = parts(text.lower())
    refuse(".." in found or "staff" in found)
    return opened(re.sub(r"[\x00-\x1f\u200b\ufeff]", "", "/".join(found)))


def drive(text):
    found = parts(text.lower())
    refuse(".." in found or found[0] == "staff")
    return opened(re.sub(r"^[a-z]:", "", "/".join(found)))


def staff_with_a_slash_only(text):
    found = opened("/".join(part.strip() for part in parts(text)).lower())
    refuse(not found.startswith("/m/disks/") or found.startswith("/m/disks/staff/"))
    return found


def wide_slashes(text):
    found = parts(text.lower())
    refuse(".." in found or found[0] == "staff")
    return opened(re.sub("[\uff0f\u2216\u29f5]", "/", "/".join(found)))


GAPS = (looked_at_as_typed, dots_then_blanks, blanks_after_the_check, small_after_the_check, empty_parts, large_then_small, folded, plainest, end_after_the_check,
    one_slash_only, other_slash_only, first_part_alone, worked_out_but_not_staff, prefix_of_the_folder, white_space, blanks_then_dots, leading_dots, control_signs, drive,
    staff_with_a_slash_only, wide_slashes)


def dropped(text):
    """Whatever is nothing when it has been read is no part."""
    found = [part.strip(" .").lower() for part in parts(text)]
    found = [part for part in found if part]
    refuse(not found or found[0] == "staff")
    return opened("/".join(found))


def looked_at_last(text):
    found = opened("/".join(part.strip() for part in parts(text)).casefold().rstrip(". "))
    refuse(not found.startswith("/m/disks/") or found.split("/")[3:4] == ["staff"])
    return found


def reached(read, texts=lambda: spellings.paths(WAYS, "games"), tries=700):
    for text in islice(texts(), tries):
        try:
            if read(text) in GIVEN:
                return text
        except Refused:
            continue
    return None


def without(signs):
    """The parts are looked at, and then written without these signs."""
    def read(text):
        found = parts(text.lower())
        refuse(".." in found or "staff" in found)
        return opened(re.sub(signs, "", "/".join(found)))
    return read


def encoded(coding):
    def read(text):
        found = parts(text.lower())
        refuse(".." in found or "staff" in found)
        return opened("/".join(found).encode(coding, "ignore").decode(coding))
    return read


def after_the_look_at_the_first(text):
    found = parts(text.lower())
    refuse(".." in found or found[0] == "staff")
    return opened("/".join(part for part in (part.encode("utf-8", "ignore").decode() for part in found) if part))


LEFT_OUT = (encoded("utf-8"), encoded("ascii"), encoded("latin-1"), without("\0"), without(r"[\x00-\x1f]"), without("[\u200b-\u200f\ufeff]"), without('[<>:"|?*]'), without(r"[^\w./-]"), without("\u0301"), without(r"\s"),
    without("\xad"), without("\x7f"), without("['\"]"), without("%"), without("~"), after_the_look_at_the_first, without("\ufffd"), without("[\ud800-\udfff]"), without(r"[\r\n]"), without("\u202e"))


def written_then_looked_at(text):
    found = [part.encode("utf-8", "ignore").decode().strip(" .").lower() for part in parts(text)]
    found = [part for part in found if part]
    refuse(not found or found[0] == "staff")
    return opened("/".join(found))


class Spellings(unittest.TestCase):
    def test_gaps_are_found(self):
        for read in GAPS:
            with self.subTest(read.__name__):
                self.assertIsNotNone(reached(read))

    def test_what_leaves_signs_out_is_found(self):
        for number, read in enumerate(LEFT_OUT):
            with self.subTest(number):
                self.assertIsNotNone(reached(read, lambda: spellings.left_out(WAYS), 600))
        for read in (dropped, looked_at_last, written_then_looked_at):
            with self.subTest(read.__name__):
                self.assertIsNone(reached(read, lambda: spellings.left_out(WAYS), 600))

    def test_marred_words_are_others_that_bytes_are_not(self):
        ways = [lambda text: text.encode("utf-8", "ignore"), lambda text: text.encode("ascii", "ignore"), lambda text: text.encode("latin-1", "ignore"), lambda text: re.sub(r"[\0\n\x1f]", "", text).encode("utf-8", "replace"), lambda text: text.replace("\u200b", "").encode("utf-8", "replace"), lambda text: text.partition("\0")[0].encode("utf-8", "replace")]
        for word in ("slow", "7", "Ida Berg"):
            self.assertNotIn(word, list(spellings.marred(word)))
            for number, way in enumerate(ways):
                self.assertIn(way(word), [way(text) for text in spellings.marred(word)], number)

    def test_foreign_letters_pass_careless_patterns(self):
        careless = [lambda text: re.fullmatch("[a-z]+", text, re.I), lambda text: re.fullmatch(r"[a-z]\w*", text), str.isalnum, str.isalpha, str.isidentifier,
            lambda text: re.fullmatch("[a-z]+", text.casefold()), lambda text: re.fullmatch("[a-z]+", text.lower()), lambda text: re.fullmatch("[A-Z]+", text.upper()),
            lambda text: re.fullmatch(r"[a-z][a-z\d]*", text), lambda text: re.fullmatch("[a-z]+", unicodedata.normalize("NFKC", text)),
            lambda text: re.fullmatch("[A-Za-z]+", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode())]
        for number, passes in enumerate(careless):
            self.assertTrue(any(passes(text) for text in spellings.foreign("rock")), number)
        self.assertFalse(any(re.fullmatch("[a-z]+", text, re.I | re.A) for text in spellings.foreign("rock")))
        self.assertLess(len(list(spellings.foreign("rock"))), 70)

    def test_folded_words_are_the_word_to_careless_readers(self):
        readers = [str.lower, lambda text: unicodedata.normalize("NFKC", text), lambda text: unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode(), lambda text: text.upper().lower(),
            lambda text: "species" if re.fullmatch("species", text, re.I) else text, lambda text: text.replace("\u200b", ""), lambda text: text.replace("\xad", "")]
        for number, read in enumerate(readers):
            self.assertIn("species", [read(text) for text in spellings.folded("species")], number)
        self.assertNotIn("species", list(spellings.folded("species")))

    def test_sound_readings_are_not(self):
        for read in (dropped, looked_at_last):
            with self.subTest(read.__name__):
                self.assertIsNone(reached(read))

    def test_the_plain_name_comes_first(self):
        self.assertEqual(next(spellings.names("staff")), "staff")
        self.assertEqual(next(spellings.paths(WAYS)), "..\\vault\\x.txt")


if __name__ == "__main__":
    unittest.main()
