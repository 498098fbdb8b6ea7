import mmap
from contextlib import ExitStack, contextmanager


@contextmanager
def compartment(path, number, writable=False):
    """A memoryview of just the 24 bytes of one label: it can neither grow nor be left."""
    with ExitStack() as stack:
        file = stack.enter_context(open(path, "r+b" if writable else "rb"))
        access = mmap.ACCESS_WRITE if writable else mmap.ACCESS_READ
        memory = stack.enter_context(mmap.mmap(file.fileno(), 0, access=access))
        view = stack.enter_context(memoryview(memory))
        compartments = int.from_bytes(view[4:6], "big")
        if number not in range(1, compartments + 1):
            raise ValueError(f"no compartment {number!r}")
        start = 32 + 24 * (int(number) - 1)
        with view[start:start + 24] as label:
            if len(label) != 24:
                raise ValueError("the memory file is too short")
            yield label


def store_label(path, number, label):
    raw = label.encode()
    with compartment(path, number, writable=True) as place:
        if len(raw) > len(place):
            raise ValueError("at most 24 bytes")
        place[:] = raw + bytes(24 - len(raw))


def read_label(path, number):
    with compartment(path, number) as place:
        return bytes(place).rstrip(b"\0").decode()
