"""The README names what there is."""

import ast
import importlib
import re
import unittest

import fakes

README = (fakes.Path(__file__).parents[2] / "probes" / "README.md").read_text()
MODULES = re.findall(r"^\| \[`(\w+)`\]", README, re.M)


class Readme(unittest.TestCase):
    def test_every_module_has_a_section(self) -> None:
        self.assertEqual(MODULES, re.findall(r"^## (\w+)$", README, re.M))

    def test_every_name_that_it_mentions_exists(self) -> None:
        for module in MODULES:
            there = importlib.import_module(f"probes.{module}")
            for name in set(re.findall(rf"(?<![\w./-]){module}\.([A-Za-z_]+)", README)) - {"py", "md"}:
                self.assertTrue(hasattr(there, name), f"{module}.{name}")

    def test_every_example_is_python(self) -> None:
        examples = [
            block for block in re.findall(r"```python\n(.*?)```", README, re.S) if re.search(r"^def test_", block, re.M)
        ]
        self.assertEqual(len(examples), len(MODULES))
        for example in examples:
            ast.parse(example)

    def test_every_public_function_says_what_it_does(self) -> None:
        for module in MODULES:
            there = importlib.import_module(f"probes.{module}")
            for name, value in vars(there).items():
                if callable(value) and not name.startswith("_") and getattr(value, "__module__", "") == there.__name__:
                    self.assertTrue((value.__doc__ or "").strip(), f"{module}.{name}")


if __name__ == "__main__":
    unittest.main()
