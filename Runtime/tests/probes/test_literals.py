import builtins
import json
import re
import unittest
import warnings

import fakes

from probes import markers, search
from probes.grammars import literals


def ran(source, encode=str):
    """Does the module run anything but its own constants?"""
    fired = []
    known = {"str": str, "fired": fired, "__build_class__": builtins.__build_class__}
    module = {"__builtins__": known, "__name__": "made"}
    try:
        exec(compile(encode(source.replace("CODE", "fired.append(1)")), "made", "exec"), module)
    except Exception:
        pass
    return "it ran" if fired else None


#: How somebody writes a text into source.
STRINGS = {
    "single quotes": lambda text: f"A = '{text}'\nB = 1\n",
    "double quotes": lambda text: f'A = "{text}"\n',
    "three quotes": lambda text: f'"""{text}"""\nA = 1\n',
    "three single quotes": lambda text: f"'''{text}'''\n",
    "raw": lambda text: f'A = r"{text}"\n',
    "quotes escaped, and no backslash": lambda text: 'A = "' + text.replace('"', '\\"') + '"\n',
    "single quotes escaped, and no backslash": lambda text: "A = '" + text.replace("'", "\\'") + "'\n",
    "line breaks taken out": lambda text: f"A = '{text}'\n".replace(text, re.sub(r"\s", " ", text)),
    "in a list": lambda text: f"A = ['a', '{text}', 'b']\n",
    "in a call": lambda text: f"A = str('{text}')\n",
    "in a dictionary": lambda text: f"A = {{'a': \"{text}\"}}\n",
    "as an f-string": lambda text: f"A = f{text!r}\n",
    "repr, in a comment as well": lambda text: f"A = {text!r}  # {text}\n",
    "repr without its quotes": lambda text: f'A = "{repr(text)[1:-1]}"\n',
    "no semicolon": lambda text: f"A = '{text.replace(';', '')}'\n",
}
COMMENTS = {
    "as it is": lambda text: f"A = 1  # {text}\n",
    "no line feed": lambda text: f"A = 1  # {text.replace(chr(10), ' ')}\n",
    "only the first line break": lambda text: "A = 1  # " + text.replace("\n", " ", 1).replace("\r", " ", 1) + "\n",
    "ends cut": lambda text: f"A = 1  # {text.strip()}\n",
}
#: Comments within something that goes on.
LISTS = {
    "parameters": lambda text: f"def f(\n    a=1,  # {text}\n    b=2,\n): pass\n",
    "parameters, no line feed": lambda text: f"def f(\n    a=1,  # {text.replace(chr(10), '')}\n    b=2,\n): pass\n",
    "a list, no line feed": lambda text: f"A = [\n    1,  # {text.replace(chr(10), '')}\n    2,\n]\n",
    "a dictionary": lambda text: f"A = {{\n    1: 2,  # {text}\n}}\n",
    "a dictionary, no line feed": lambda text: f"A = {{\n    1: 2,  # {text.replace(chr(10), '')}\n}}\n",
    "arguments": lambda text: f"A = str(\n    1,  # {text}\n)\n" if "," in text else "",
    "no comma behind it": lambda text: f"A = [\n    1  # {text}\n]\n",
    "a body": lambda text: f"def f():\n        a = 1  # {text}\n\nf()\n",
    "a class, no line feed": lambda text: f"class A:\n    a = 1  # {text.replace(chr(10), '')}\n",
    "one line is well": lambda text: f"A = [\n    1,  # {text}\n]\n" if re.search(r"(?m)^A$", text) else "",
}
NAMES = {
    "as it is": lambda name: f"{name} = 1\n",
    "with a type": lambda name: f"{name}: int = 1\n",
    "begins well": lambda name: f"{name} = 1\n" if re.match("[A-Z]+", name) else "",
    "one line is well": lambda name: f"{name} = 1\n" if re.search(r"(?m)^[A-Z]+$", name) else "",
    "no equals sign": lambda name: f"{name.replace('=', '')} = 1\n",
    "no semicolon": lambda name: f"{name.replace(';', '')} = 1\n",
    "in a class": lambda name: f"class X:\n    {name} = 1\n",
    "no break": lambda name: f"{''.join(name.split())} = 1\n",
}


class Literals(fakes.ProbeTest):
    def found(self, candidates, program, tries):
        fakes.load("")
        return search.first(candidates, lambda text: ran(program(text)), tries)

    def test_every_planted_gap_is_found(self) -> None:
        kinds = ((STRINGS, literals.texts, 70), (COMMENTS, literals.texts, 70), (COMMENTS, literals.comments, 30), (LISTS, literals.in_lists, 60))
        for programs, grammar, tries in (*kinds, (NAMES, literals.names, 50)):
            for name, program in programs.items():
                with self.subTest(name):
                    self.assertTrue(self.found(grammar("A"), program, tries))

    def test_sound_programs_withstand(self) -> None:
        def sound(text):
            return f"{text!r}\nA = [{text!r}]  # {re.sub(r'[^ -~]', ' ', text)}\n"

        self.assertIsNone(self.found(literals.texts("A"), sound, 300))
        self.assertIsNone(
            self.found(literals.names("A"), lambda name: f"{name} = 1\n" if re.fullmatch("[A-Z]+", name) else "", 300)
        )

    def test_texts_within_an_expression_go_on_behind_it(self) -> None:
        kinds = {
            "single quotes": lambda text: f"A = ('{text}' == 'x')\n",
            "double quotes": lambda text: f'A = ("{text}" == "x" or 1)\n',
            "key of a dictionary": lambda text: f"A = {{}}\nA['{text}'] = 1\n",
            "quotes escaped, and no backslash": lambda text: "A = {}\nA['" + text.replace("'", "\\'") + "'] = 1\n",
            "double quotes escaped, and no backslash": lambda text: 'A = ("' + text.replace('"', '\\"') + '" != "")\n',
            "in a tuple": lambda text: f"A = 'x' in ('{text}', 'y')\n",
            "as an f-string": lambda text: f"A = f{text!r} == 'x'\n",
            "in a call": lambda text: f"A = str('{text}') == 'x'\n",
        }
        for name, program in kinds.items():
            with self.subTest(name):
                self.assertTrue(self.found(literals.within("A"), program, 60))
        self.assertIsNone(self.found(literals.within("A"), lambda text: f"A = {{}}\nA[{text!r}] = {text!r} == 'x'\n", 200))

    def test_texts_that_leave_their_quotes_together(self) -> None:
        fakes.load("")

        def in_a_list(texts):
            return ran("A = [" + ", ".join("'" + text.replace("'", "\\x27") + "'" for text in texts) + "]\n")

        def one_behind_the_other(texts):
            escaped = texts[0].replace('"""', '\\"\\"\\"')
            return ran(f'"""{escaped}"""\nA = {texts[1]!r}\n')

        self.assertTrue(search.first(map(tuple, literals.lists("A")), in_a_list, 40))
        self.assertTrue(search.first(literals.pairs("A"), one_behind_the_other, 40))

    def test_an_encoding_in_which_a_text_has_quotes(self) -> None:
        fakes.load("")
        in_bytes = lambda texts: ran(f"# {texts[0]}\nA = {texts[1]!r}\n", str.encode)  # noqa: E731
        self.assertTrue(search.first(literals.pairs("A"), in_bytes, 40))

    def test_names_that_python_reads_as_another(self) -> None:
        for name in literals.alike("SHEETS"):
            with self.subTest(name):
                self.assertNotEqual(name, "SHEETS")
                made: dict[str, object] = {}
                exec(f"{name} = [4]", made)
                self.assertIn("SHEETS", made)

    def test_texts_that_are_put_behind_the_fields_of_others(self) -> None:
        fakes.load("MODULE = '@CLUB@ @SETTINGS@'\n")

        def one_after_the_other(texts):
            made = "@CLUB@\n@SETTINGS@\n".replace("@CLUB@", repr(texts[0]))
            return ran(made.replace("@SETTINGS@", f"A = {texts[1]!r}  # a"))

        self.assertTrue(search.first(literals.pairs("A"), one_after_the_other, 40))

    def test_marks_that_are_replaced_one_after_the_other_are_found(self) -> None:
        """Each text is a sound literal by itself; the second comes into the quotes of the first."""

        def refused_lines(text):
            if re.search(r"[\\\n\r]", text):
                raise ValueError(text)
            return text

        def once(value, note):
            made = {"@VALUE@": repr(refused_lines(value)), "@NOTE@": refused_lines(note)}
            return ran(re.sub("@VALUE@|@NOTE@", lambda mark: made[mark[0]], "A = @VALUE@  # @NOTE@"))

        programs = {
            "A = @VALUE@  # @NOTE@": lambda v, n: ran("A = @VALUE@  # @NOTE@".replace("@VALUE@", repr(refused_lines(v))).replace("@NOTE@", refused_lines(n))),
            "A = %VALUE%  # %NOTE%": lambda v, n: ran("A = %VALUE%  # %NOTE%".replace("%VALUE%", repr(refused_lines(v))).replace("%NOTE%", refused_lines(n))),
            "A = {{value}}  # {{note}}": lambda v, n: ran("A = {{value}}  # {{note}}".replace("{{value}}", repr(refused_lines(v))).replace("{{note}}", refused_lines(n))),
            "A = <<value>>  # <<note>>": lambda v, n: ran("A = <<value>>  # <<note>>".replace("<<value>>", repr(refused_lines(v))).replace("<<note>>", refused_lines(n))),
            "A = __VALUE__  # __NOTE__": lambda v, n: ran("A = __VALUE__  # __NOTE__".replace("__VALUE__", json.dumps(refused_lines(v))).replace("__NOTE__", refused_lines(n))),
        }
        for template, program in {**programs, "sound": once}.items():
            with self.subTest(template):
                fakes.load(f"SETTING = {template if template != 'sound' else 'A = @VALUE@  # @NOTE@'!r}\n")
                found = search.first(literals.marks("May"), lambda texts, use=program: fakes.attempt(use, *texts).value, 80)
                self.assertEqual(bool(found), template != "sound")

    def test_the_code_of_a_marker_needs_no_quotes(self) -> None:
        marker = markers.new()
        code = literals.words(marker)["CODE"]
        self.assertNotRegex(code, r"['\"\\]")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(code, "code", "exec"), {})
        self.assertTrue(marker.fired)


if __name__ == "__main__":
    unittest.main()
