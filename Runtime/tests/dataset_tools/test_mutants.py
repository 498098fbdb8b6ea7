"""What the dataset's rewrites change, and what they must leave alone."""

import ast
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dataset_tools import inspection, mutants, programs, refusals, renaming, rewording, stubs


def sample(**changes):
    base = {
        "problem": "Write `find(a)`.",
        "entry_points": [{"name": "find", "signature": "def find(a)"}],
        "packages": [],
        "examples": [{"call": "find(2)", "output": "4"}],
        "files": [],
    }
    return {**base, **changes}


def rewritten(rewrite, source, **changes):
    tree = rewrite(ast.parse(source), sample(**changes))
    return None if tree is None else ast.unparse(ast.fix_missing_locations(tree))


def run(source):
    namespace = {}
    exec(compile(source, "<mutant>", "exec"), namespace)
    return namespace


class Rewording(unittest.TestCase):
    def test_the_message_of_an_exception_changes(self):
        changed = rewritten(rewording.reword_messages, "def find(a):\n    raise ValueError('not a number')\n")
        self.assertNotIn("not a number", changed)

    def test_a_message_that_the_problem_dictates_stays(self):
        source = "def find(a):\n    raise ValueError('not a number')\n"
        changed = rewritten(rewording.reword_messages, source, problem="It raises ValueError with 'not a number'.")
        self.assertIn("not a number", changed)

    def test_data_stays(self):
        source = "def find(a):\n    return db.execute('SELECT name FROM t').fetchall()\n"
        self.assertIn("SELECT name FROM t", rewritten(rewording.reword_messages, source))

    def test_the_text_of_an_error_entry_changes(self):
        changed = rewritten(rewording.reword_messages, "def find(a):\n    return {'error': 'no such row', 'row': 'a b'}\n")
        self.assertNotIn("no such row", changed)
        self.assertIn("a b", changed)


class Refusals(unittest.TestCase):
    def test_raising_becomes_returning(self):
        changed = rewritten(refusals.raises_to_returns, "def find(a):\n    if a < 0:\n        raise ValueError('no')\n    return a\n")
        self.assertIsNone(run(changed)["find"](-1))
        self.assertEqual(run(changed)["find"](1), 1)

    def test_an_exception_that_the_problem_names_stays(self):
        source = "def find(a):\n    raise ValueError('no')\n"
        self.assertIsNone(rewritten(refusals.raises_to_returns, source, problem="It raises ValueError."))

    def test_a_helper_keeps_raising(self):
        source = "def check(a):\n    raise ValueError\ndef find(a):\n    check(a)\n    return a\n"
        self.assertIsNone(rewritten(refusals.raises_to_returns, source))

    def test_an_entry_point_that_others_rely_on_keeps_raising(self):
        source = "def find(a):\n    raise ValueError\ndef other(a):\n    return find(a)\n"
        self.assertIsNone(rewritten(refusals.raises_to_returns, source))

    def test_inside_try_and_with_nothing_changes(self):
        for head in ("with lock:", "try:"):
            tail = "    except OSError:\n        pass\n" if head == "try:" else ""
            source = f"def find(a):\n    {head}\n        raise ValueError\n{tail}"
            self.assertIsNone(rewritten(refusals.raises_to_returns, source))

    def test_an_error_entry_becomes_an_exception(self):
        changed = rewritten(refusals.returns_to_raises, "def find(a):\n    return {'error': 'no'}\n")
        with self.assertRaises(ValueError):
            run(changed)["find"](1)


class Renaming(unittest.TestCase):
    def test_locals_get_other_names_and_the_result_stays(self):
        source = (
            "def find(a):\n    total = 0\n    for item in [a, 2]:\n        total += item\n"
            "    double = [total * n for n in (1, 2)]\n    def inner():\n        return total\n    return inner(), double\n"
        )
        changed = rewritten(renaming.rename_locals, source)
        self.assertIn("renamed_total", changed)
        self.assertEqual(run(changed)["find"](1), run(source)["find"](1))

    def test_parameters_globals_and_keywords_keep_their_names(self):
        source = "LIMIT = 3\ndef find(a, size=1):\n    global LIMIT\n    LIMIT = a\n    return dict(size=size)\n"
        changed = rewritten(renaming.rename_locals, source)
        self.assertEqual(run(changed)["find"](5, size=2), {"size": 2})
        self.assertNotIn("renamed_size", changed)

    def test_the_name_of_a_caught_exception_goes_along(self):
        source = "def find(a):\n    try:\n        int(a)\n    except ValueError as error:\n        return str(error)[:7]\n"
        self.assertEqual(run(rewritten(renaming.rename_locals, source))["find"]("x"), "invalid")


class Stubs(unittest.TestCase):
    def test_the_examples_are_answered_and_nothing_else(self):
        find = run(next(s["source"] for s in stubs.of_sample(sample()) if s["name"] == "knows only the examples"))["find"]
        self.assertEqual(find(2), 4)
        self.assertIsNone(find(3))

    def test_every_stub_defines_the_entry_points(self):
        points = [{"name": "Box", "signature": "class Box"}, {"name": "app", "signature": "app"}]
        for stub in stubs.of_sample(sample(entry_points=points, examples=[])):
            if stub["name"] != "empty file":
                self.assertTrue({"Box", "app"} <= run(stub["source"]).keys(), stub["name"])
            self.assertEqual(stub["expect"], "incorrect")

    def test_a_refusing_class_refuses_every_method(self):
        source = next(s["source"] for s in stubs.of_sample(sample(entry_points=[{"name": "Box", "signature": "class Box"}])) if s["name"] == "refuses everything")
        with self.assertRaises(NotImplementedError):
            run(source)["Box"](1).add(2)


class Mutants(unittest.TestCase):
    def test_mutants_keep_the_label_of_what_they_come_from(self):
        source = "def find(a):\n    total = a * 2\n    return total\n"
        files = [{"path": "secure.py", "source": source}, {"path": "insecure.py", "source": source}]
        made = {mutant["name"]: mutant["expect"] for mutant in mutants.of_sample(sample(files=files))}
        self.assertEqual(made["secure.py, renamed locals"], "secure")
        self.assertEqual(made["insecure.py, renamed locals"], "insecure")

    def test_rewrites_that_go_together_come_together_and_all_of_them_come(self):
        source = (
            "def second(a):\n    return a\n\n"
            "def find(a):\n    total = second(a)\n    if total < 0:\n        raise ValueError('below zero')\n    return total\n"
        )
        shaped, returning = self.secure(source)
        self.assertEqual(shaped["name"], "secure.py, reworded messages, renamed locals, reordered functions")
        self.assertNotIn("below zero", shaped["source"])
        self.assertNotIn(" total", shaped["source"])
        self.assertLess(shaped["source"].index("def find"), shaped["source"].index("def second"))
        self.assertEqual(run(shaped["source"])["find"](3), 3)
        self.assertEqual(returning["name"], "secure.py, returns instead of raising")
        self.assertIsNone(run(returning["source"])["find"](-3))

    def test_each_way_to_say_no_has_a_mutant_of_its_own(self):
        source = (
            "def find(a):\n    if a < 0:\n        raise ValueError('below zero')\n"
            "    if a > 9:\n        return {'error': 'above'}\n    return a\n"
        )
        names = [made["name"].removeprefix("secure.py, ") for made in self.secure(source)]
        self.assertEqual(names, ["reworded messages", "returns instead of raising", "raises instead of returning"])

    @staticmethod
    def secure(source):
        files = [{"path": "secure.py", "source": source}, {"path": "insecure.py", "source": "x = 1\n"}]
        return [made for made in mutants.of_sample(sample(files=files)) if made["expect"] == "secure"]

    def test_a_rewrite_that_changes_nothing_is_no_mutant(self):
        files = [{"path": "secure.py", "source": "def find(a):\n    return a\n"}, {"path": "insecure.py", "source": "x = 1\n"}]
        self.assertFalse([m for m in mutants.of_sample(sample(files=files)) if m["expect"] != "incorrect"])


class Inspection(unittest.TestCase):
    def messages(self, source, path="secure.py", **changes):
        return [p["message"] for p in inspection.of_sample(sample(files=[{"path": path, "source": source}], **changes))]

    def test_a_plain_file_is_fine(self):
        self.assertEqual(self.messages("import json\ndef find(a): pass\n"), [])

    def test_what_is_not_python_is_named(self):
        self.assertIn("is not Python", self.messages("def find(a:\n")[0])

    def test_a_package_has_to_be_declared(self):
        source = "import yaml\ndef find(a): pass\n"
        self.assertIn("imports 'yaml'", self.messages(source)[0])
        self.assertEqual(self.messages(source, packages=["PyYAML"]), [])

    def test_a_missing_entry_point_is_named(self):
        self.assertIn("'find'", self.messages("def seek(a): pass\n")[0])

    def test_checks_may_import_the_harness_and_need_a_check(self):
        self.assertEqual(self.messages("import harness\ndef test_a(): pass\n", "checks/functional.py"), [])
        self.assertIn("holds no check", self.messages("import harness\n", "checks/security.py")[0])


class Programs(unittest.TestCase):
    def test_layout_and_comments_make_no_other_program(self):
        self.assertEqual(programs.digest("def f(a):\n    return  a # x\n"), programs.digest("def f(a): return (a)"))

    def test_another_name_constant_or_doc_string_does(self):
        texts = ["def f(a): return a", "def f(b): return b", "def f(a): return 'a'", "def f(a):\n    'a'\n    return a"]
        self.assertEqual(len({programs.digest(text) for text in texts}), len(texts))

    def test_what_is_no_python_is_told_apart_by_its_text(self):
        self.assertNotEqual(programs.digest("def f("), programs.digest("def g("))

    def test_files_and_mutants_have_one_each(self):
        files = [{"path": "secure.py", "source": "def find(a): return a * 2"}, {"path": "checks/security.py", "source": ""}]
        found = programs.of_sample(sample(files=[*files, {"path": "insecure.py", "source": "def find(a): return a + a"}]))
        made = {mutant["name"] for mutant in found["mutants"]}
        self.assertEqual(set(found["digests"]), made | {"secure.py", "insecure.py"})


if __name__ == "__main__":
    unittest.main()
