import contextlib
import unittest

import fakes

from probes import impostors, refilled

#: How programs write values that they should not trust; each reads what it has not written itself.
FORMATS = {
    "a pickle": "import pickle\ndumps, loads = pickle.dumps, pickle.loads",
    "days in pickles": """
import datetime, json, pickle
def dumps(value):
    return json.dumps(["day", pickle.dumps(value, 0).decode("latin-1")] if isinstance(value, datetime.date) else value)
def loads(text):
    found = json.loads(text)
    return pickle.loads(found[1].encode("latin-1")) if isinstance(found, list) and found[:1] == ["day"] else found
""",
    "exceptions by name, with lengths": """
import builtins
def dumps(value):
    name = type(value).__name__ if type(value).__module__ == "builtins" else "RuntimeError"
    return f"{len(name)}:{name}{value}"
def loads(text):
    size, _, rest = text.partition(":")
    return getattr(builtins, rest[:int(size)])(rest[int(size):])
""",
    "exceptions that are looked up when written": """
import builtins, json
def dumps(value):
    known = vars(builtins).get(type(value).__name__) is type(value)
    return json.dumps([type(value).__name__ if known else "RuntimeError", str(value)])
def loads(text):
    name, message = json.loads(text)
    return getattr(builtins, name)(message)
""",
    "exceptions of modules": """
import importlib, json
def dumps(value):
    return json.dumps([type(value).__module__, type(value).__qualname__, str(value)])
def loads(text):
    module, name, message = json.loads(text)
    return getattr(importlib.import_module(module), name)(message)
""",
    "kinds of lists by name": """
import builtins, json
def dumps(value):
    return json.dumps([type(value).__name__, list(value)] if isinstance(value, (list, tuple, set)) else value)
def loads(text):
    name, content = json.loads(text)
    return str(getattr(builtins, name)(content))
""",
}
NAMES = [name for name in impostors.NAMES if not name.startswith(("os.", "subprocess.", "print"))]
CODE = "open({!r}, 'w').close()"


class Impostors(fakes.ProbeTest):
    def test_what_a_writer_names_is_called_by_its_reader(self) -> None:
        for name, source in FORMATS.items():
            fakes.load(source)
            path = f"{fakes.harness.box.root}/ran"
            made = impostors.written("solution.dumps(value)", [CODE.format(path)], NAMES)
            ran = []
            for data in made.values():
                with contextlib.suppress(BaseException):
                    found = fakes.harness.testify('result = solution.loads(data)', data=data)
                    ran.append("enumerate" in str(found))
            self.assertTrue(fakes.os.path.exists(path) or any(ran), name)
            if fakes.os.path.exists(path):
                fakes.os.remove(path)

    def test_nothing_runs_while_it_is_written_and_names_are_as_before(self) -> None:
        for source in FORMATS.values():
            fakes.load(source)
            path = f"{fakes.harness.box.root}/ran"
            impostors.written("solution.dumps(value)", [CODE.format(path)])
            self.assertFalse(fakes.os.path.exists(path))
        self.assertEqual(eval("2 + 3"), 5)
        self.assertIsInstance(SystemExit("x"), BaseException)

    def test_a_tag_and_its_content_are_replaced_together(self) -> None:
        own = b'{"job": "echo", "values": [["bytes", "00ff"], 5]}'
        made = refilled.tagged(own, ("py:os",), ("code",))
        self.assertIn(b'{"job": "echo", "values": [["py:os", "code"], 5]}', made.values())

    def test_a_sign_in_front_of_a_payload_is_replaced(self) -> None:
        made = refilled.retagged(b"u12:s1:xb7:payload", b"payload", ("x", "pickle"))
        self.assertIn(b"u12:s1:xx7:payload", made.values())


if __name__ == "__main__":
    unittest.main()
