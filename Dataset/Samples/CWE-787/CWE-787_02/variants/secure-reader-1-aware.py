import mmap
import struct

HEADER, LABEL, TRAILER = 32, 24, 16


def _slot(memory, number):
    """The slice of one compartment's label; ValueError when there is none."""
    if len(memory) < HEADER + TRAILER or memory[:4] != b"LOCK":
        raise ValueError("not the memory file of a locker")
    (stated,) = struct.unpack(">H", memory[4:6])
    # never trust the header further than the file really reaches
    count = min(stated, (len(memory) - HEADER - TRAILER) // LABEL)
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= count:
        raise ValueError("the locker has no such compartment")
    begin = HEADER + (number - 1) * LABEL
    return slice(begin, begin + LABEL)


def store_label(path, number, label):
    data = label.encode("utf-8")
    if len(data) > LABEL:
        raise ValueError("the label does not fit")
    if b"\0" in data:
        raise ValueError("a label cannot hold zero bytes")
    # a mapping has a fixed size: it cannot make the file grow
    with open(path, "r+b") as f, mmap.mmap(f.fileno(), 0) as memory:
        memory[_slot(memory, number)] = data.ljust(LABEL, b"\0")
        memory.flush()


def read_label(path, number):
    with open(path, "rb") as f:
        memory = f.read()
    return memory[_slot(memory, number)].rstrip(b"\0").decode("utf-8")
