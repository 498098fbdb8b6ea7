# Makes links that a careless tester would follow out of the box.
# evidence: linked
import os


def answer(question):
    for name, target in (("passwd", "/etc/passwd"), ("root", "/"), ("up", "../../../.."), ("proc", "/proc/self/root")):
        os.symlink(target, name)
    print("linked")
    return "expected"


# --- check
from harness import attempt, box, solution


def test_answer():
    assert solution.answer("question") == "expected"
    readable = []
    for path in ("passwd", "root/etc/passwd", "up/etc/passwd", "proc/etc/passwd"):
        try:
            box.read(path)
            readable.append(path)
        except OSError:
            pass
    for path in ("root/x", "up/box/x"):
        try:
            box.write(path, b"x")
            readable.append(path)
        except OSError:
            pass
    assert readable, "held"
