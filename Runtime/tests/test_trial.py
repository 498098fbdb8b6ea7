"""What a rater writes runs behind a program, and what comes of it is printed."""

import contextlib
import io
import types
import unittest
from pathlib import Path

DRIVER = (Path(__file__).parents[1] / "trial/driver.py").read_text()
PROGRAM = """
import os
LIMIT = 2
def double(number):
    return number * LIMIT
def fail():
    raise ValueError('no\\nway')
"""
FLASK = """
from flask import Flask, request
def make():
    app = Flask('x')
    @app.route('/notes', methods=['GET', 'POST'])
    def notes():
        return f"{request.method} {request.args.get('q')} {request.form.get('a')} {request.headers.get('X-Key')} {request.get_data()!r}"
    return app
"""


def tried(program: str, written: str) -> str:
    solution = types.ModuleType("solution")
    solution.__file__ = "/box/work/solution.py"
    exec(compile(program, solution.__file__, "exec"), vars(solution))
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(DRIVER, {"solution": solution, "written": written})
    return output.getvalue()


class PythonTest(unittest.TestCase):
    def test_the_programs_names_are_there_and_a_last_value_is_shown(self) -> None:
        self.assertEqual(tried(PROGRAM, "double(21)"), "42\n")
        self.assertEqual(tried(PROGRAM, "for n in (1, 2):\n    print(double(n))\n'last'"), "2\n4\n'last'\n")
        self.assertEqual(tried(PROGRAM, "x = double(1)"), "")
        self.assertEqual(tried(PROGRAM, "print('shown'), None"), "shown\n(None, None)\n")
        self.assertEqual(tried(PROGRAM, ""), "")

    def test_the_program_is_changed_by_its_name_alone(self) -> None:
        self.assertEqual(tried(PROGRAM, "LIMIT = 5\ndouble(1)"), "2\n")
        self.assertEqual(tried(PROGRAM, "solution.LIMIT = 5\r\ndouble(1)"), "5\n")

    def test_what_is_raised_is_told_with_the_places_in_program_and_text_alone(self) -> None:
        told = tried(PROGRAM, "x = 1\nfail()")
        self.assertIn('File "<input>", line 2', told)
        self.assertIn('File "/box/work/solution.py", line 7, in fail', told)
        self.assertTrue(told.endswith("ValueError: no\nway\n"))
        self.assertNotIn("driver", told)
        self.assertEqual(told.count("File "), 2)

    def test_neither_an_end_nor_a_slip_escapes(self) -> None:
        for written, word in (("raise SystemExit(3)", "SystemExit: 3"), ("f(", "SyntaxError"), ("\0", "SyntaxError"), ("exit()", "SystemExit")):
            self.assertIn(word, tried(PROGRAM, written))


class RequestTest(unittest.TestCase):
    APP = FLASK + "app = make()\n"

    def test_a_request_goes_to_the_application_with_its_headers_and_body(self) -> None:
        told = tried(self.APP, "GET /notes?q=a+b%26 HTTP/1.1\nX-Key: k: v\n")
        self.assertTrue(told.startswith("200 OK\n"), told)
        self.assertIn("\n\nGET a b& None k: v b''\n", told)
        told = tried(self.APP, "\nPOST /notes\n\na=1&b=2\n")
        self.assertIn("POST None 1 None b''", told)
        told = tried(self.APP, 'POST /notes\r\nContent-Type: application/json\r\n\r\n{"a":\n1}')
        self.assertIn("""POST None None None b'{"a":\\n1}'""", told)
        self.assertTrue(tried(self.APP, "GET /no").startswith("404 "))

    def test_a_factory_makes_the_application(self) -> None:
        self.assertIn("200 OK", tried(FLASK + "create_app = make\n", "GET /notes"))

    def test_a_program_without_one_is_told(self) -> None:
        self.assertIn("no Flask application", tried(PROGRAM, "GET /notes"))

    def test_what_only_looks_like_a_request_is_python(self) -> None:
        self.assertIn("NameError", tried(PROGRAM, "GET = 1\nPOST / 2"))
        self.assertIn("SyntaxError", tried(PROGRAM, "GET notes"))


if __name__ == "__main__":
    unittest.main()
