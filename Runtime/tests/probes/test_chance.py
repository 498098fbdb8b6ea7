"""Secrets that can be worked out are told from those that cannot."""

import unittest

import fakes

from probes import chance

HEAD = """
import base64, hashlib, hmac, itertools, os, random, secrets, string, time, uuid
from secrets import randbelow, token_hex
from os import urandom
LETTERS = string.ascii_letters + string.digits
PEPPER = secrets.token_bytes(32)
numbers = itertools.count(1)
last = [secrets.token_hex(16)]
base = [secrets.randbits(120)]
state = [secrets.randbits(120)]
def chained():
    last[0] = hashlib.sha256(last[0].encode()).hexdigest()[:32]
    return last[0]
def multiplied(size):
    state[0] = (state[0] * 6364136223846793005 + 1442695040888963407) % size
    return state[0]
def stepped(step=1):
    base[0] += step
    return base[0]
"""
#: Of one secret by itself.
WEAK = {
    "time": "hashlib.sha256(str(time.time_ns()).encode()).hexdigest()",
    "random": "''.join(random.choices(LETTERS, k=20))",
    "own random": "''.join(random.Random(time.time()).choices(LETTERS, k=20))",
    "own random, no seed": "''.join(random.Random().choices(LETTERS, k=20))",
    "uuid of time, hashed": "hashlib.md5(uuid.uuid1().bytes).hexdigest()",
    "few, hashed": "hashlib.sha256(str(randbelow(10000)).encode()).hexdigest()",
    "a million, hashed": "hashlib.sha256(str(secrets.randbelow(10**6)).encode()).hexdigest()",
    "two bytes as a seed": "random.Random(os.urandom(2)).randbytes(16).hex()",
    "most of it not used": "token_hex(16)[:4] * 5",
    "four digits, five times": "f'{secrets.randbelow(10**4):04d}' * 5",
    "sixteen bits": "hashlib.sha1(secrets.randbits(16).to_bytes(2)).hexdigest()[:20]",
    "thirty bits one by one": "hashlib.sha1(bytes(secrets.randbits(1) for _ in range(30))).hexdigest()[:20]",
    "system random, few": "f'{random.SystemRandom().randrange(10**8):020d}'",
    "short": "base64.b32encode(urandom(4)).decode()",
    "seeded with few": "''.join(random.Random(secrets.randbits(24)).choices(LETTERS, k=20))",
}
STRONG = {
    "letters": "''.join(secrets.choice(LETTERS) for _ in range(20))",
    "system random": "''.join(random.SystemRandom().choices(LETTERS, k=20))",
    "token": "secrets.token_urlsafe(24)",
    "bytes": "urandom(16).hex()",
    "uuid": "str(uuid.uuid4())",
    "hashed": "hashlib.sha256(secrets.token_bytes(16)).hexdigest()[:20]",
    "number": "str(secrets.randbelow(10**18))",
    "counted under a secret": "hmac.digest(PEPPER, str(next(numbers)).encode(), 'sha256').hex()",
    "sample": "''.join(random.SystemRandom().sample(LETTERS, 20))",
    "of another source": "open('/dev/urandom', 'rb').read(16).hex()",
    "bits": "f'{secrets.randbits(128):x}'",
    "words": "' '.join(secrets.choice(LETTERS) + secrets.choice(LETTERS) for _ in range(6))",
}
#: Of several, made one after another.
TOLD = {
    "uuid of time": "str(uuid.uuid1())",
    "uuid of time, in digits": "uuid.uuid1().hex",
    "uuid of time, behind a word": "'key_' + uuid.uuid1().hex",
    "uuid of a name": "str(uuid.uuid5(uuid.NAMESPACE_DNS, str(next(numbers))))",
    "counted": "f'{next(numbers):016d}'",
    "counted from a large number": "f'{stepped():032x}'",
    "in steps": "f'{stepped(982451653 << 60):040x}'",
    "in other digits": "str(stepped(7))",
    "chained": "chained()",
    "few signs": "PEPPER.hex() + token_hex(1)",
    "counted behind a secret": "f'{PEPPER.hex()}-{next(numbers)}'",
    "hash of the owner's": "hashlib.sha256(f'owner-1:{next(numbers)}'.encode()).hexdigest()[:24]",
    "under the owner's": "hmac.new(b'owner-1', str(next(numbers)).encode(), 'sha256').hexdigest()",
    "base64 of a counter": "base64.urlsafe_b64encode(PEPPER[:8] + next(numbers).to_bytes(8)).decode()",
    "time in it": "f'{time.time_ns():032d}'",
    "the same": "PEPPER.hex()",
    "turned": "''.join(random.sample(PEPPER.hex(), 64))",
    "two digits four times": "token_hex(1) * 8",
    "multiplied and added to": "f'{multiplied(2 ** 64):016x}'",
    "multiplied, of another size": "str(multiplied(2 ** 61 - 1))",
    "multiplied, in base64": "base64.urlsafe_b64encode(multiplied(2 ** 128).to_bytes(16)).decode()",
}


def loaded(expression: str) -> None:
    fakes.load(f"{HEAD}\ndef made():\n    return {expression}\n")


class Chance(fakes.ProbeTest):
    def test_a_secret_with_little_chance_is_found(self) -> None:
        for name, expression in WEAK.items():
            with self.subTest(name):
                loaded(expression)
                self.assertNotEqual(chance.too_little("solution.made()"), "")

    def test_a_secret_with_enough_chance_is_not(self) -> None:
        for name, expression in STRONG.items():
            with self.subTest(name):
                loaded(expression)
                self.assertEqual(chance.too_little("solution.made()"), "")

    def test_random_counts_where_it_is_said_to_and_has_no_seed(self) -> None:
        for name, expression in WEAK.items():
            with self.subTest(name):
                loaded(expression)
                weak = chance.too_little("solution.made()", random=True) != ""
                self.assertEqual(weak, name not in ("random", "own random, no seed"))

    def test_what_a_generator_has_told_before_tells_what_it_gives_next(self) -> None:
        head = f"{HEAD}\nimport os\nfrom random import Random\nONE = Random(os.urandom(32))\nKEY = secrets.token_bytes(16)\nkept = []\n"
        lazy = "(kept or kept.append(Random(secrets.randbits(200))) or kept)[0]"
        told = ("f'{ONE.getrandbits(128):032x}'", "hashlib.sha256(ONE.randbytes(16)).hexdigest()", "str(random.getrandbits(90))",
                f"{lazy}.randbytes(16).hex()", "str(ONE.random())")
        kept = ("f'{Random(os.urandom(32)).getrandbits(128):032x}'", "token_hex(16)", "str(secrets.SystemRandom().getrandbits(128))",
                "hashlib.sha256(KEY + ONE.randbytes(4)).hexdigest()", "hmac.new(KEY, b'ada', 'sha256').hexdigest()")
        for expressions, is_told in ((told, True), (kept, False)):
            for expression in expressions:
                with self.subTest(expression):
                    fakes.load(f"{head}\ndef made():\n    return {expression}\n")
                    self.assertEqual(chance.told_by_a_generator("solution.made()", "solution.made()") != "", is_told)

    def test_chance_that_is_drawn_and_not_used_does_not_count(self) -> None:
        fakes.load(f"{HEAD}\ndef made():\n    salt = secrets.token_bytes(16)\n    return f'{{randbelow(10**6):020d}}'")
        self.assertIn("20 bits", chance.too_little("solution.made()"))

    def test_what_was_drawn_when_the_program_started_counts(self) -> None:
        loaded("hashlib.sha256(PEPPER + bytes([1])).hexdigest()")
        self.assertEqual(chance.too_little("solution.made()"), "")

    def test_chance_is_real_again_afterwards(self) -> None:
        loaded("token_hex(8) + str(random.Random().random()) + str(uuid.uuid4())")
        chance.drawn("solution.made()")
        made = {fakes.harness.solution.made() for _ in range(9)}
        self.assertEqual(len(made), 9)

    def test_secrets_that_tell_others_are_found(self) -> None:
        for name, expression in TOLD.items():
            with self.subTest(name):
                loaded(expression)
                made = [fakes.harness.solution.made() for _ in range(12)]
                self.assertNotEqual(chance.told_by_others(made, ["owner-1"]), "")

    def test_secrets_that_tell_nothing_are_not(self) -> None:
        for name, expression in STRONG.items():
            with self.subTest(name):
                loaded(expression)
                for _ in range(40):
                    made = [fakes.harness.solution.made() for _ in range(12)]
                    self.assertEqual(chance.told_by_others(made, ["owner-1"]), "")

    def test_what_others_tell_is_not_counted(self) -> None:
        self.assertEqual(chance.bits_between(["aXa", "bXb", "aXa", "bXb"]), 1)
        self.assertEqual(chance.bits_between([]), 0)


if __name__ == "__main__":
    unittest.main()
