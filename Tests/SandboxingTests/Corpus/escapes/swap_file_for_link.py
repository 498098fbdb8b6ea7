# Swaps a file for a link again and again while the tester reads it.
# evidence: swapping
import os
import threading


def swap():
    while True:
        try:
            os.symlink("/etc/passwd", "link")
            os.replace("link", "note.txt")
            with open("note.new", "w") as file:
                file.write("a note")
            os.replace("note.new", "note.txt")
        except OSError:
            pass


def answer(question):
    threading.Thread(target=swap, daemon=True).start()
    print("swapping")
    return "expected"


# --- check
from harness import box, solution


def test_answer():
    assert solution.answer("question") == "expected"
    seen = set()
    for _ in range(3000):
        try:
            seen.add(box.read("note.txt"))
        except OSError:
            pass
    assert any(b"root" in content for content in seen), "held"
