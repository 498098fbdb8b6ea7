"""What a check asked and what came back is told for checks that did not pass, in bounded, readable texts."""

import unittest
from typing import Any

import support

PAGES = '''
class Shelf:
    def __init__(self):
        self.books = []
    def add(self, title, *, copies=1):
        self.books.append((title, copies))
        return len(self.books)

def double(text):
    return text * 2

def refuse(text):
    raise ValueError("not " + text)

def app(environ, start_response):
    start_response("200 OK", [("Set-Cookie", "seen=1"), ("X-Other", "2")])
    return [b"<p>\\n  hello\\n</p>"]
'''
CHECKS = """
from harness import attempt, exploit_if, solution, testify, web_client

def test_a():
{}
"""


class ExchangesTest(unittest.TestCase):
    worker: support.Worker

    @classmethod
    def setUpClass(cls) -> None:
        cls.worker = support.Worker()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.worker.close()

    def check(self, body: str) -> dict[str, Any]:
        source = CHECKS.format("\n".join("    " + line for line in body.strip().splitlines()))
        result = self.worker.run(
            solution=PAGES,
            entryPoints=["double"],
            checks=[{"kind": "security", "path": "checks/security.py", "source": source}],
            examples=[],
            stopsAtFunctionalFailure=True,
            packages=[],
            limits={},
            hashSeed=0,
        )
        self.assertEqual(result["ending"], "completed", result["detail"])
        found: dict[str, Any] = result["checks"][0]
        return found

    def pairs(self, body: str) -> list[tuple[str, str | None]]:
        return [(one["sent"], one["received"]) for one in self.check(body)["exchanges"]]

    def test_a_check_that_passed_tells_none(self) -> None:
        self.assertNotIn("exchanges", self.check("solution.double('a')"))

    def test_a_call_is_told_as_it_would_be_written(self) -> None:
        body = "exploit_if(solution.double('a\\'b') != '', 'doubled')"
        self.assertEqual(self.pairs(body), [("double(\"a'b\")", "\"a'ba'b\"")])

    def test_an_object_stands_under_the_name_of_its_class(self) -> None:
        body = "shelf = solution.Shelf()\nexploit_if(shelf.add('Emma', copies=2) == 1, 'added')"
        self.assertEqual(self.pairs(body), [("Shelf()", "<Shelf>"), ("Shelf.add('Emma', copies=2)", "1")])

    def test_an_exception_is_told_with_its_message(self) -> None:
        body = "attempt(solution.refuse, 'so')\nexploit_if(True, 'end')"
        self.assertEqual(self.pairs(body), [("refuse('so')", "raises ValueError: not so")])

    def test_a_request_is_told_as_a_line_with_what_an_attacker_chooses(self) -> None:
        body = """
client = web_client(solution.app)
client.post('/login?next=/', data={'name': 'Ada'}, headers={'Origin': 'https://evil.example', 'Accept': 'text/html'})
exploit_if(True, 'end')
"""
        [(sent, received)] = self.pairs(body)
        self.assertEqual(
            sent,
            "POST /login?next=/ (Origin: https://evil.example; Content-Type: application/x-www-form-urlencoded): name=Ada",
        )
        self.assertEqual(received, "200 OK; Set-Cookie: seen=1: <p> hello </p>")

    def test_equal_looks_at_the_state_are_told_once_and_the_others_counted(self) -> None:
        body = """
for number in range(10):
    solution.double('look')
    solution.double(str(number))
solution.double('look')
exploit_if(True, 'end')
"""
        found = self.check(body)
        self.assertEqual(
            [one["sent"] for one in found["exchanges"]],
            ["double('5')", "double('6')", "double('7')", "double('8')", "double('9')", "double('look')"],
        )
        self.assertEqual(found["earlierExchanges"], 15)

    def test_a_search_ends_with_the_attack_that_it_found_and_not_with_one_that_it_shrank_too_far(self) -> None:
        body = """
from probes import search
search.attack("the text", ("word", "xx evil yy"), lambda text: "evil" in str(attempt(solution.double, text).value))
"""
        found = self.check(body)
        self.assertEqual(found["status"], "exploited")
        self.assertEqual([one["sent"] for one in found["exchanges"]], ["double('evil')"])
        self.assertGreater(found["earlierExchanges"], 2)

    def test_testimony_is_called_so(self) -> None:
        body = "exploit_if(testify('result = solution.double(word)', word='a') == 'aa', 'end')"
        [(sent, received)] = self.pairs(body)
        self.assertIn("testimony", sent)
        self.assertEqual(received, "'aa'")

    def test_long_values_show_both_ends_and_their_size(self) -> None:
        [(sent, received)] = self.pairs("exploit_if(solution.double('<' + 'a' * 1_000_000 + '>') != '', 'end')")
        for text in (sent, received or ""):
            self.assertLess(len(text), 800)
            self.assertIn("in all", text)
        self.assertIn("<aaa", sent)
        self.assertIn("a>", sent)

    def test_any_text_can_be_read_by_the_host(self) -> None:
        for text in ("'a\\ud800b'", "'\\x00\\x1b[31m\\u202e'", "'\\U0001f512'"):
            with self.subTest(text=text):
                body = f"attempt(solution.refuse, {text})\nattempt(solution.double, {text})\nexploit_if(True, {text})"
                found = self.check(body)
                for words in [found["message"], *(word for one in found["exchanges"] for word in one.values())]:
                    words.encode()


if __name__ == "__main__":
    unittest.main()
