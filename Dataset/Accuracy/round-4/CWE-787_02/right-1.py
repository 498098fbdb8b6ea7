import mmap
import struct
from contextlib import contextmanager

LABEL = struct.Struct("24s")


@contextmanager
def compartment(path, number, write):
    with open(path, "r+b" if write else "rb") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_WRITE if write else mmap.ACCESS_READ) as memory:
            (count,) = struct.unpack_from(">H", memory, 4)
            if type(number) is not int or number not in range(1, count + 1) or len(memory) < 48 + 24 * count:
                raise ValueError(f"no compartment {number!r}")
            with memoryview(memory) as whole, whole[24 * number + 8:24 * number + 32] as window:
                yield window


def store_label(path, number, label):
    data = label.encode("utf-8")
    if len(data) > LABEL.size:
        raise ValueError("label too long")
    with compartment(path, number, True) as window:
        window[:] = LABEL.pack(data)


def read_label(path, number):
    with compartment(path, number, False) as window:
        return bytes(window).rstrip(b"\0").decode("utf-8")
