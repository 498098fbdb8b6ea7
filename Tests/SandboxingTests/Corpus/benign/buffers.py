import array
import ctypes
import mmap


def answer(question):
    buffer = (ctypes.c_ubyte * 16)()
    ctypes.memset(buffer, 7, 8)
    with open("map", "wb") as file:
        file.truncate(4096)
    with open("map", "r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
        mapped[0:4] = b"abcd"
        mapped.flush()
    view = memoryview(array.array("i", [1, 2, 3]))
    return bytes(buffer), open("map", "rb").read(4), view.tolist()


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == (b"\7" * 8 + bytes(8), b"abcd", [1, 2, 3])
