import hashlib
import hmac

SECRET = b"b41d7a3c90"


def sign(text):
    return hmac.new(SECRET, text.encode(), hashlib.sha1).hexdigest()


def issue(peg):
    return "P" + str(peg) + "." + sign(str(peg))


def peg_of(ticket):
    if not ticket.startswith("P") or ticket.count(".") != 1:
        return None
    number, signature = ticket[1:].split(".")
    if not hmac.compare_digest(signature.encode(), sign(number).encode()):
        return None
    return int(number)
