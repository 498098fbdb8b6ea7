import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import fakes  # noqa: F401

from probes import search
from probes.grammars import scripts

LINES = ("Ida lost", "abc a.c aac", "x", "", "Tom & Ann", "12 [3] ^4$", "aaa 1", "/ \\ |")


def escaped(signs):
    return lambda text: re.sub(f"[{re.escape(signs)}]", r"\\\g<0>", text)


def quiet(text):
    if re.search("[\n\r\0]", text):
        raise ValueError(text)
    return text


PATTERN, NEW = escaped("\\/.*[]^$"), escaped("\\/&")


def rule(pattern=PATTERN, new=NEW, checked=quiet, note="", border="/"):
    return lambda old, put: f"# {note}\ns{border}{pattern(checked(old))}{border}{new(checked(put))}{border}g\n"


OLD_GAPS = {
    "nothing": rule(str),
    "slashes": rule(escaped("/")),
    "slashes, lines": rule(escaped("/"), checked=str),
    "no backslash": rule(escaped("/.*[]^$")),
    "no dot": rule(escaped("\\/*[]^$")),
    "no star": rule(escaped("\\/.[]^$")),
    "no bracket": rule(escaped("\\/.*^$")),
    "no circumflex": rule(escaped("\\/.*[]$")),
    "no dollar": rule(escaped("\\/.*[]^")),
    "no slash": rule(escaped("\\.*[]^$")),
    "Python's": rule(re.escape),
    "line feeds": rule(checked=str),
    "another border": rule(escaped("\\.*[]^$"), border="\x01"),
    "a bar": rule(escaped("\\.*[]^$"), border="|"),
}
NEW_GAPS = {
    "nothing": rule(new=str),
    "slashes": rule(new=escaped("/")),
    "no ampersand": rule(new=escaped("\\/")),
    "no backslash": rule(new=escaped("/&")),
    "no slash": rule(new=escaped("\\&")),
    "line feeds": rule(checked=str),
    "a hash": rule(new=escaped("\\&"), border="#"),
    "a comma": rule(new=escaped("\\&"), border=","),
}
SOUND = {"escaped": rule(), "printable": rule(checked=lambda text: "".join(filter(str.isprintable, text)))}


def effects(make, of):
    def effect(text):
        old, new = of(text)
        try:
            script = make(old, new)
        except ValueError:
            return None
        lines = [*LINES, f"{old} {old}" if not re.search("[\n\r\0]", old) else "x", "last"]
        tidy = ["".join(filter(str.isprintable, one)) for one in (old, new)]
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "s.sed").write_text(script, newline="")
            done = subprocess.run(["sed", "--sandbox", "-f", "s.sed"], input="\n".join([*lines, ""]).encode(), capture_output=True, cwd=folder)
        right = ["".join(f"{line.replace(*pair) if pair[0] else line}\n" for line in lines).encode() for pair in ((old, new), tidy)]
        return None if done.stdout in right and not done.returncode else script

    return effect


@unittest.skipUnless(shutil.which("sed"), "sed is not there")
class Scripts(unittest.TestCase):
    def test_old_texts(self) -> None:
        missed = [name for name, make in OLD_GAPS.items() if not search.first(scripts.patterns("Ida"), effects(make, lambda text: (text, "Ada")), 200)]
        self.assertEqual(missed, [])

    def test_new_texts(self) -> None:
        missed = [name for name, make in NEW_GAPS.items() if not search.first(scripts.replacements("Ada"), effects(make, lambda text: ("Ida", text)), 180)]
        self.assertEqual(missed, [])

    def test_notes(self) -> None:
        make = lambda old, note: rule(note=note)(old, "Ada")
        self.assertTrue(search.first(scripts.comments("x"), effects(make, lambda text: ("Ida", text)), 20))

    def test_texts_that_come_back_with_other_lines(self) -> None:
        """A script that is read and written once more, by another rule of what a line is."""
        again = {"universal": lambda text: text.replace("\r", "\n"), "splitlines": lambda text: "\n".join([*text.splitlines(), ""])}
        for name, read in again.items():
            for what, candidates, of, most in (("note", scripts.comments("x"), lambda text: ("Ida", "Ada", text), 20), ("old", scripts.patterns("Ida"), lambda text: (text, "Ada", "x"), 60), ("new", scripts.replacements("Ada"), lambda text: ("Ida", text, "x"), 60)):
                def differs(text, of=of, read=read):
                    old, new, note = of(text)
                    if re.search("[\n\0]", text):
                        return None
                    made = f"# {note}\ns/{PATTERN(old)}/{NEW(new)}/g\n"
                    return made if read(made).split("\n") != made.split("\n") else None

                self.assertTrue(search.first(candidates, differs, most), (name, what))

    def test_nothing_is_left(self) -> None:
        ways = {
            "ignore": lambda text: text.encode(errors="ignore").decode(),
            "strip": str.strip,
            "printable": lambda text: "".join(filter(str.isprintable, text)),
            "mark": lambda text: text.encode("utf-8-sig", "surrogatepass").decode("utf-8-sig", "ignore").lstrip("\ufeff"),
            "controls": lambda text: re.sub("[\0-\x1f\x7f]", "", text),
        }
        for name, way in ways.items():
            self.assertTrue(search.first(scripts.vanishing(), lambda text, way=way: None if way(text) else text, 12), name)
        self.assertTrue(all(scripts.vanishing()))

    def test_it_raises_no_alarm(self) -> None:
        for name, make in SOUND.items():
            self.assertIsNone(search.first(scripts.patterns("Ida"), effects(make, lambda text: (text, "Ada")), 200), name)
            self.assertIsNone(search.first(scripts.replacements("Ada"), effects(make, lambda text: ("Ida", text)), 180), name)


if __name__ == "__main__":
    unittest.main()
