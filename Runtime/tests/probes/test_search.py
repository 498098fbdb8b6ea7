import unittest

import fakes

from probes import search
from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn, ranked


class Exploited(Exception):
    """As the tester's, for one process."""


def exploit_if(condition, evidence):
    if condition:
        raise Exploited(evidence)


fakes.harness.exploit_if = exploit_if


class Tries(unittest.TestCase):
    def test_the_first_candidate_with_an_effect_is_found(self) -> None:
        self.assertEqual(search.first(["a", "b", "bb"], lambda word: "b" in word and "a b"), ("b", "a b"))
        self.assertIsNone(search.first(["a"], lambda word: word == "b"))

    def test_no_more_is_tried_than_allowed_and_nothing_twice(self) -> None:
        tried = []
        search.first(["a", "b", "a", "c", "d"], tried.append, tries=3)
        self.assertEqual(tried, ["a", "b", "c"])

    def test_candidates_may_go_on_for_ever(self) -> None:
        def endless():
            while True:
                yield "same"

        self.assertIsNone(search.first(endless(), lambda word: None, tries=5))

    def test_an_exploit_is_shrunk_to_what_still_works(self) -> None:
        found = search.shortest(("some words ' OR 1 -- and more", "x"), lambda text: "' OR" in text and "shown", 60)
        self.assertEqual(found, ("' OR", "shown"))

    def test_values_are_shrunk_each_by_itself(self) -> None:
        found = search.shortest((("a b c", "d e f"), "x"), lambda two: "b" in two[0] and "f" in two[1] and "y", 60)
        self.assertEqual(found[0], ("b", "f"))

    def test_what_is_no_text_is_left_as_it_is(self) -> None:
        self.assertEqual(search.shortest(((1, b"x"), "e"), lambda two: True)[0], (1, b"x"))

    def test_the_evidence_names_the_shortest_and_its_effect(self) -> None:
        with self.assertRaisesRegex(Exploited, "^the word 'b': it broke$"):
            search.attack("the word", ["a", "a b"], lambda word: "b" in word and "it broke")
        search.attack("the word", ["a"], lambda word: None)

    def test_what_is_checked_the_first_time_only_is_found(self) -> None:
        seen = set()

        def effect(word):
            known = word in seen
            seen.add(word)
            return "done" if known and word == "b" else None

        with self.assertRaisesRegex(Exploited, "^the word 'b': done$"):
            search.attack("the word", "abcd", effect, tries=4)

    def test_a_group_is_looked_at_once_and_its_culprit_found(self) -> None:
        looks = []

        def begin():
            used = []

            def look():
                looks.append(list(used))
                return "bad" if "c" in used else None

            return used.append, look

        with self.assertRaisesRegex(Exploited, "^file 'c': bad$"):
            search.attack_in_groups("file", "abcd", begin, size=2)
        self.assertEqual(looks[:2], [["a", "b"], ["a", "b", "c", "d"]])
        search.attack_in_groups("file", "ab", begin, size=2)


class Parts(unittest.TestCase):
    def test_each_unusual_part_comes_before_two_of_them(self) -> None:
        made = ["".join(parts) for parts in ranked((["a"], ["b"]), (["1"], ["2"], ["3"]))]
        self.assertEqual(made, ["a1", "b1", "a2", "b2", "a3", "b3"])

    def test_all_combinations_come_once(self) -> None:
        made = list(ranked((["a", "b"], ["c"]), (["1"], ["2", "3"]), (["x"],)))
        self.assertEqual(len(made), len(set(made)))
        self.assertEqual(len(made), 9)

    def test_streams_take_turns(self) -> None:
        self.assertEqual(list(in_turn("abc", "1", "xy")), ["a", "1", "x", "b", "y", "c"])


class Evasions(fakes.ProbeTest):
    def evading(self, payload, filtered):
        return any(filtered(other) == payload for other in evasions.evading(payload))

    def test_a_word_that_is_removed_is_put_into_itself(self) -> None:
        fakes.load("BAD = ('script', 'onerror')\n")
        self.assertTrue(self.evading("<script>", lambda text: text.replace("script", "").replace("onerror", "")))

    def test_two_words_that_are_removed_are_evaded_together(self) -> None:
        fakes.load("BAD = ('union', 'select')\n")
        self.assertTrue(self.evading("union select", lambda text: text.replace("union", "").replace("select", "")))

    def test_what_must_stand_somewhere_is_put_there(self) -> None:
        fakes.load("def check(url):\n    return url.startswith('https://shop.example')\n")
        made = list(evasions.evading("x"))
        self.assertIn("https://shop.examplex", made)
        self.assertIn("xhttps://shop.example", made)

    def test_lengths_are_read_from_the_source(self) -> None:
        fakes.load("MOST = 80\nTINY = 1\nHUGE = 100000\n")
        self.assertEqual(evasions.lengths(), (80,))

    def test_lengths_that_a_pattern_repeats_are_read_too(self) -> None:
        fakes.load("NAME = '[^/]{0,77}/'\n")
        self.assertIn(77, evasions.lengths())

    def test_names_of_the_source_are_known(self) -> None:
        fakes.load("import os as system\ndef total(values):\n    found = 1\n    return found\n")
        for name in ("total", "values", "found"):
            self.assertIn(name, evasions.names())

    def test_a_source_that_is_no_python_has_no_words(self) -> None:
        fakes.harness.solution_source = lambda: "def ("
        self.assertEqual((evasions.words(), evasions.lengths()), ((), ()))


class Placeholders(unittest.TestCase):
    def test_every_notation_is_there(self) -> None:
        made = list(placeholders.fields("name"))
        for field in ("%%NAME%%", "{{ name }}", "@name", "[name]"):
            self.assertTrue(any(field in one for one in made), field)
        for field in ("{name}", "%(name)s", "$name", "{0}", "?"):
            self.assertIn(field, made)

    def test_values_are_put_behind_the_fields_of_others(self) -> None:
        programs = {
            "named": ("LINE = 'print @NAME@ @PAPER@'", "@%s@", ("NAME", "PAPER")),
            "numbered, and no NUL may be left": ("number = 1\nmark = f'\\0{number}\\0'", "\0%s\0", (0, 1)),
            "numbered from one": ("mark = '[[%d]]' % 1", "[[%s]]", (1, 2)),
            "the last one first": ("LINE = 'print <<name>> <<paper>>'", "<<%s>>", ("paper", "name")),
        }
        for name, (source, sign, fields) in programs.items():
            fakes.load(source)

            def out_of_quotes(values, sign=sign, fields=fields):
                first, last = fields
                typed = dict(zip(sorted(fields, key=str), values))
                line = " ".join(sign % field for field in typed)
                for field in (first, last):
                    line = line.replace(sign % field, "'" + typed[field].replace("'", "") + "'")
                return "\0" not in line and ";" in "".join(line.split("'")[::2])

            with self.subTest(name):
                self.assertTrue(search.first(placeholders.pairs("x", (";y",)), out_of_quotes, tries=8))

    def test_fields_that_are_counted_or_looked_for_are_known(self) -> None:
        counted = {
            "names = {f'word{n}': w for n, w in enumerate(ws)}\nq = f'[contains(words, ${name})]'": "$word0",
            "q = 'name = :p%d'": ":p1", "q = f'{c} = :{k}'\nk = 'id' + str(n)": ":id0", "q = f'%(w{n})s'": "%(w0)s",
            "k = f'part{n}'\nre.sub(r'\\{(\\w+)\\}', f, q)": "{part0}",
        }
        for source, field in counted.items():
            fakes.load("def made():\n    " + source.replace("\n", "\n    "))
            self.assertIn(field, list(placeholders.counted()), source)
        looked_for = {r"\$(\w+)": "$title", r"\[\[([a-z]+)\]\]": "[[title]]", r"%\((\w+)\)s": "%(title)s", r"\{\{ *([a-z]+) *\}\}": "{{title}}", r"%(\w+)%": "%title%", r"<<(?P<n>[a-z]+)>>": "<<title>>", r":(\w+)\b": ":title"}
        for pattern, field in looked_for.items():
            fakes.load(f"import re\nFIELD = re.compile({pattern!r})")
            self.assertIn(field, list(placeholders.single("title"))[:3], pattern)
        fakes.load("import re\nNAME = re.compile(r'[a-z][a-z0-9_]*')")
        self.assertEqual(list(placeholders.counted()), [])

    def test_given_names_come_first_in_capitals_where_the_source_writes_them_so(self) -> None:
        fields = {
            "def fill(t, name, v):\n    return t.replace('%' + name.upper() + '%', v)": "%TITLE%",
            "def fill(t, name, v):\n    return t.replace(f'[[{name.upper()}]]', v)": "[[TITLE]]",
            "PAGE = '<p>@@TITLE@@</p> @@AUTHOR@@ @@FOOT@@'": "@@TITLE@@",
            "PAGE = '<p>{{author}}</p>{{foot}}{{title}}'": "{{title}}",
            "def fill(t, name, v):\n    return t.replace(f'[[{name}]]', v)": "[[title]]",
        }
        for source, field in fields.items():
            fakes.load(source)
            found = list(placeholders.single("title"))
            self.assertIn(field, found[:3], source)
            self.assertEqual(len(found), len(set(found)))
        fakes.load("def fill(t, name, v):\n    return t.replace(f'[[{name}]]', v)")
        self.assertNotIn("[[TITLE]]", list(placeholders.single("title")))

    def test_a_second_format_makes_quotes(self) -> None:
        fakes.load("def ask(order):\n    return QUERY.format(order=order)\n")
        self.assertIn("'", [self.formatted(text, "id") for text in placeholders.quotes()])
        fakes.load("LINE = '%s' % 1")
        self.assertEqual([text % "id" for text in placeholders.quotes()], ["'"])

    def formatted(self, text: str, order: str) -> str | None:
        return fakes.attempt(text.format, order=order).value


class Functions(unittest.TestCase):
    def test_what_the_source_defines_is_told_from_what_it_uses(self) -> None:
        fakes.load("import re\n\nclass Sheet:\n    def load(self, text):\n        return re.sub('a', 'b', text)\n")
        self.assertEqual(evasions.functions(), ("load",))


if __name__ == "__main__":
    unittest.main()
