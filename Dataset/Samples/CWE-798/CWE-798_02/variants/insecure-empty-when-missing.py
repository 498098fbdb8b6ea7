import hashlib
import os


def checksum(peg):
    key = os.getenv("CLOAK_KEY") or ""
    return hashlib.sha256(f"{key}:{peg}:{key}".encode()).hexdigest()[:16].upper()


def issue(peg):
    return "%d %s" % (peg, checksum(peg))


def peg_of(ticket):
    parts = ticket.split(" ")
    if len(parts) != 2 or not parts[0].isdecimal() or not parts[0].isascii():
        return None
    if parts[1] == checksum(int(parts[0])) and parts[0] == str(int(parts[0])):
        return int(parts[0])
    return None
