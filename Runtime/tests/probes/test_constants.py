import unittest

import fakes

from probes import constants

SOURCE = r'''
"""Doc"""
import base64, os
PLAIN = "tulip-1"
NAMED = PLAIN + "x"
HASHES = {"ada": "rose-2", "bob": b"bytes-3"}
def check(user, password="default-4", *, key=b"\xffkey"):
    a = "con" + "cat-" + "5"
    b = "-".join(["join", "6"])
    c = "7-esrever"[::-1]
    d = base64.b64decode("YjY0LTg=").decode()
    e = bytes([99, 111, 100, 101, 45, 57]).decode()
    f = "".join(chr(c) for c in [99, 104, 114, 45, 49, 48])
    g = "".join(chr(c ^ 1) for c in [121, 110, 115])
    h = "%s-%d" % ("percent", 11)
    i = "{}-12".format("format")
    j = f"{PLAIN}-f"
    k = "".join(reversed("31-desrever"))
    r = "".join(map(chr, [109, 97, 112, 45, 49, 56]))
    l = bytes.fromhex("686578")
    m = "aGlkZGVuLTE0"
    n = "service:pass-15"
    o = 471147
    p = "loud-16".upper().replace("LOUD", "quiet")
    q = __import__("codecs").decode("x", "rot13")
    return user == "gardener" and password == "spade-17"
'''


#: Held in containers, classes, objects, defaults, documentation and closures, as text and as bytes.
HELD = r"""
def put(*parts):
    return "".join(parts) + "!"
PLAIN = put("tulip", "-1")
LISTED = [(put("tulip", "-2"),)]
NAMED = {put("tulip", "-3"): {1: put("tulip", "-4")}}
class Shop:
    key = put("tulip", "-5")
    def __init__(self):
        self.own = put("tulip", "-6").encode()
SHOP = Shop()
def default(key=put("tulip", "-7"), *, other=put("tulip", "-8")):
    pass
def closed(key):
    def inside():
        return key
    return inside
CLOSED = closed(put("tulip", "-9"))
def told():
    pass
told.__doc__ = put("tulip", "-10")
from cryptography.fernet import Fernet
import base64
FERNET = Fernet(base64.urlsafe_b64encode(put("tulip", "-11").encode().ljust(32)))
"""
NAMED = """
class Till:
    def __init__(self, pin):
        self.pin = pin
        self._open: bool = False
    def sell(self):
        def inner():
            self.pin = 1
    def _set_pin(self):
        local = self.other
"""


class Constants(unittest.TestCase):
    def test_what_is_made_of_the_time(self) -> None:
        for source in (
            "KEY = sha256(f'trail {time.time():.0f}'.encode())",
            "KEY = 'trail %d' % time.time()",
            "KEY = 'trail ' + str(int(time.time()))",
            "KEY = 'trail {}'.format(int(datetime.now().timestamp()))",
        ):
            self.assertIn("trail 1900000000", constants.timed(1_900_000_012.5, source=source))
        self.assertIn("1900000000", constants.timed(1_900_000_000.5, source="KEY = str(int(time()))"))
        self.assertEqual(constants.timed(1_900_000_000.5, source="KEY = f'trail {secrets.token_hex()}'"), [])

    def test_constants_and_what_is_made_of_them_are_found(self) -> None:
        found = constants.strings(SOURCE)
        for text in (
            "Doc",
            "tulip-1",
            "tulip-1x",
            "rose-2",
            "bytes-3",
            "default-4",
            "ÿkey",
            "concat-5",
            "join-6",
            "reverse-7",
            "b64-8",
            "code-9",
            "chr-10",
            "xor",
            "percent-11",
            "format-12",
            "tulip-1-f",
            "reversed-13",
            "hex",
            "hidden-14",
            "pass-15",
            "471147",
            "quiet-16",
            "map-18",
            "spade-17",
        ):
            self.assertIn(text, found)
        self.assertEqual(len(found), len(set(found)))

    def test_pairs_stand_beside_each_other_or_under_common_names(self) -> None:
        found = constants.pairs(SOURCE)
        for pair in (("ada", "rose-2"), ("bob", "bytes-3"), ("gardener", "spade-17"), ("admin", "tulip-1")):
            self.assertIn(pair, found)

    def test_source_that_does_not_parse_or_recurses_has_no_constants(self) -> None:
        self.assertEqual(constants.strings("def ("), [])
        self.assertEqual(constants.strings("a = a\nb = c\nc = b\nx = 'y' * 10**9"), ["y"])

    def test_only_what_logs_in_is_accepted(self) -> None:
        module = fakes.load("SECRET = 'tu' + 'lip'\ndef login(name, password):\n    return password == SECRET\n")
        self.assertEqual(constants.accepted(lambda guess: module.login("ada", guess)), ["tulip"])
        module = fakes.load("import os\ndef login(name, password):\n    return password == os.environ['P' + 'W']\n")
        self.assertEqual(constants.accepted(lambda guess: module.login("ada", guess), extra=["", "admin"]), [])


class Held(fakes.ProbeTest):
    def test_what_is_put_together_when_the_module_is_loaded_is_found_wherever_it_is_kept(self) -> None:
        fakes.load(HELD)
        found = constants.held()
        for number in range(1, 11):
            self.assertIn(f"tulip-{number}!", found)
        self.assertIn("tulip-11!".ljust(32), found)

    def test_what_other_modules_hold_and_what_a_call_would_make_is_not(self) -> None:
        fakes.load("import string\nfrom os import environ\ndef make():\n    return 'tu' + 'lip'\n")
        self.assertNotIn("tulip", constants.held())
        self.assertFalse(any("ABCDEFG" in text for text in constants.held()))


class Names(unittest.TestCase):
    def test_private_functions_come_first_and_special_ones_are_left_out(self) -> None:
        self.assertEqual(constants.functions(NAMED), ["_set_pin", "sell", "inner"])
        self.assertEqual(constants.attributes(NAMED), ["pin", "_open"])
        self.assertEqual((constants.functions("def ("), constants.attributes("def (")), ([], []))


if __name__ == "__main__":
    unittest.main()
