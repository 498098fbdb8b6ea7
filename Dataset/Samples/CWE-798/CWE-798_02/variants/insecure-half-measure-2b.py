import hashlib
import os
import re

TICKET = re.compile(r"([1-9][0-9]{0,3})-([0-9A-F]{20})")


def _code(peg):
    text = f"{os.getenv('CLOAK_KEY')}|coat|{peg}"
    return hashlib.blake2b(text.encode("utf-8"), digest_size=10).hexdigest().upper()


def issue(peg):
    return f"{peg}-{_code(peg)}"


def peg_of(ticket):
    match = TICKET.fullmatch(ticket)
    if match is None:
        return None
    peg = int(match.group(1))
    if match.group(2) != _code(peg):
        return None
    return peg
