import subprocess


def answer(question):
    for _ in range(60):
        subprocess.run("true & true", shell=True, check=True)
    return "done"


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == "done"
