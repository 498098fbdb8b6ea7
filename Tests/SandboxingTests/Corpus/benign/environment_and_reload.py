import os

KEY = os.environ.get("API_KEY", "none")


def answer(question):
    return KEY


# --- check
from harness import attribute, environment, solution


def setup():
    environment["API_KEY"] = "first"


def test_answer():
    assert solution.answer("") == "first"
    environment["API_KEY"] = "second"
    solution.reload()
    assert solution.answer("") == "second" and environment["API_KEY"] == "second"
    del environment["API_KEY"]
    solution.reload()
    assert attribute(solution, "KEY") == "none" and "API_KEY" not in environment
