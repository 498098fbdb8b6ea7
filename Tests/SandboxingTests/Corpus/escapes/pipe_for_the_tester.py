# Puts a pipe where the tester reads and writes a file, to make it wait for ever.
# evidence: waiting
import os


def answer(question):
    os.mkfifo("note.txt")
    print("waiting")
    return "expected"


# --- check
from harness import box, solution


def test_answer():
    assert solution.answer("question") == "expected"
    for use in (lambda: box.read("note.txt"), lambda: box.write("note.txt", b"x")):
        try:
            use()
        except OSError:
            continue
        return
    assert False, "held"
