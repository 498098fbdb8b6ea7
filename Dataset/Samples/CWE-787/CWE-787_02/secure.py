import struct

HEADER_SIZE = 32
LABEL_SIZE = 24


def seek_label(memory, number):
    magic, compartments = struct.unpack(">4sH", memory.read(6))
    if magic != b"LOCK" or not 1 <= number <= compartments:
        raise ValueError("the locker has no such compartment")
    memory.seek(HEADER_SIZE + (number - 1) * LABEL_SIZE)


def store_label(path, number, label):
    data = label.encode("utf-8").ljust(LABEL_SIZE, b"\0")
    if len(data) > LABEL_SIZE:
        raise ValueError("the label is too long")
    with open(path, "r+b") as memory:
        seek_label(memory, number)
        memory.write(data)


def read_label(path, number):
    with open(path, "rb") as memory:
        seek_label(memory, number)
        return memory.read(LABEL_SIZE).rstrip(b"\0").decode("utf-8")
