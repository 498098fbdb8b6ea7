"""Conditions that hold more than comparisons: readers of conditions with a gap each, and sound ones."""

import ast
import contextlib
import decimal
import io
import itertools
import json
import re
import unittest

import fakes

from probes import markers, search
from probes.grammars import code, conditions, formulas
from probes.machines import values

FIELDS = conditions.Fields("species", "count", "tide", "rare")
VALUES = {"species": "crane", "count": formulas.WHOLE, "tide": formulas.FLOAT, "rare": False}
NODES = (ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.Compare, ast.cmpop, ast.Name,
         ast.Load, ast.Constant, ast.Tuple)
TOKEN = re.compile(r'\s*("[^"\\]*"|-?\d+(?:\.\d+)?|[<>=!]=|[<>(),]|[a-z]+)')
WORDS = {"and", "or", "not", "in", *VALUES}


def worked_out(text, values, builtins=None):
    return eval(text.strip(), {"__builtins__": {} if builtins is None else builtins}, dict(values))


def refused(found):
    if found:
        raise ValueError


def after(*patterns):
    """Refuses what one of these patterns finds."""

    def reader(text, values):
        refused(any(re.search(pattern, text) for pattern in patterns))
        return eval(text.strip(), {}, dict(values))

    return reader


def whole(pattern, flags=0):
    def reader(text, values):
        refused(not re.match(pattern, text, flags))
        return eval(text.strip(), {}, dict(values))

    return reader


def of_nodes(*allowed, top_only=False, names=True, within=None):
    def reader(text, values):
        tree = ast.parse(text.strip(), mode="eval")
        for node in [tree.body] if top_only else ast.walk(tree):
            refused(not isinstance(node, allowed))
            refused(names and isinstance(node, ast.Name) and node.id not in values)
        return eval(compile(tree, "", "eval"), within or {}, dict(values))

    return reader


def of_tokens(token, words=WORDS):
    def reader(text, values):
        tokens = token.findall(text)
        refused("".join(tokens).replace(" ", "") != re.sub(r"\s", "", text) if token is TOKEN else not tokens)
        refused(any(one[0].isalpha() and one not in words for one in tokens))
        return eval(" ".join(tokens), {}, dict(values))

    return reader


def strings_out(text, values):
    rest = re.sub(r'".*"', '""', text)
    refused(set(re.findall(r"[A-Za-z_]\w*", rest)) - WORDS)
    return eval(text.strip(), {}, dict(values))


def filled_in(text, values):
    for name, value in values.items():
        text = text.replace(name, repr(value))
    return eval(text.strip(), {}, {})


#: Readers that run code.
RUNNING = {
    "eval": lambda text, values: eval(text.strip(), {}, dict(values)),
    "no built-in functions": lambda text, values: worked_out(text, values),
    "fields filled in": filled_in,
    "no import": after("import", "__import__"),
    "no double underscore": after("__"),
    "no dot": after(r"\."),
    "no word of Python": after(r"\b(lambda|for|if|import|class)\b"),
    "no square brackets": after(r"[\[\]]"),
    "no equals sign alone": after(r"(?<![=!<>])=(?!=)"),
    "begins like a rule": whole(r"\s*(not\s+|\()*(species|count|rare)\b"),
    "its first line is a rule": whole(r"(?m)^(not )?rare$|^rare or$|^\(?rare$"),
    "a comparison in front": whole(r'species (==|!=|in) "?\w*"?'),
    "top node looked at": of_nodes(ast.BoolOp, ast.Compare, ast.UnaryOp, top_only=True),
    "calls allowed": of_nodes(*NODES, ast.Call, names=False),
    "tuples not walked": lambda text, values: of_nodes(*NODES, top_only=True)(text, values),
    "strings out, as much as there is": strings_out,
    "a name in front of each bracket": lambda text, values: refused(re.search(r"[^\w(]\(", text)) or eval(text, {}, dict(values)),
    "words of the text looked at but for texts": of_tokens(re.compile(r'".*"|[a-z]+|[^\sa-z]+|\s')),
    "f-strings allowed": of_nodes(*NODES, ast.JoinedStr, ast.FormattedValue, ast.Call, ast.Attribute, names=False),
    "comprehensions allowed": lambda text, values: eval(text.strip(), {}, dict(values)) if "[" in text else None,
    "it names a field": lambda text, values: refused(not any(name in text for name in values)) or eval(text.strip(), {}, dict(values)),
}
#: Readers that run nothing and know more than comparisons.
BEYOND = {
    "arithmetic": of_nodes(*NODES, ast.BinOp, ast.operator),
    "attributes": of_nodes(*NODES, ast.Attribute),
    "subscripts": of_nodes(*NODES, ast.Subscript, ast.Dict, ast.List, ast.Slice),
    "conditions within": of_nodes(*NODES, ast.IfExp),
    "texts of texts": of_nodes(*NODES, ast.JoinedStr, ast.FormattedValue),
    "some calls": of_nodes(*NODES, ast.Call, names=False, within={"__builtins__": {"len": len, "str": str, "abs": abs}}),
    "letters and signs": lambda text, values: refused(not re.fullmatch(r'[\w\s<>=!()",.+-]+', text) or "_" in text)
    or worked_out(text, values),
    "assignments": of_nodes(*NODES, ast.NamedExpr, ast.Store, names=False),
}


def strict(text, values):
    """Its own reader, which knows conditions and nothing else."""
    tokens, place = [], 0
    while place < len(text.rstrip()):
        found = TOKEN.match(text, place)
        refused(not found)
        tokens.append(found[1])
        place = found.end()
    tokens.reverse()

    def either():
        found = both()
        while tokens and tokens[-1] == "or":
            tokens.pop()
            found = both() or found
        return found

    def both():
        found = one()
        while tokens and tokens[-1] == "and":
            tokens.pop()
            found = one() and found
        return found

    def one():
        token = tokens.pop()
        if token == "not":
            return not one()
        if token == "(":
            found = either()
            refused(tokens.pop() != ")")
            return found
        refused(token not in values)
        if token == "rare":
            return values[token]
        sign, value = tokens.pop(), tokens.pop()
        return {"==": values[token] == ast.literal_eval(value), "!=": values[token] != ast.literal_eval(value)}[sign]

    found = either()
    refused(tokens)
    return found


SOUND = {"own reader": strict, "nodes": of_nodes(*NODES), "refuses all": lambda *_: refused(True)}


class Conditions(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("TAGS = []\n")

    def ran(self, reader):
        def use(text):
            with contextlib.redirect_stdout(io.StringIO()):
                reader(text, VALUES)

        words = lambda marker: code.codes(marker, "species")  # noqa: E731
        return search.first(conditions.running(FIELDS), markers.runs(use, words), 180)

    def true(self, reader):
        def effect(text):
            with contextlib.redirect_stdout(io.StringIO()):
                return fakes.attempt(reader, text, VALUES).value

        return search.first(conditions.beyond(FIELDS, VALUES), effect, 150)

    def test_code_is_run_by_every_reader_with_a_gap(self) -> None:
        self.assertGreaterEqual(len(RUNNING), 20)
        self.assertEqual([name for name, reader in RUNNING.items() if not self.ran(reader)], [])

    def test_more_than_comparisons_is_found_in_readers_that_know_it(self) -> None:
        self.assertEqual([name for name, reader in BEYOND.items() if not self.true(reader)], [])

    def test_sound_readers_are_left_alone(self) -> None:
        for name, reader in SOUND.items():
            self.assertIsNone(self.ran(reader), name)
            self.assertIsNone(self.true(reader), name)
        self.assertIs(strict('species == "crane" and not (rare or species != "crane")', VALUES), True)


KEYS = {
    "blanks": lambda rule: re.sub(" +", " ", rule),
    "letters": str.casefold,
    "fifty signs": lambda rule: rule[:50],
    "hashes of numbers": lambda rule: re.sub(r"-?[0-9]+", lambda one: str(hash(int(one[0]))), rule),
    "no brackets": lambda rule: re.sub("[()]", "", rule),
    "no signs": lambda rule: re.sub("[<>=!]", "", rule),
    "ASCII": lambda rule: rule.encode("ascii", "ignore"),
    "no numbers": lambda rule: re.sub("[0-9]+", "0", rule),
    "no points": lambda rule: rule.replace(".", ""),
}


class MistakenTest(unittest.TestCase):
    def test_each_key_takes_two_for_one(self):
        found = list(conditions.mistaken(FIELDS, (*values.CONFUSED, *values.SPELLED)))
        for name, key in KEYS.items():
            self.assertTrue(any(key(one) == key(other) for one, other, *_ in found), name)

    def test_the_two_say_contrary_things(self):
        for one, other, given, is_true in conditions.mistaken(FIELDS, values.CONFUSED):
            filled = {"species": "x", "count": 3, "tide": 3.5, "rare": False, **given}
            read = [bool(eval(text.replace("\n", "\\n"), {}, dict(filled))) for text in (one, other)]
            self.assertEqual(read, [not is_true, is_true], (one, other, given))

    def test_names_of_objects_are_looked_up_by_careless_readers(self):
        class Row:
            """A row."""

        def looked_up(rule):
            name = re.match(r"\w+", rule)
            return name and name[0] != "not" and hasattr(Row(), name[0])

        rules = list(itertools.islice(conditions.of_every_object(FIELDS), 160))
        self.assertGreater(sum(bool(looked_up(rule)) for rule in rules), 10)
        self.assertFalse([rule for rule in rules if re.match(r"(species|count|tide|rare) ?(>=|!=|$)", rule)])


def of_words(number, names=(), signs=("==", "!=", "<", "<=", ">", ">="), ends=False):
    """A reader of one comparison of numbers after the other, which has `number` read the value."""

    def reader(text, values):
        found = False
        for part in text.split(" or "):
            name, _, rest = part.strip().partition(" ")
            sign, _, value = rest.partition(" ")
            refused(name not in ("count", "tide") or sign not in signs)
            value = names[value] if value in names else number(value.split(" ")[0] if ends else value)
            compared = {"==": "__eq__", "=": "__eq__", "!=": "__ne__", "<>": "__ne__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}[sign]
            found = found or getattr(float(values[name]), compared)(value) is True
        return found

    return reader


def plain(text):
    refused(not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text))
    return float(text)


#: Readers that take for a number, a sign or an end what is none.
SPELLED = {
    "float": of_words(float),
    "JSON": of_words(json.loads),
    "decimal": of_words(lambda text: float(decimal.Decimal(text))),
    "letters or digits, then float": of_words(lambda text: refused(not re.fullmatch(r"-?(?:[a-z]+|[0-9]+)", text)) or float(text)),
    "known names": of_words(plain, {"pi": 3.14, "max": 1e9}),
    "signs of other languages": of_words(plain, signs=("==", "<>")),
    "one equals sign": of_words(plain, signs=("=", "==")),
    "what stands behind it is left": of_words(plain, ends=True),
    "the first true part is enough": lambda text, values: any(fakes.attempt(of_words(plain), part, values).value for part in text.split(" or ")),
}


class RespelledTest(fakes.ProbeTest):
    def true(self, reader):
        return search.first(conditions.respelled(FIELDS, VALUES), lambda text: fakes.attempt(reader, text, VALUES).value, 220)

    def test_brackets_that_a_tree_does_not_show_are_found(self):
        """Of a value alone, which is a list of one where it is asked of the tree."""
        def reader(text, values):
            tree = ast.parse(text.strip(), mode="eval").body
            refused(not isinstance(tree, ast.Compare) or not isinstance(tree.left, ast.Name) or len(tree.ops) > 1)
            given = tree.comparators[0]
            refused(not isinstance(tree.ops[0], ast.In) or "(" not in text)
            several = given.elts if isinstance(given, ast.Tuple) else [given]
            return values[tree.left.id] in [ast.literal_eval(one) for one in several]

        self.assertIn("((", (self.true(reader) or [""])[0])

    def test_what_python_works_out_is_left_alone(self):
        """Strings side by side, brackets around fields: spellings of a comparison to a reader of Python's tree."""
        for one in conditions.respelled(FIELDS, VALUES):
            if conditions._is_compared(one, VALUES):
                with self.assertRaises(TypeError, msg=one):
                    eval(one.strip(), {}, dict(VALUES))

    def test_other_spellings_are_found_in_readers_that_take_them(self):
        self.assertEqual([name for name, reader in SPELLED.items() if not self.true(reader)], [])

    def test_sound_readers_are_left_alone(self):
        for name, reader in {**SOUND, "own numbers": of_words(plain)}.items():
            self.assertIsNone(self.true(reader), name)


def with_marks(form, texts=None, read=r'#(\d+)'):
    """Takes texts out first, and puts the marks of `form` in their place."""
    kept = [] if texts is None else texts

    def reader(text, values):
        own = kept if texts is not None else []
        refused(text.count('"') % 2)

        def aside(found):
            own.append(found[1])
            return form.format(len(own) - 1)

        marked = re.sub(r'"([^"]*)"', aside, text)
        back = re.sub(read, lambda found: json.dumps(own[int(found[1])]), marked)
        return worked_out(back, values)

    return reader


ASIDE = {
    "a number sign": with_marks("#{}", ["crane"]),
    "NULs around it": with_marks("\0{}\0", None, "\0(\\d+)\0"),
    "an underscore": with_marks("_{}", None, r"_(\d+)"),
    "of private use": with_marks("\ue000{}", ["wren", "crane"], "\ue000(\\d+)"),
    "a dollar sign, in braces": with_marks("${{{}}}", None, r"\$\{(\d+)\}"),
    "a word": with_marks("STR{}", None, r"STR(\d+)"),
    "control signs": with_marks("\x02{}\x03", None, "\x02(\\d+)\x03"),
}


class SetAsideTest(fakes.ProbeTest):
    def true(self, reader):
        return search.first(conditions.set_aside(FIELDS, VALUES), lambda text: fakes.attempt(reader, text, VALUES).value, 190)

    def test_marks_are_found_in_readers_that_set_texts_aside(self):
        self.assertEqual([name for name, reader in ASIDE.items() if not self.true(reader)], [])

    def test_sound_readers_are_left_alone(self):
        for name, reader in {**SOUND, "own numbers": of_words(plain)}.items():
            self.assertIsNone(self.true(reader), name)


if __name__ == "__main__":
    unittest.main()
