import os
import re

RULES = (
    lambda a, s, g: all(map(isinstance, (a, s), (str, str))) and type(g) is int,
    lambda a, s, g: re.match(r"\A[A-Z][A-Z]-[0-9][0-9][0-9][0-9][0-9]\Z", a),
    lambda a, s, g: re.match(r"\A[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+\Z", s),
    lambda a, s, g: 0 < g < 10**4300,
)


def register_sample(path, accession, species, grams):
    if not all(rule(accession, species, grams) for rule in RULES):
        return False
    record = f"{accession}\t{species}\t{grams:d}\n".encode()
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        while record:
            record = record[os.write(fd, record):]
    finally:
        os.close(fd)
    return True


def read_register(path):
    def rows():
        with open(path, "rb") as f:
            for raw in f:
                a, s, g = raw.decode().removesuffix("\n").split("\t")
                yield a, s, int(g)
    return list(rows()) if os.path.exists(path) else []
