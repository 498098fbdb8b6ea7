import itertools
import re
import unittest
import urllib.parse

import fakes

from probes import directory, search
from probes.grammars import filters

MEMBERS = [
    {"cn": "Ada Jansen", "pin": "4711", "status": "active", "skill": ["ladder", "pump"]},
    {"cn": "Bo (jr.) *", "pin": "0815", "status": "active", "phone": "2"},
    {"cn": "Ida Jansen", "pin": "3333", "status": "left"},
]


#: The same to who may not ask for pins.
OTHERS = [{**member, "pin": "5" + member["pin"][1:]} for member in MEMBERS]
NAMES = {member["cn"].split()[0]: member["cn"].casefold() for member in MEMBERS}


def found(filter, members=MEMBERS):
    return [member["cn"].split()[0] for member in directory.found(filter, members)]


class Filters(unittest.TestCase):
    def test_values_and_stars(self) -> None:
        self.assertEqual(found("(cn=ada JANSEN)"), ["Ada"])
        self.assertEqual(found("(CN=*jansen*)"), ["Ada", "Ida"])
        self.assertEqual(found("(cn=a*n*n)"), ["Ada"])
        self.assertEqual(found("(skill=pump)"), ["Ada"])
        self.assertEqual(found("(phone=*)"), ["Bo"])

    def test_filters_within_filters(self) -> None:
        self.assertEqual(found("(&(status=active)(|(pin=4*)(!(skill=*))))"), ["Ada", "Bo"])
        self.assertEqual(found("( & ( status=active) (pin>=4))"), ["Ada"])
        self.assertEqual((found("(&)"), found("(|)")), (["Ada", "Bo", "Ida"], []))

    def test_escaped_signs_are_ordinary(self) -> None:
        self.assertEqual(found(r"(cn=*\28JR.\29 \2a)"), ["Bo"])
        self.assertEqual(found(r"(cn=\2a)"), [])

    def test_what_stands_behind_a_filter_is_ignored(self) -> None:
        self.assertEqual(found("(pin=4711))(|(cn=*"), ["Ada"])

    def test_what_is_no_filter(self) -> None:
        for text in ("", "cn=x", "(cn=x", "(cn=(x))", r"(cn=\2)", "(&(cn=x)", "(!(cn=x)(cn=y))", "(=x)", "(" * 9000):
            with self.assertRaises(ValueError):
                directory.found(text, MEMBERS)


class Grammar(fakes.ProbeTest):
    """Programs that look for members by their names, and may be brought to look for more."""

    ESCAPES = {"\\": r"\5c", "*": r"\2a", "(": r"\28", ")": r"\29"}

    def escaped(self, text, but=""):
        return "".join(sign if sign in but else self.ESCAPES.get(sign, sign) for sign in text)

    CARELESS = {
        "nothing": lambda self, text: text,
        "a star is not escaped": lambda self, text: self.escaped(text, "*"),
        "a bracket is not escaped": lambda self, text: self.escaped(text, "()"),
        "a closing bracket is not escaped": lambda self, text: self.escaped(text, "()\\"),
        "the first sign only": lambda self, text: re.sub("[*()]", lambda sign: self.ESCAPES[sign[0]], text, count=1),
        "no equals sign with a bracket": lambda self, text: re.sub(r"\)\(", "", text),
        "the word status is taken out": lambda self, text: text.replace("pin", "").replace("status", ""),
        "no ampersand and no bar": lambda self, text: re.sub("[&|]", "", text),
        "begins with letters": lambda self, text: text if re.match(r"\w+", text) else "x",
        "is decoded behind the escaping": lambda self, text: urllib.parse.unquote(self.escaped(text)),
        "what seems to be escaped is left": lambda self, text: re.sub(
            r"\\(?![0-9a-f]{2})|[*()]", lambda sign: self.ESCAPES[sign[0]], text, flags=re.I
        ),
        "wide signs are made plain behind it": lambda self, text: self.escaped(text).translate(
            {0xFF08: "(", 0xFF09: ")", 0xFF0A: "*"}
        ),
    }
    FORMS = ("(&(status=active)(cn=*{}*))", "(&(cn=*{}*)(status=active))", "(&(|(cn={}*)(cn=x))(status=active))")

    def effect(self, made, form):
        def told(text):
            fakes.load("DENIED = ['pin', 'status']")
            both = (MEMBERS, OTHERS)
            here, there = (fakes.attempt(lambda: found(form.format(made(text)), one)).value for one in both)
            return here != there or not all(text.casefold() in NAMES[name] for name in here or ())

        return told

    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("DENIED = ['pin', 'status']")
        for (name, made), form in itertools.product(self.CARELESS.items(), self.FORMS):
            with self.subTest(name, form=form):
                texts = filters.texts("Ada Jansen", ("pin>=5", "status=left"))
                self.assertTrue(search.first(texts, self.effect(lambda text: made(self, text), form), 150))

    def test_sound_programs_withstand(self) -> None:
        fakes.load("")
        for form in self.FORMS:
            texts = filters.texts("Ada Jansen", ("pin>=5", "status=left"))
            self.assertIsNone(search.first(texts, self.effect(self.escaped, form), 300))

    def test_another_attribute(self) -> None:
        fakes.load("MENU = ('cn', 'town')")
        guards = {
            "nothing": lambda name: True,
            "begins with one of the menu": lambda name: name.startswith("cn"),
            "one line is of the menu": lambda name: re.search(r"(?m)^cn$", name),
            "not in small letters": lambda name: name != "pin",
            "not in any letters": lambda name: name.lower() != "pin",
        }
        for name, guard in guards.items():

            def effect(attribute, guard=guard):
                filter = f"(&(status=active)({attribute}=*4*))" if guard(attribute) else "(|)"
                return fakes.attempt(lambda: found(filter)).value or None

            self.assertTrue(search.first(filters.attributes(("cn",), ("pin",)), effect, 60), name)

    def test_values_that_leave_together(self) -> None:
        fakes.load("")

        def effect(both):
            number, pin = (text.replace("*", "") for text in both)
            return fakes.attempt(lambda: found(f"(&(status=active)(cn={number})(pin={pin}))")).value or None

        self.assertTrue(search.first(filters.pairs("Ada Jansen", ("pin>=0",)), effect, 20))

        def joined(values):
            return fakes.attempt(lambda: found(f"(&(status=active)(|(cn={')(cn='.join(values)})))")).value or None

        self.assertTrue(search.first(map(tuple, filters.lists("Nobody", ("pin=4*",))), joined, 40))


if __name__ == "__main__":
    unittest.main()
