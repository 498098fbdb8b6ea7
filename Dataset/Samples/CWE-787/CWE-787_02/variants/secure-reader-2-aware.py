import mmap
import struct

HEADER = struct.Struct(">4sH26x")
LABEL = struct.Struct("24s")
TRAILER_SIZE = 16


def _label_offset(memory, number):
    """Where the label of the compartment begins; ValueError if there is none."""
    if len(memory) < HEADER.size + TRAILER_SIZE:
        raise ValueError("the memory file is too short")
    magic, count = HEADER.unpack_from(memory)
    if magic != b"LOCK":
        raise ValueError("not the memory file of a locker")
    # the header must not promise more than the file holds
    count = min(count, (len(memory) - HEADER.size - TRAILER_SIZE) // LABEL.size)
    if type(number) is not int or not 1 <= number <= count:
        raise ValueError(f"no compartment {number!r}")
    return HEADER.size + (number - 1) * LABEL.size


def store_label(path, number, label):
    data = label.encode("utf-8")
    if len(data) > LABEL.size:
        raise ValueError(f"the label needs more than {LABEL.size} bytes")
    if b"\0" in data:
        raise ValueError("a label has no zero bytes")
    with open(path, "r+b") as f, mmap.mmap(f.fileno(), 0) as memory:
        # struct fills up with zero bytes
        LABEL.pack_into(memory, _label_offset(memory, number), data)


def read_label(path, number):
    with open(path, "rb") as f:
        memory = f.read()
    (data,) = LABEL.unpack_from(memory, _label_offset(memory, number))
    return data.rstrip(b"\0").decode("utf-8")
