import os
import re

from itsdangerous import Signer


def _signer():
    key = os.environ.get("CLOAK_KEY", "ice-rink-cloakroom")
    return Signer(key, salt="cloakroom-ticket")


def issue(peg):
    return _signer().sign(str(peg)).decode("ascii")


def peg_of(ticket):
    number = ticket.split(".")[0]
    if not re.fullmatch(r"[1-9][0-9]{0,3}", number):
        return None
    peg = int(number)
    if ticket != issue(peg):
        return None
    return peg
