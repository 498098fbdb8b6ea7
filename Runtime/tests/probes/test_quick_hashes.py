"""Hashes of passwords take no time, come to the same within a run, and differ where real ones do."""

import hashlib
import unittest

import fakes

from probes import quick_hashes
from probes.drivers import source

REAL = {"pbkdf2_hmac": hashlib.pbkdf2_hmac, "scrypt": hashlib.scrypt}
SOURCE = "import hashlib\nfrom hashlib import scrypt\n"
HASH = hashlib.sha256(b"bowling").hexdigest()


def quick() -> dict[str, object]:
    """The names of the driver."""
    names: dict[str, object] = {}
    exec(source("quick_hashes"), names)
    return names


class QuickHashes(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(lambda: vars(hashlib).update(REAL))
        self.pbkdf2, self.scrypt = (quick()[name] for name in ("pbkdf2_hmac", "scrypt"))

    def test_a_solution_loaded_afterwards_has_them_however_it_imports_them(self) -> None:
        fakes.load(SOURCE)
        quick_hashes.use()
        names: dict[str, object] = {}
        exec("from hashlib import pbkdf2_hmac, scrypt", names)
        self.assertIsNot(names["scrypt"], REAL["scrypt"])
        self.assertIsNot(names["pbkdf2_hmac"], REAL["pbkdf2_hmac"])

    def test_a_solution_that_may_hold_a_hash_keeps_the_real_ones(self) -> None:
        fakes.load(f"{SOURCE}MASTER = '{HASH}'\n")
        quick_hashes.use()
        self.assertIs(hashlib.scrypt, REAL["scrypt"])

    def test_hashes_of_other_passwords_begin_alike_where_it_is_said_to(self) -> None:
        fakes.load(SOURCE)
        quick_hashes.use()
        names: dict[str, object] = {}
        exec("from hashlib import pbkdf2_hmac, scrypt", names)

        def both(size: int) -> list[tuple[bytes, ...]]:
            slow = [names["scrypt"](word, salt=b"s", n=1024, r=8, p=1, dklen=size) for word in (b"ada", b"eve")]
            return [tuple(slow), tuple(names["pbkdf2_hmac"]("sha256", word, b"s", 99_999, size) for word in (b"ada", b"eve"))]

        plain = both(32)
        self.assertTrue(quick_hashes.begin_alike(2))
        for size, is_alike in ((1, True), (2, True), (8, False), (32, False)):
            for one, other in both(size):
                self.assertEqual((one == other, one[:2] == other[:2], len(one)), (is_alike, True, size))
        quick_hashes.begin_alike(0)
        self.assertEqual(both(32), plain)

    def test_without_quick_hashes_nothing_begins_alike(self) -> None:
        fakes.load(SOURCE)
        self.assertFalse(quick_hashes.begin_alike(2))

    def test_the_same_is_the_same_and_everything_else_counts(self) -> None:
        kept = self.pbkdf2("sha256", b"ada", b"salt", 600_000)
        self.assertEqual(kept, self.pbkdf2("sha256", b"ada", bytearray(b"salt"), 600_000))
        others = [
            self.pbkdf2("sha256", b"ad", b"salt", 600_000),
            self.pbkdf2("sha512", b"ada", b"salt", 600_000, 32),
            self.pbkdf2("sha256", b"ada", b"sal", 600_000),
            self.pbkdf2("sha256", b"ada", b"salt", 600_001),
        ]
        self.assertEqual(len({kept, *others}), 5)
        costs = {"n": 32768, "r": 8, "p": 1, "maxmem": 1 << 26}
        kept = self.scrypt(b"ada", salt=b"salt", **costs)
        self.assertEqual((kept, len(kept)), (self.scrypt(b"ada", salt=b"salt", **costs), 64))
        changed = [{"n": 16384}, {"r": 4}, {"p": 2}, {"salt": b"sal"}]
        others = [self.scrypt(b"ada", **{"salt": b"salt", **costs, **change}) for change in changed]
        self.assertEqual(len({kept, self.scrypt(b"ad", salt=b"salt", **costs), *others}), 6)

    def test_a_shorter_hash_is_the_beginning_of_a_longer_one(self) -> None:
        self.assertTrue(self.pbkdf2("sha256", b"a", b"s", 9, 32).startswith(self.pbkdf2("sha256", b"a", b"s", 9, 16)))

    def test_what_the_library_refuses_is_refused_in_its_words(self) -> None:
        given = {"salt": b"s", "n": 1024, "r": 8, "p": 1}
        faults = [{"n": 1000}, {"n": 1}, {"n": 0}, {"n": "1024"}, {"p": 0}, {"maxmem": -1}, {"maxmem": 1000},
            {"n": 1 << 15}, {"dklen": 0}, {"salt": "s"}, {"r": True}]  # fmt: skip
        for fault in faults:
            self.assertEqual(*(outcome(one, b"x", **given | fault) for one in (self.scrypt, REAL["scrypt"])), fault)
        for fault in [("sha0", 5, 8), ("sha256", 0, 8), ("sha256", -1, 8), ("sha256", "5", 8), ("sha256", 5, 0)]:
            name, rounds, size = fault
            told = [outcome(one, name, b"x", b"s", rounds, size) for one in (self.pbkdf2, REAL["pbkdf2_hmac"])]
            self.assertEqual(*told, fault)

    def test_the_memory_that_scrypt_may_use_ends_where_it_really_ends(self) -> None:
        needed = 128 * 8 * (1024 + 2 + 1)
        for most in (needed - 1, needed, needed + 1):
            given = {"salt": b"s", "n": 1024, "r": 8, "p": 1, "maxmem": most}
            told = [outcome(one, b"x", **given) is bytes for one in (self.scrypt, REAL["scrypt"])]
            self.assertEqual(*told, most)

    def test_a_hash_is_seen_in_whole_in_parts_and_in_other_codes(self) -> None:
        digest = bytes.fromhex(HASH)
        parts = [HASH[:20], HASH[20:44], HASH[44:]]
        for value in (
            repr(HASH), repr(digest), repr(HASH.upper()), " + ".join(map(repr, parts)), f"''.join({parts})", str(parts),
            f"bytes.fromhex({HASH!r})", repr(int(HASH, 16)), f"bytes({list(digest)})", "'scrypt:32768:8:1$Xy$ab'",
        ):  # fmt: skip
            self.assertTrue(quick_hashes.may_hold_a_hash(f"MASTER = {value}"), value)

    def test_words_alphabets_and_statements_are_no_hashes(self) -> None:
        for value in (
            "bowling300", "CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY)", "pbkdf2:sha256:600000",
            "^[a-z]+$", "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", "0123456789abcdef", "père & mère\n",
        ):  # fmt: skip
            self.assertFalse(quick_hashes.may_hold_a_hash(f"TEXT = {value!r}"), value)


def outcome(function: object, *given: object, **named: object) -> object:
    """The kind of an answer, or the refusal in words."""
    try:
        return type(function(*given, **named))
    except Exception as error:
        return type(error), str(error)


if __name__ == "__main__":
    unittest.main()
