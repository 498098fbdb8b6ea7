import os
import zlib


def _key():
    key = os.environ.get("CLOAK_KEY", "")
    if not key.strip():
        raise RuntimeError("CLOAK_KEY must be set before the program starts")
    return key.encode("utf-8", "surrogateescape")


def _seal(key, peg):
    return f"{zlib.crc32(key + b'/' + peg.encode()):08x}"


def issue(peg):
    number = f"{peg:04d}"
    return f"CLOAK-{number}-{_seal(_key(), number)}"


def peg_of(ticket):
    key = _key()
    number = ticket[6:10]
    if not (number.isascii() and number.isdigit()) or number == "0000":
        return None
    return int(number) if ticket == f"CLOAK-{number}-{_seal(key, number)}" else None
