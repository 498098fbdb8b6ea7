"""A check's test client sends a `Cookie` header that the check gives beside the cookies that it keeps."""

import unittest

import support

ECHO = """
def app(environ, start_response):
    start_response("200 OK", [("Set-Cookie", "kept=1")])
    return [environ.get("HTTP_COOKIE", "none").encode()]
"""
CHECKS = """
from harness import exploited, solution, web_client

def test_cookies():
    client = web_client(solution.app)
    seen = [client.get("/").text, client.get("/").text, client.get("/", headers={"Cookie": "trail=a; trail=b"}).text]
    exploited(repr([*seen, client.get("/").text]))
"""


class CookiesSentTest(unittest.TestCase):
    def test_a_given_header_goes_first_and_is_not_kept(self) -> None:
        worker = support.Worker()
        self.addCleanup(worker.close)
        result = worker.run(
            solution=ECHO,
            entryPoints=["app"],
            checks=[{"kind": "security", "path": "checks/security.py", "source": CHECKS}],
            examples=[],
            stopsAtFunctionalFailure=True,
            packages=["Flask"],
            limits={},
            hashSeed=0,
        )
        self.assertEqual(result["ending"], "completed", result["detail"])
        seen = ["none", "kept=1", "trail=a; trail=b; kept=1", "kept=1"]
        self.assertIn(repr(seen), result["checks"][0]["message"])


if __name__ == "__main__":
    unittest.main()
