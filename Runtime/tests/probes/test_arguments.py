import glob
import os
import re
import shlex
import unittest

import fakes

from probes import doors, programs, search
from probes.grammars import arguments, placeholders, shell


def unquoted_if(pattern):
    """A home-made quoting that leaves alone what matches; what it leaves alone, a shell expands and splits."""
    return lambda text: expanded(text) if re.search(pattern, text) else [text]


def expanded(text):
    return [one for word in text.split() for one in (glob.glob(os.path.expandvars(word)) or [os.path.expandvars(word)])]


GAPS = {
    "split": str.split,
    "split as a shell does": shlex.split,
    "split in quotes of one kind": lambda text: shlex.split(f"'{text}'"),
    "split in quotes of the other kind": lambda text: shlex.split(f'"{text}"'),
    "double quotes escaped": lambda text: shlex.split('"' + text.replace('"', '\\"') + '"'),
    "single quotes escaped": lambda text: shlex.split("'" + text.replace("'", "\\'") + "'"),
    "split at line breaks": str.splitlines,
    "split at tabs": lambda text: text.split("\t"),
    "a pattern": glob.glob,
    "a variable": lambda text: [os.path.expandvars(text)],
    "blanks refused": lambda text: [] if " " in text else text.split(),
    "white space refused, then a pattern": lambda text: [] if re.search(r"\s", text) else expanded(text),
    "quoted if it has a blank": lambda text: [text] if " " in text else expanded(text),
    "quoted if it has a letter and a blank": unquoted_if(r"^\S+$"),
}
SOUND = {
    "as it is": lambda text: [text],
    "quoted": lambda text: shlex.split(f"tool {shlex.quote(text)}")[1:],
    "stripped": lambda text: [text.strip()],
    "cleaned": lambda text: [re.sub(r"[^\w.@+-]", "", text)],
    "a name": lambda text: [text] if re.fullmatch(r"[\w.@+-]+", text) else [],
    "the first word": lambda text: text.split()[:1],
}


class Texts(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")
        os.environ["LANG"] = "C.UTF-8"

    def misread(self, reading):
        def effect(text):
            found = fakes.attempt(reading, text).value
            return programs.misread([found] if found else [], [None])

        return search.first(arguments.texts("x-7"), effect, 20)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, reading in GAPS.items() if not self.misread(reading)], [])

    def test_a_text_that_arrives_whole_cleaned_or_not_at_all_is_not_misread(self) -> None:
        self.assertEqual([name for name, reading in SOUND.items() if self.misread(reading)], [])

    def test_other_arguments_must_stand_as_they_are(self) -> None:
        self.assertIsNone(programs.misread([["-n", "x"]], ["-n", None]))
        self.assertIn("2 arguments", programs.misread([["-m", "x"]], ["-n", None]))
        self.assertIn("2 times", programs.misread([["x"], ["x"]], [None]))

    def test_fields_of_the_source_are_among_them(self) -> None:
        fakes.load('T = "bundle %FOLDER% {names} $size"\nMARK = "@@TEXT@@"\n')
        made = list(placeholders.own())
        self.assertEqual(made[0], " ".join(made[1:]))
        for field in ("%FOLDER%", "{names}", "$size", "@@TEXT@@"):
            self.assertIn(field, made)

    def test_here_documents_of_the_source_are_known(self) -> None:
        fakes.load("T = \"cat <<'END_OF_TEXT'\\n{text}\\nEND_OF_TEXT\\n\"\n")
        self.assertEqual(shell.here_documents(), ["END_OF_TEXT"])
        self.assertTrue(any(text.startswith("END_OF_TEXT\nSCRIPT") for text in shell.texts("x")))


class Client:
    """Keeps what it is asked for."""

    def __init__(self):
        self.requests = []

    def open(self, path, **parts):
        self.requests.append(parts)


class Doors(unittest.TestCase):
    def test_a_text_comes_by_every_way_and_the_rest_of_the_form_beside_it(self) -> None:
        client = Client()
        send = doors.sender(client, "/labels", {"text": "a", "copies": "1"})
        for way, text in doors.through(["x", "y", "z", "w"], others=1):
            send(way, text, "copies")
        forms = [one.get("data", {}).get("copies") for one in client.requests]
        for one in ("x", "y", "z", "w", ["1", "x"], ["x", "1"]):
            self.assertIn(one, forms)
        self.assertIn("x", [one.get("json", {}).get("copies") for one in client.requests])
        self.assertIn({"copies": "x"}, [one.get("query_string") for one in client.requests])
        self.assertTrue(all("a" in str(one) for one in client.requests))

    def test_a_way_that_is_none_sends_nothing(self) -> None:
        client = Client()
        doors.sender(client, "/labels", {"text": "a"})("by", "x", "text")
        self.assertEqual(client.requests, [])


if __name__ == "__main__":
    unittest.main()
