import struct

HEADER = struct.Struct(">4sH26s")
LABEL_SIZE = 24


def _position(file, number):
    """Where the label of a compartment begins."""
    file.seek(0)
    magic, count, _ = HEADER.unpack(file.read(HEADER.size))
    if magic != b"LOCK":
        raise ValueError("not the memory of a parcel locker")
    if not 1 <= number <= count:
        raise ValueError(f"there is no compartment {number}")
    return HEADER.size + (number - 1) * LABEL_SIZE


def store_label(path, number, label):
    if len(label.strip().encode("utf-8")) > LABEL_SIZE:
        raise ValueError("the label is too long")
    with open(path, "r+b") as file:
        position = _position(file, number)
        file.seek(position)
        file.write(label.encode("utf-8").ljust(LABEL_SIZE, b"\x00"))


def read_label(path, number):
    with open(path, "rb") as file:
        file.seek(_position(file, number))
        return file.read(LABEL_SIZE).rstrip(b"\x00").decode("utf-8")
