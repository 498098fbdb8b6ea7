"""Lines, options and quoted texts: each with flawed and sound programs."""

import re
import shlex
import unicodedata
import unittest
import urllib.parse

import fakes

from probes import search
from probes.grammars import lines, options, quoted


def refused(found):
    if found:
        raise ValueError


LINE_GAPS = {
    "nothing": str,
    "line feed refused": lambda text: refused("\n" in text) or text,
    "carriage return refused": lambda text: refused("\r" in text) or text,
    "pair refused": lambda text: refused("\r\n" in text) or text,
    "pair taken out": lambda text: refused(text.count("\n") == 1 and "\r" not in text) or text.replace("\r\n", ""),
    "not at the start": lambda text: refused(text.find("\n") > 0 or text.find("\r") > 0) or text,
    "stripped, then looked at": lambda text: refused(re.search("[\r\n]", text.strip())) or text,
    "first line looked at": lambda text: refused("OFF" in text.split("\n")[0]) or text,
    "begins well": lambda text: refused(not re.match("[0-9A-Za-z]", text)) or text,
    "pattern with a dollar": lambda text: refused(not re.match(r"(?m)^[\w: ]+$", text)) or text,
    "dot in a pattern": lambda text: refused(not re.fullmatch(".*", text)) or text,
    "one taken out": lambda text: text.replace("\n", "", 1).replace("\r", "", 1),
    "decoded afterwards": lambda text: urllib.parse.unquote(refused(re.search("[\r\n]", text)) or text),
    "escapes decoded afterwards": lambda text: (
        (refused(re.search("[\r\n]", text)) or text).encode().decode("unicode_escape")
    ),
    "words refused": lambda text: refused(re.search("OFF|RESET", text)) or text,
    "words taken out": lambda text: text.replace("OFF", "").replace("RESET", ""),
    "only the end looked at": lambda text: refused(text.endswith(("\r", "\n"))) or text,
    "right stripped": str.rstrip,
    "left stripped": str.lstrip,
    "split at pairs": lambda text: text.split("\r\n")[0],
    "split at line feeds": lambda text: text.split("\n")[0],
    "cut to bytes": lambda text: text.encode("utf-16-be")[1::2].decode("latin-1"),
}
LINE_SOUND = {
    "refused": lambda text: refused(re.search("[\r\n]", text)) or text,
    "blanks": lambda text: re.sub("[\r\n]", " ", text),
    "first line": lambda text: (text.splitlines() or [""])[0],
}


class Lines(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, defence):
        def effect(text):
            sent = fakes.attempt(lambda: f"ROW 1 {defence(text)}\r\nCOMMIT").value
            told = [line for line in re.split(r"\r\n|\r|\n", sent or "") if line]
            return told[2:] or None

        return search.first(lines.texts("14:30", ("OFF", "BOARD x")), effect, 120)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(LINE_GAPS), 20)
        self.assertEqual([name for name, defence in LINE_GAPS.items() if not self.exploit(defence)], [])

    def test_sound_programs_withstand(self) -> None:
        self.assertEqual([name for name, defence in LINE_SOUND.items() if self.exploit(defence)], [])

    def test_a_text_stands_in_every_place(self) -> None:
        self.assertEqual(list(lines.placed(["a"], "!")), [("!", "a"), ("a", "!")])


OPTION_GAPS = {
    "nothing": str,
    "long options refused": lambda text: refused(text.startswith("--")) or text,
    "short options refused": lambda text: refused(re.match("-[a-z]", text)) or text,
    "stripped late": lambda text: (refused(text.startswith("-")) or text).strip(),
    "left stripped late": lambda text: (refused(text[:1] == "-") or text).lstrip(),
    "one option refused": lambda text: refused(text.startswith("--run")) or text,
    "option taken out": lambda text: text.replace("--run=", "").replace("-r", ""),
    "a dash taken away": lambda text: text.removeprefix("-"),
    "two dashes taken away": lambda text: text.removeprefix("--") if text.startswith("--") else text,
    "normalised late": lambda text: unicodedata.normalize("NFKC", refused("-" in text) or text),
    "split at blanks": lambda text: refused(text.startswith("-")) or text.split(" ")[-1],
    "split by a shell's rules": lambda text: (shlex.split(refused(text.startswith("-")) or text) or [""])[-1],
    "last line": lambda text: refused(text.startswith("-")) or text.split("\n")[-1],
    "equals sign refused": lambda text: refused("=" in text) or text,
    "no-break blanks stripped": lambda text: (refused(text.startswith("-")) or text).strip(" \u00a0\u3000"),
    "mark at the start removed": lambda text: (refused(text.startswith("-")) or text).removeprefix("\ufeff"),
    "first word looked at": lambda text: refused(text.split(" ")[0] == "-r") or text,
    "begins with two dashes and a letter": lambda text: refused(re.match("--[a-z]", text)) or text,
    "longer words refused": lambda text: refused(len(text) > 9) or text,
    "spelled out refused": lambda text: refused(text.split("=")[0] in ("--run", "--to", "-r")) or text,
}


class Options(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, defence):
        def effect(text):
            argument = fakes.attempt(defence, text).value
            return argument and re.match("(--ru?n?=|-r.|--to?=|-t.)", argument) and argument

        return search.first(options.operands(("--run=CMD", "-rCMD", "--ru=CMD", "-tx", "--to=x")), effect, 60)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(OPTION_GAPS), 20)
        self.assertEqual([name for name, defence in OPTION_GAPS.items() if not self.exploit(defence)], [])

    def test_sound_programs_withstand(self) -> None:
        self.assertIsNone(self.exploit(lambda text: refused(text.strip().startswith("-")) or text))
        self.assertIsNone(self.exploit(lambda text: f"./{text}"))

    def test_the_end_of_options_is_taken_for_a_value(self) -> None:
        def effect(words):
            arguments = iter(words[0:1] + ("--",) + words[1:])
            for argument in arguments:
                if argument == "--":
                    return None
                if argument in ("-n", "-t"):
                    next(arguments)
                elif argument.startswith("--run="):
                    return argument
            return None

        self.assertTrue(search.first(options.pairs(("-n", "-t"), ("--run=CMD",), ("CMD",)), effect, 20))


QUOTE_GAPS = {
    "nothing": str,
    "quotes escaped": lambda text: text.replace('"', '\\"'),
    "quotes escaped unless escaped": lambda text: re.sub(r'(?<!\\)"', r'\\"', text),
    "backslashes in pairs": lambda text: text.replace("\\\\", "\\\\\\\\").replace('"', '\\"'),
    "first quote escaped": lambda text: text.replace('"', '\\"', 1),
    "escaped quotes left": lambda text: text.replace('\\"', "\0").replace('"', '\\"').replace("\0", '\\"'),
    "wrong order": lambda text: text.replace('"', '\\"').replace("\\", "\\\\"),
    "quotes doubled": lambda text: text.replace('"', '""'),
    "last backslash doubled": lambda text: (text + "\\" if text.endswith("\\") else text).replace('"', '\\"'),
    "commands refused behind a quote": lambda text: refused('";' in text) or text,
    "semicolons refused": lambda text: refused(";" in text) or text,
    "lines refused": lambda text: refused("\n" in text) or text,
    "quote at the end refused": lambda text: refused(text.endswith('"')) or text,
    "quote at the start refused": lambda text: refused(text.startswith('"')) or text,
    "stripped of quotes": lambda text: text.strip('"'),
    "backslash before a quote taken out": lambda text: text.replace('\\"', '"'),
    "one backslash doubled": lambda text: text.replace("\\", "\\\\", 1).replace('"', '\\"'),
    "odd backslashes refused": lambda text: refused(len(re.findall(r"\\", text)) % 2) or text.replace('"', '\\"'),
    "single quotes escaped": lambda text: text.replace("'", "\\'"),
    "normalised late": lambda text: unicodedata.normalize("NFKC", text.replace("\\", "\\\\").replace('"', '\\"')),
    "escaped, then cut in pieces": lambda text: "".join(
        piece + '"' * piece.endswith("\\")
        for piece in re.findall("(?s).{1,50}", text.replace("\\", "\\\\").replace('"', '\\"'))
    ),
    "quotes counted": lambda text: refused(text.count('"') % 2) or text,
}


class Quoted(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("LONGEST = 50")

    def exploit(self, defence):
        def effect(text):
            inside = fakes.attempt(defence, text).value
            if inside is None:
                return None
            rest = re.match(r'(?:\\["\\]|[^"])*', inside)
            return re.search(r"(^|[;\n]) *DRILL", inside[rest.end() + 1 :])

        return search.first(quoted.texts("DRILL 9"), effect, 160)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(QUOTE_GAPS), 20)
        self.assertEqual([name for name, defence in QUOTE_GAPS.items() if not self.exploit(defence)], [])

    def test_sound_programs_withstand(self) -> None:
        self.assertIsNone(self.exploit(lambda text: text.replace("\\", "\\\\").replace('"', '\\"')))
        self.assertIsNone(self.exploit(lambda text: text.replace('"', "")))


if __name__ == "__main__":
    unittest.main()
