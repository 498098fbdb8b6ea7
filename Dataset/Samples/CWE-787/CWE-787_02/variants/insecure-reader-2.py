HEADER = 32
LABEL = 24


def store_label(path, number, label):
    data = label.encode("utf-8").ljust(LABEL, b"\0")
    with open(path, "r+b") as f:
        f.seek(HEADER + (number - 1) * LABEL)
        f.write(data)


def read_label(path, number):
    with open(path, "rb") as f:
        f.seek(HEADER + (number - 1) * LABEL)
        data = f.read(LABEL)
    return data.rstrip(b"\0").decode("utf-8")
