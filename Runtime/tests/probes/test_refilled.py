import ast
import base64
import contextlib
import json
import marshal
import os
import pickle
import unittest
import urllib.parse

import fakes  # noqa: F401

from probes import pickle_payloads
from probes.refilled import MORE, OTHER_KINDS, enlarged, refilled, respelt, spliced, transplanted, whole, with_other_literals
from probes.refilled import calling as refilled_calls
from probes.wrapping import family


class Refilled(unittest.TestCase):
    def kinds(self, own: bytes | str, read) -> set[str]:
        found = set()

        def walk(value: object) -> None:
            found.add(type(value).__name__)
            if isinstance(value, dict):
                for key, item in value.items():
                    walk(key), walk(item)
            elif isinstance(value, (list, tuple)):
                for item in value:
                    walk(item)

        for data in refilled(own, OTHER_KINDS, words=("tuple",)).values():
            self.assertIs(type(data), type(own))
            with contextlib.suppress(ValueError):
                walk(read(data))
        return found

    def test_pickles_and_literals_hold_other_kinds(self) -> None:
        job = ("glaze", {"celsius": 1240, "who": ["Kit", 0.5]})
        self.assertGreater(self.kinds(pickle.dumps(job), pickle.loads), {"set", "tuple", "frozenset", "bytearray"})
        self.assertGreater(self.kinds(repr(job), ast.literal_eval), {"set", "tuple", "complex"})

    def test_json_gets_other_names_and_tags_in_its_wrapping(self) -> None:
        own = base64.b64encode(json.dumps({"list": [["celsius", 1240]]}).encode())
        documents = [json.loads(base64.b64decode(data)) for data in refilled(own, (), words=("tuple",)).values()]
        self.assertIn({"tuple": [["celsius", 1240]]}, documents)
        self.assertIn({"list": [[7, 1240]]}, documents)

    def test_values_become_the_results_of_calls(self) -> None:
        job = ["glaze", {"shelf": b"\xff", "note": "a"}]
        calls = [call[:3] for call in pickle_payloads.PLAIN_CALLS]
        results = [call[3] for call in pickle_payloads.PLAIN_CALLS]
        for protocol in (2, 4):
            made = refilled_calls(pickle.dumps(job, protocol), calls)
            read = []
            for data in made.values():
                with contextlib.suppress(TypeError, AttributeError):
                    read.append(pickle.loads(data))
            # Dotted names need protocol 4.
            for result in results if protocol == 4 else results[:4]:
                self.assertTrue(any(result in one[1].values() for one in read), result)
        self.assertEqual(refilled_calls(b'{"a": 1}', calls), {})

    def test_values_come_in_the_place_of_keys(self) -> None:
        def tagged(value):
            if isinstance(value, dict):
                return ["dict", [[tagged(key), tagged(one)] for key, one in value.items()]]
            return ["bytes", value.hex()] if isinstance(value, bytes) else [type(value).__name__, value]

        def packed(value):
            if isinstance(value, dict):
                return "d%d:" % len(value) + "".join(packed(part) for pair in value.items() for part in pair)
            text = value.hex() if isinstance(value, bytes) else str(value)
            return f"{type(value).__name__[0]}{len(text)}:{text}"

        ways = {
            "tags": (lambda value: json.dumps(tagged(value)).encode(), b'[["int", 1240], ["str", "kxqk"]]'),
            "tags, in base64": (lambda value: base64.b64encode(json.dumps(tagged(value)).encode()), b'[["int", 1240], ["str", "kxqk"]]'),
            "lengths": (lambda value: packed(value).encode(), b"i4:1240s4:kxqk"),
            "literals": (lambda value: repr(value).encode(), b"{1240: 'kxqk'}"),
        }
        for name, (write, told) in ways.items():
            with self.subTest(name):
                made = dict(transplanted(write, (1240, None, b"x"))).values()
                read = [base64.b64decode(one) if "base64" in name else one for one in made]
                self.assertTrue(any(told in one for one in read), read[:4])
        self.assertEqual(list(transplanted(lambda value: os.urandom(20) + repr(value).encode(), (1,))), [])

    def test_what_cannot_be_read_is_left_alone(self) -> None:
        for own in (b"\xff\0", b"a=1", b"cos\nsystem\n(S'x'\ntR.", "{'a': f()}"):
            self.assertEqual(refilled(own, OTHER_KINDS), {})

    def test_documents_get_more_keys_and_other_numbers(self) -> None:
        own = urllib.parse.quote(json.dumps({"stations": {"Pond": 5}, "points": 5}), safe="")
        documents = [json.loads(urllib.parse.unquote(text)) for text in enlarged(own).values()]
        self.assertIn({"stations": {"Pond": 5}, "points": 5, "more": MORE}, documents)
        self.assertIn({"stations": {"Pond": 5, "more": MORE}, "points": 5}, documents)
        self.assertIn({"stations": {"Pond": 5}, "points": 9005}, documents)

    def test_formats_of_a_programs_own_get_other_words_in_their_wrapping(self) -> None:
        own = base64.b64encode(b"Pond=5;Hive=15").decode()
        made = [base64.b64decode(text) for text in spliced(own, {"Pond": ("x",), "5": ("[1]",)}).values()]
        self.assertEqual(made, [b"x=5;Hive=15", b"Pond=[1];Hive=15"])
        listed = spliced(b"<list><integer>1240</integer><key>Pond</key></list>", {"Pond": (), "1240": ("<date>x</date>",)})
        self.assertEqual(list(listed.values()), [b"<list><date>x</date><key>Pond</key></list>"])
        self.assertEqual(spliced(b"\xff\0", {"Pond": ("x",)}), {})

    def test_formats_that_cannot_be_read_get_whole_documents(self) -> None:
        made = whole("glaze", {"shelf": 3}, OTHER_KINDS)
        self.assertIn(("glaze", {"shelf": 3, "x": {2, 3}}), [marshal.loads(made[n]) for n in made if "marshal" in n])
        self.assertTrue(any(b"<date>" in data for data in made.values()))

    def test_a_mac_before_a_pickle_is_no_document(self) -> None:
        job = pickle.dumps({"a": b"\xff\n"})
        for first in b"\"[{(c]}VK":
            self.assertIsNone(family(bytes([first]) + b"\xfe\xff\n" * 10 + job), chr(first))


class Respelt(unittest.TestCase):
    """A reader raises what a message names, however it is written there."""

    WRITERS = {
        "hex": (lambda name: json.dumps(["failed", name.encode().hex()]).encode(), lambda data: bytes.fromhex(json.loads(data)[1])),
        "base64": (lambda name: json.dumps(["failed", base64.b64encode(name.encode()).decode()]).encode(), lambda data: base64.b64decode(json.loads(data)[1])),
        "numbers": (lambda name: json.dumps(list(name.encode())).encode(), lambda data: bytes(json.loads(data))),
        "four bytes": (lambda name: b"error\n" + len(name).to_bytes(4, "big") + name.encode(), lambda data: data[10 : 10 + int.from_bytes(data[6:10], "big")]),
        "one byte": (lambda name: bytes([len(name)]) + name.encode() + b"rest", lambda data: data[1 : 1 + data[0]]),
        "netstring": (lambda name: f"{len(name)}:{name},".encode(), lambda data: data.partition(b":")[2][: int(data.partition(b":")[0])]),
        "utf-16": (lambda name: b"x" + len(name).to_bytes(2, "little") + name.encode("utf-16-le"), lambda data: data[3 : 3 + 2 * int.from_bytes(data[1:3], "little")].decode("utf-16-le").encode()),
    }

    def test_other_names_are_read(self) -> None:
        for name, (write, read) in self.WRITERS.items():
            found = set()
            for data in respelt(write("ValueError"), "ValueError", ("SystemExit", "InvalidOperation", "Stop")).values():
                with contextlib.suppress(ValueError):
                    found.add(read(data))
            self.assertLessEqual({b"SystemExit", b"InvalidOperation", b"Stop"}, found, name)

    def test_there_is_no_such_word(self) -> None:
        self.assertEqual(respelt(b'["failed"]', "ValueError", ("Stop",)), {})


class OtherLiterals(unittest.TestCase):
    def kinds(self, own, read) -> set[str]:
        found = set()

        def walk(value: object) -> None:
            found.add(type(value).__name__)
            for one in [*value.keys(), *value.values()] if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ():
                walk(one)

        for data in with_other_literals(own, 40961).values():
            with contextlib.suppress(ValueError, SyntaxError, TypeError):
                walk(read(data))
        return found

    def test_literals_of_python(self) -> None:
        def headed(data):
            return ast.literal_eval(data.decode().partition(" ")[2])

        self.assertLessEqual({"complex", "ellipsis", "set"}, self.kinds(b"order ('echo', [40961])", headed))
        self.assertLessEqual({"complex", "ellipsis"}, self.kinds(b"order ('echo', [0xa001, 1])", headed))
        wrapped = base64.b64encode(b"('echo', [40961])")
        self.assertLessEqual({"complex", "ellipsis"}, self.kinds(wrapped, lambda data: ast.literal_eval(base64.b64decode(data).decode())))

    def test_literals_in_the_place_of_what_is_no_number(self) -> None:
        """Readers that have a form of their own for numbers, or texts, and let all the rest of a literal pass as it is."""

        def read(data):
            return ast.literal_eval(data.decode())

        def stood(own, plain):
            found = set()
            for data in with_other_literals(own, 40961, plain).values():
                with contextlib.suppress(ValueError, SyntaxError, TypeError):
                    value = read(data)
                    parts = value[2] if isinstance(value, tuple) and len(value) == 3 else ()
                    if value[:2] == ("order", "echo") and isinstance(parts, tuple) and len(parts) == 2 and parts[0] == "list":
                        found |= {type(one).__name__ for one in parts[1]}
            return found

        own = ascii(("order", "echo", ("list", [("int", "0x1"), True, None, "plum-7", b"plum-8"]))).encode()
        for value in (True, None, "plum-7", b"plum-8"):
            self.assertLessEqual({"complex", "ellipsis"}, stood(own, (value,)), value)

    def test_property_lists_and_toml(self) -> None:
        import plistlib
        import tomllib

        self.assertIn("datetime", self.kinds(plistlib.dumps(["echo", 40961]).replace(b"<integer>", b"<int>").replace(b"</integer>", b"</int>"), lambda data: plistlib.loads(data.replace(b"int>", b"integer>"))))
        self.assertLessEqual({"datetime", "time"}, self.kinds(b'job = "echo"\nvalues = [40961]\n', lambda data: tomllib.loads(data.decode())))

    def test_json_has_none(self) -> None:
        self.assertLessEqual(self.kinds(b'["echo", [40961]]', json.loads), {"dict", "list", "str", "int", "NoneType", "bool", "float"})


if __name__ == "__main__":
    unittest.main()
