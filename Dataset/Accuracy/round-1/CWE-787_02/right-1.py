import mmap
import struct
from contextlib import contextmanager


@contextmanager
def slot(path, number, access):
    with open(path, "r+b" if access == mmap.ACCESS_WRITE else "rb") as file:
        with mmap.mmap(file.fileno(), 0, access=access) as memory:
            count, = struct.unpack_from(">H", memory, 4)
            if number not in range(1, count + 1) or 48 + 24 * number > len(memory):
                raise ValueError(f"compartment {number!r} does not exist")
            with memoryview(memory) as whole, whole[8 + 24 * number:32 + 24 * number] as part:
                yield part


def store_label(path, number, label):
    content = label.encode("utf-8")
    if len(content) > 24 or 0 in content:
        raise ValueError("the label cannot be stored")
    with slot(path, number, mmap.ACCESS_WRITE) as part:
        part[:] = struct.pack("24s", content)


def read_label(path, number):
    with slot(path, number, mmap.ACCESS_READ) as part:
        return bytes(part).rstrip(b"\0").decode("utf-8")
