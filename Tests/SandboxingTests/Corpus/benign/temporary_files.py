import os
import tempfile


def answer(question):
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(b"x" * 1000)
        file.flush()
        return os.path.getsize(file.name), folder.startswith("/tmp/"), os.path.expanduser("~")


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == (1000, True, "/box/work")
