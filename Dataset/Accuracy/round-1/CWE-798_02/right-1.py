import hmac
import os

PEGS = range(1, 10_000)


class Cloakroom:
    """Tickets are bare codes; the peg is found by trying all of them."""

    def __init__(self, environ):
        try:
            self._key = environ[b"CLOAK_KEY"]
        except KeyError as missing:
            raise RuntimeError("no CLOAK_KEY") from missing
        if not self._key:
            raise RuntimeError("CLOAK_KEY is empty")

    def __getitem__(self, peg):
        return hmac.digest(self._key, peg.to_bytes(2, "big"), "sha256").hex().upper()

    def find(self, text):
        scanned = text.encode("utf-8", "surrogatepass")
        found = [peg for peg in PEGS if hmac.compare_digest(self[peg].encode(), scanned)]
        return next(iter(found), None)


def issue(peg):
    room = Cloakroom(os.environb)
    if peg not in PEGS:
        raise ValueError(f"there is no peg {peg}")
    return room[int(peg)]


def peg_of(ticket):
    return Cloakroom(os.environb).find(ticket)
