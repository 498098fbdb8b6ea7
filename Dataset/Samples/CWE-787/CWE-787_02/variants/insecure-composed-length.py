import unicodedata

HEADER = 32
SIZE = 24


def _count(file):
    file.seek(0)
    head = file.read(HEADER)
    if len(head) < HEADER or head[:4] != b"LOCK":
        raise ValueError("not a locker's memory file")
    return int.from_bytes(head[4:6], "big")


def _fits(label):
    # an umlaut may arrive as one code point or as letter and dots
    return len(unicodedata.normalize("NFC", label).encode("utf-8")) <= SIZE


def store_label(path, number, label):
    if not _fits(label):
        raise ValueError(f"a label has at most {SIZE} bytes")
    with open(path, "r+b") as file:
        if number < 1 or number > _count(file):
            raise ValueError(f"the locker has no compartment {number}")
        file.seek(HEADER + SIZE * (number - 1))
        file.write(label.encode("utf-8").ljust(SIZE, b"\0"))


def read_label(path, number):
    with open(path, "rb") as file:
        if number < 1 or number > _count(file):
            raise ValueError(f"the locker has no compartment {number}")
        file.seek(HEADER + SIZE * (number - 1))
        return file.read(SIZE).rstrip(b"\0").decode("utf-8")
