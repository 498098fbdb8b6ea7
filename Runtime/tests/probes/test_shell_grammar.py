import html
import os
import re
import shlex
import subprocess
import unicodedata
import unittest
import urllib.parse

import fakes

from probes import markers, search
from probes.grammars import shell

#: As many tries as a check has for one argument.
TRIES = 26


def refused(pattern, flags=0):
    def defence(text):
        if re.search(pattern, text, flags):
            raise ValueError(text)
        return text

    return defence


def demanded(pattern, flags=0):
    def defence(text):
        if not re.match(pattern, text, flags):
            raise ValueError(text)
        return text

    return defence


def nested_quotes(text):
    return '"' + shlex.quote(text) + '"'


GAPS = {
    "nothing": str,
    "in double quotes": lambda text: f'"{text}"',
    "in single quotes": lambda text: f"'{text}'",
    "double quotes escaped": lambda text: '"' + text.replace('"', '\\"') + '"',
    "double quotes and dollars escaped": lambda text: '"' + re.sub(r'(["$])', r"\\\1", text) + '"',
    "all but backslashes escaped": lambda text: '"' + re.sub(r'(["$`])', r"\\\1", text) + '"',
    "single quotes escaped by backslashes": lambda text: "'" + text.replace("'", "\\'") + "'",
    "quoted, then in double quotes": nested_quotes,
    "no semicolon, no ampersand": refused("[;&]"),
    "no separator": refused(r"[;&|`$]"),
    "no separator, no quote, no bracket": refused(r"[;&|`$<>(){}'\"\\]"),
    "no blank": refused(" "),
    "no blank, no separator": refused(r"[ ;&|$`]"),
    "no slash": refused("/"),
    "no separator, no redirection": refused(r"[;&|<>\n]"),
    "punctuation escaped": lambda text: re.sub(r"([^\w\s])", r"\\\1", text),
    "begins like a name": demanded(r"[\w.-]+"),
    "one line like a name": demanded(r"(?m)^[\w.-]+$"),
    "quoted unless it has a line like a name": lambda text: (
        text if re.search(r"(?m)^[\w.-]+$", text) else shlex.quote(text)
    ),
    "checked, then decoded": lambda text: urllib.parse.unquote(refused(r"[;&|`$\n'\"]")(text)),
    "checked, then normalised": lambda text: unicodedata.normalize("NFKC", refused(r"[;&|`$\n'\"]")(text)),
    "semicolons, pipes and ampersands taken out": lambda text: re.sub("[;|&]", "", text),
    "first line quoted": lambda text: "\n".join([shlex.quote(text.split("\n")[0]), *text.split("\n")[1:]]),
    "in brackets": lambda text: f"$(echo {text})",
    "HTML escaped": html.escape,
    "white space around a name": demanded(r"\s*[\w.-]+\s*$"),
    "longer than what is looked at": lambda text: refused(r"[^\w.-]")(text[:40]) + text[40:],
    "in a here-document": lambda text: f"x; cat <<'END_OF_TEXT'\n{text}\nEND_OF_TEXT\n",
    "in a here-document whose end is no line of it": lambda text: (
        f"x; cat <<'END_OF_TEXT'\n{refused(chr(10) + 'END_OF_TEXT' + chr(10))(text)}\nEND_OF_TEXT\n"
    ),
    "in a list of quoted words": lambda text: " ".join(f"'{word}'" for word in text.split(" ")),
}
SOUND = {
    "quoted": shlex.quote,
    "quoted by hand": lambda text: "'" + text.replace("'", "'\\''") + "'",
    "a name": lambda text: text if re.fullmatch(r"[\w.@+-]+", text) else "x",
    "all punctuation and lines escaped": lambda text: re.sub(
        r"([^\w])", lambda sign: f"'{sign[1]}'" if sign[1] != "'" else '"\'"', text
    ),
}


class Texts(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("T = \"cat <<'END_OF_TEXT'\\n{}\\nEND_OF_TEXT\"\nMOST = 40\n")
        path = os.environ["PATH"]
        os.environ["PATH"] = f"{self.box.path('/box/bin')}:{path}"
        self.addCleanup(os.environ.__setitem__, "PATH", path)

    def exploit(self, defence):
        def use(text):
            subprocess.run(
                ["/bin/sh", "-c", f"true {defence(text)} >/dev/null"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )

        return search.first(shell.texts("x-7"), markers.runs(use), TRIES)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreater(len(GAPS), 20)
        self.assertEqual([name for name, defence in GAPS.items() if not self.exploit(defence)], [])

    def test_sound_quoting_withstands(self) -> None:
        self.assertEqual([name for name, defence in SOUND.items() if self.exploit(defence)], [])

    def test_values_that_make_a_command_together(self) -> None:
        def use(names):
            if not any(re.search(r"[;&|$`'\"\\]", name) for name in names):
                subprocess.run(["/bin/sh", "-c", f"true {' '.join(names)}"], stderr=subprocess.DEVNULL, check=False)

        self.assertTrue(search.first(map(tuple, shell.lists(["a"])), markers.runs(use), 20))


if __name__ == "__main__":
    unittest.main()
