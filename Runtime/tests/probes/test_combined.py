"""A text that was never issued is found where the code adds up, and nowhere else."""

import base64
import hashlib
import hmac
import random
import unittest
import zlib
from collections.abc import Callable

import fakes  # noqa: F401

from probes.grammars.combined import combined

KEY = b"eleven pipers piping"
SHIFTS = (3, 1, 4, 1)


def crc(peg: int) -> int:
    return zlib.crc32(KEY + b"%d" % peg)


def crc_bytes(peg: int) -> bytes:
    return crc(peg).to_bytes(4, "big")


def mac(peg: int) -> str:
    return hmac.new(KEY, b"%d" % peg, hashlib.sha256).hexdigest()


def base64_of(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


ADDS_UP: tuple[Callable[[int], str], ...] = (
    lambda peg: f"{peg}-{crc(peg):08x}",
    lambda peg: f"{peg}-{crc(peg):08X}",
    lambda peg: f"{peg}/{crc(peg)}",
    lambda peg: f"{crc(peg):08x}.{peg}",
    lambda peg: base64_of(b"%d" % peg + crc_bytes(peg)),
    lambda peg: (b"%04d" % peg + crc_bytes(peg)).hex(),
    lambda peg: f"{peg}-{base64_of(crc_bytes(peg))}",
    lambda peg: f"{peg}-{(peg * 7919 + 4711) % 10**6:06d}",
    lambda peg: f"{peg}-{peg ^ 0x5A5A5A:x}",
    lambda peg: f"{peg}-{sum(KEY) * 1000 + peg * 13}",
    lambda peg: f"{peg}-" + "".join(str((int(one) + key) % 10) for one, key in zip(str(peg), SHIFTS, strict=True)),
    lambda peg: f"{peg}-" + str(peg).translate(str.maketrans("0123456789", "qzmxwncbrt")),
)
SEALED: tuple[Callable[[int], str], ...] = (
    lambda peg: f"{peg}-{mac(peg)[:16]}",
    lambda peg: f"{peg}-{int(mac(peg), 16) % 10**12:012d}",
    lambda peg: f"{peg}-{random.Random(KEY + b'%d' % peg).getrandbits(64):x}",
)


class Combined(unittest.TestCase):
    def found(self, issue: Callable[[int], str]) -> bool:
        return issue(1245) in list(combined(*map(issue, (1234, 1235, 1244))))

    def test_a_code_that_adds_up_is_worked_out(self) -> None:
        self.assertEqual([place for place, issue in enumerate(ADDS_UP) if not self.found(issue)], [])

    def test_a_seal_is_not(self) -> None:
        self.assertEqual([place for place, issue in enumerate(SEALED) if self.found(issue)], [])

    def test_texts_of_no_common_form_give_nothing_that_is_known(self) -> None:
        for three in (("", "a", "b"), ("12", "3-4", "x.y"), ("1-x", "2-y", "3-z"), ("é", "ü", "ß")):
            self.assertFalse(set(three) & set(combined(*three)), three)


if __name__ == "__main__":
    unittest.main()
