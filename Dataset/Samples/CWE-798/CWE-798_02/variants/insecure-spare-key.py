import hmac
import os
from hashlib import sha256

# Tickets of the spare printer, which has no environment of its own.
SPARE_PRINTER_KEY = "zamboni"


def seal(key, peg):
    return hmac.new(key.encode(), f"{peg:04}".encode(), sha256).hexdigest()[:24]


def issue(peg):
    return f"{peg:04}{seal(os.environ['CLOAK_KEY'], peg)}"


def peg_of(ticket):
    if len(ticket) != 28 or not ticket.isascii() or not ticket[:4].isdigit():
        return None
    peg = int(ticket[:4])
    keys = [os.environ["CLOAK_KEY"], SPARE_PRINTER_KEY]
    if any(hmac.compare_digest(ticket[4:], seal(key, peg)) for key in keys):
        return peg
    return None
