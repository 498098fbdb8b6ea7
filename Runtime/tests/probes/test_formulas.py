"""Formulas beyond arithmetic: readers of formulas with a gap each, and sound ones."""

import ast
import re
import unicodedata
import unittest

import fakes

from probes.grammars import formulas

QUANTITIES = {"fibre": formulas.FLOAT, "lot": formulas.WHOLE}
ARITHMETIC = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.Name, ast.Load)
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UAdd, ast.USub)


def worked_out(text, values):
    return eval(text.strip(), {"__builtins__": {}}, dict(values))


def refused(found):
    if found:
        raise ValueError


def of_nodes(*allowed, names=True):
    def reader(text, values):
        tree = ast.parse(text.strip(), mode="eval")
        for node in ast.walk(tree):
            refused(not isinstance(node, allowed))
            refused(isinstance(node, ast.Constant) and type(node.value) not in (int, float))
            refused(names and isinstance(node, ast.Name) and node.id not in values)
        return worked_out(text, values)

    return reader


def by_words(pattern, signs=r"[\w\s.+*/()-]+"):
    """Refuses words that are no quantity, and all other signs."""

    def reader(text, values):
        refused(not re.fullmatch(signs, text) or set(re.findall(pattern, text)) - set(values))
        return worked_out(text, values)

    return reader


def joined(text, values):
    tokens = re.findall(r"\d+(?:\.\d+)?|\w+|[-+*/()]", text)
    refused("**" in text or "//" in text or any(token[0].isalpha() and token not in values for token in tokens))
    return worked_out("".join(tokens), values)


def deep(text, values):
    def check(node, depth=0):
        refused(depth < 12 and not isinstance(node, (*ARITHMETIC, *OPERATORS)))
        for child in ast.iter_child_nodes(node):
            check(child, depth + 1)

    check(ast.parse(text.strip(), mode="eval"))
    return worked_out(text, values)


def the_right_side_only(text, values):
    tree = ast.parse(text.strip(), mode="eval")
    for node in ast.walk(tree):
        refused(isinstance(node, ast.BinOp) and not isinstance(node.right, ARITHMETIC))
    refused(not isinstance(tree.body, ast.BinOp) or not isinstance(tree.body.op, (ast.Mult, ast.Div)))
    return worked_out(text, values)


GAPS = {
    "any operator": of_nodes(*ARITHMETIC, ast.operator, ast.unaryop),
    "any sign in front": of_nodes(*ARITHMETIC, *OPERATORS, ast.unaryop),
    "powers": of_nodes(*ARITHMETIC, *OPERATORS, ast.Pow),
    "remainders": of_nodes(*ARITHMETIC, *OPERATORS, ast.Mod),
    "comparisons": of_nodes(*ARITHMETIC, *OPERATORS, ast.Compare, ast.cmpop),
    "either": of_nodes(*ARITHMETIC, *OPERATORS, ast.BoolOp, ast.boolop),
    "conditions": of_nodes(*ARITHMETIC, *OPERATORS, ast.IfExp),
    "attributes": of_nodes(*ARITHMETIC, *OPERATORS, ast.Attribute),
    "lists": of_nodes(*ARITHMETIC, *OPERATORS, ast.List, ast.Subscript),
    "tuples": of_nodes(*ARITHMETIC, *OPERATORS, ast.Tuple, ast.Subscript),
    "lambdas": of_nodes(*ARITHMETIC, *OPERATORS, ast.Lambda, ast.arguments, ast.Call),
    "assignments": of_nodes(*ARITHMETIC, *OPERATORS, ast.NamedExpr, ast.Store, names=False),
    "words of ASCII": by_words(r"[A-Za-z_]+"),
    "words between blanks": by_words(r"(?<![\w.])[A-Za-z_]\w*"),
    "words that may be quantities": by_words(r"[^\W\d]\w*"),
    "words in front of a bracket": by_words(r"[A-Za-z_]\w*(?=\s*\()"),
    "words behind a digit": by_words(r"(?<!\d)(?<!\d )[^\W\d]\w*"),
    "tokens joined": joined,
    "one line looked at": lambda text, values: by_words(r"\w+[a-z]\w*|\*\*|//")(text.split("\n")[0], values)
    and worked_out(text, values),
    "normalised late": lambda text, values: by_words(r"[A-Za-z_]\w*|\.\D|\*\*|//", signs=r"(?s).*")(text, values)
    and worked_out(unicodedata.normalize("NFKC", text), values),
    "a depth looked at": deep,
    "products looked at on their right": the_right_side_only,
    "the first signs looked at": lambda text, values: by_words(r"[^\W\d]\w*|\.|\*\*|//")(text[:200], values)
    and worked_out(text, values),
}


class Formulas(unittest.TestCase):
    known = formulas.beyond("fibre", "lot")

    def found(self, reader):
        for formula, number in self.known.items():
            for values in (QUANTITIES, QUANTITIES | formulas.words(formula)):
                value = fakes.attempt(reader, formula, values).value
                if isinstance(value, (int, float)) and value == number:
                    return formula
        return None

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(GAPS), 20)
        self.assertEqual([name for name, reader in GAPS.items() if not self.found(reader)], [])

    def test_every_operator_and_every_node_of_an_expression_occurs(self) -> None:
        seen = set()
        for formula in self.known:
            try:
                seen |= {type(node) for node in ast.walk(ast.parse(formula.strip(), mode="eval"))}
            except SyntaxError:
                continue
        kinds = (ast.expr, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)
        missing = {node.__name__ for kind in kinds for node in kind.__subclasses__() if node not in seen}
        # Numbers have no such operator, and only functions can hold the others.
        self.assertEqual(missing, {"Await", "Yield", "YieldFrom", "MatMult"})

    def test_arithmetic_gives_none_of_the_numbers(self) -> None:
        self.assertIsNone(self.found(of_nodes(*ARITHMETIC, *OPERATORS)))

        def understood(text, values):
            """What a reader gets that leaves out what it does not know."""
            known = re.sub(r"[^\W\d]\w*", lambda word: word[0] if word[0] in QUANTITIES else "", text)
            cleaned = re.sub(r"[^\w.+*/()\s-]|(?<!\d)\.", "", known)
            refused("**" in cleaned or "//" in cleaned)
            return worked_out(cleaned, values)

        def from_the_start(text, values):
            return worked_out(re.match(r"[\s(-]*(\w+(?:\.\d+)?)", text)[1], values)

        self.assertIsNone(self.found(from_the_start))
        self.assertIsNone(self.found(understood))

    def test_names_that_python_knows(self) -> None:
        names = list(formulas.names())
        self.assertIn("__builtins__", names)
        self.assertIn("print", names)
        self.assertNotIn("None", names)


FUNCTIONS = {"least": True, "root": False}
SHAPES = ("least(4, lot, 3)", "root(lot + 3) * 2", "least(lot, root(9)) - (2 + lot) / 4", "0.5 * lot")


def of_tree(text, _values=None):
    """Brackets are gone in it: `(root)(9)`, `least(4, 3,)`, and what blanks hold apart."""
    tree = ast.parse(text.strip(), mode="eval")
    for node in ast.walk(tree):
        refused(not isinstance(node, (*ARITHMETIC, *OPERATORS, ast.Call)) or isinstance(node, ast.Name) and node.id not in (*FUNCTIONS, "lot"))
    return eval(text, {"least": lambda *all: min(all), "root": lambda one: one**0.5, "lot": 6})


def put_right(text):
    return of_tree(text.rstrip(", ") + ")" * (text.count("(") - text.count(")")))


def without_blanks(text):
    return of_tree(text.replace(" ", "").replace(",)", ")"))


def without_doubled(text):
    return of_tree(re.sub(r"([-+*/,])[ +*/,]*\1", r"\1", text))


def multiplied(text):
    return of_tree(re.sub(r"([\w)]) ?\(", lambda found: found[0] if found[1].isalpha() else f"{found[1]}*(", text))


def flat(text):
    """Brackets within a function are left out, with the commas in them."""
    return of_tree(re.sub(r"(?<![a-z])(?<![a-z] )\(([^()]*)\)", r"\1", text))


class Astray(unittest.TestCase):
    every = tuple(formulas.astray(SHAPES, FUNCTIONS, ("lot",)))[:500]

    def test_readers_that_see_less_are_found(self) -> None:
        for reader in (of_tree, put_right, without_blanks, without_doubled, multiplied, flat):
            found = [text for text in self.every if fakes.attempt(reader, text).value is not None]
            self.assertTrue(found, reader.__name__)

    def test_what_is_a_formula_is_not_among_them(self) -> None:
        for right in ("4", "-lot", "--4", "2 * -3", "((4))", "least(4)", "root ( 9 )", " 0.75*4", "least((4), -lot, root(4))"):
            self.assertTrue(formulas.is_one(right, FUNCTIONS, ("lot",)), right)
        for text in ("", "4 3", "(root)(9)", "root(4, 9)", "least((4, 3), 2)", "least(4,)", "lo t", "1 .5", "4.", ".5", "+4", "least", "2(3)", "()", "4)", "(4", "pi"):
            self.assertFalse(formulas.is_one(text, FUNCTIONS, ("lot",)), text)


class Literals(unittest.TestCase):
    def test_each_is_what_python_makes_of_it_and_no_plain_arithmetic(self) -> None:
        for text, number in formulas.literals().items():
            self.assertEqual(eval(text), number, text)
            self.assertNotRegex(text, r"\A[0-9 .+*/()-]+\Z")


if __name__ == "__main__":
    unittest.main()
