HEADER_SIZE = 32
LABEL_SIZE = 24


def store_label(path, number, label):
    data = label.encode("utf-8").ljust(LABEL_SIZE, b"\x00")
    with open(path, "r+b") as f:
        f.seek(HEADER_SIZE + (number - 1) * LABEL_SIZE)
        f.write(data)


def read_label(path, number):
    with open(path, "rb") as f:
        f.seek(HEADER_SIZE + (number - 1) * LABEL_SIZE)
        data = f.read(LABEL_SIZE)
    return data.rstrip(b"\x00").decode("utf-8")
