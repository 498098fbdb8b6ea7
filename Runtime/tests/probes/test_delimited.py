"""A guard that finds other ends of a text than Python does, or looks at some parts only, lets code through."""

import ast
import json
import re
import unittest

import fakes

from probes import refilled

PLAIN = r"\{(?:ITEM(?:, ITEM)*)?\}"


def by_pattern(text: str):
    def accepts(data: str) -> bool:
        item = text + r": [0-9]+"
        return re.fullmatch(PLAIN.replace("ITEM", item), data) is not None

    return accepts


def by_rest(taken_out: str):
    return lambda data: re.fullmatch(r"[{}:, 0-9]*", re.sub(taken_out, "", data)) is not None


def by_tree(*kinds: type, keys: bool = True, values: bool = True):
    """Looks at the keys, the values, or both, and no deeper."""

    def accepts(data: str) -> bool:
        tree = ast.parse(data, mode="eval").body
        if not isinstance(tree, ast.Dict):
            return False
        parts = [*(tree.keys if keys else ()), *(tree.values if values else ())]
        return all(isinstance(part, kinds) for part in parts)

    return accepts


CARELESS = {
    "a backslash is any sign": by_pattern(r'"(?:\\.|[^"])*"'),
    "no backslash at all": by_pattern(r'"[^"]*"'),
    "texts are taken out": by_rest(r'"[^"]*"'),
    "escapes are taken out first": by_rest(r'\\.|"[^"]*"'),
    "texts of both quotes": by_rest(r"'[^']*'|\"[^\"]*\""),
    "signed numbers": by_tree(ast.Constant, ast.UnaryOp),
    "sums": by_tree(ast.Constant, ast.BinOp),
    "lists": by_tree(ast.Constant, ast.List, ast.Tuple),
    "f-strings": by_tree(ast.Constant, ast.JoinedStr),
    "either": by_tree(ast.Constant, ast.BoolOp),
    "comparisons": by_tree(ast.Constant, ast.Compare),
    "conditions": by_tree(ast.Constant, ast.IfExp),
    "comprehensions": by_tree(ast.Constant, ast.ListComp),
    "places of a list": by_tree(ast.Constant, ast.Subscript),
    "dictionaries": by_tree(ast.Constant, ast.Dict),
    "sets": by_tree(ast.Constant, ast.Set),
    "names given to values": by_tree(ast.Constant, ast.NamedExpr),
    "attributes": by_tree(ast.Constant, ast.Attribute),
    "calls of something": by_tree(ast.Constant, ast.Call),
    "texts with a letter before them": by_rest(r"\b\w?'[^']*'|\b\w?\"[^\"]*\"|\"[^\"]*\""),
    "texts with letters before them": by_rest(r"(?i)\b(?:rf|fr|rb|br)'[^']*'|\b(?:rf|fr|rb|br)\"[^\"]*\"|\"[^\"]*\""),
    "keys only": by_tree(ast.Constant, values=False),
    "values only": by_tree(ast.Constant, keys=False),
    "the beginning": lambda data: data.startswith('{"'),
}
CAREFUL = {
    "a pattern": by_pattern(r'"(?:\\.|[^"\\])*"'),
    "a tree": by_tree(ast.Constant),
    "JSON": lambda data: json.loads(data) is not None,
}


class Delimited(fakes.ProbeTest):
    def runs(self, accepts) -> bool:
        ran = []
        own = json.dumps({"Pond": 5, "Hive": 7})
        for data in list(refilled.delimited(own, "Pond", "Hive", ("ran.append('x')",)).values()):
            try:
                if accepts(data):
                    eval(data, {"ran": ran})
            except Exception:
                continue
        return bool(ran)

    def test_careless_guards_let_code_through(self) -> None:
        self.assertEqual([name for name, accepts in CARELESS.items() if not self.runs(accepts)], [])
        self.assertGreaterEqual(len(CARELESS), 20)

    def test_careful_guards_do_not(self) -> None:
        self.assertEqual([name for name, accepts in CAREFUL.items() if self.runs(accepts)], [])

    def test_other_quotes_are_left_to_python_too(self) -> None:
        made = refilled.delimited(repr({"Pond": 5, "Hive": 7}), "Pond", "Hive", ('print("x")',))
        self.assertTrue(any("+print" in text for text in made.values()))

    def test_what_has_no_such_names_gives_nothing(self) -> None:
        self.assertEqual(refilled.delimited("Pond=5", "Pond", "Hive", ("1",)), {})


if __name__ == "__main__":
    unittest.main()
