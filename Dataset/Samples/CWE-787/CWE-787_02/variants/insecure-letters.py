import struct

HEADER_SIZE = 32
LABEL_SIZE = 24


def _offset(memory, number):
    memory.seek(4)
    (count,) = struct.unpack(">H", memory.read(2))
    if number < 1 or number > count:
        raise ValueError("no such compartment")
    return HEADER_SIZE + (number - 1) * LABEL_SIZE


def store_label(path, number, label):
    if len(label) > LABEL_SIZE:
        raise ValueError("label too long")
    with open(path, "r+b") as memory:
        memory.seek(_offset(memory, number))
        memory.write(label.encode("utf-8").ljust(LABEL_SIZE, b"\0"))


def read_label(path, number):
    with open(path, "rb") as memory:
        memory.seek(_offset(memory, number))
        return memory.read(LABEL_SIZE).rstrip(b"\0").decode("utf-8")
