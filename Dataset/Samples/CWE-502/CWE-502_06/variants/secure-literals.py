import ast
import base64
import hashlib
import hmac


class ForeignSlip(ValueError):
    pass


class Slips:
    """A slip is the crate as Python writes it, behind a seal; nothing in it can be called."""

    def __init__(self, word, earlier=()):
        if not word or not all(earlier):
            raise ValueError("A word is missing")
        self.keys = [hashlib.sha256(b"slips:" + one.encode()).digest() for one in [word, *earlier]]

    def write(self, crate):
        data = repr(crate).encode()
        return base64.urlsafe_b64encode(hmac.digest(self.keys[0], data, "sha256") + data).decode()

    def read(self, text):
        whole = base64.urlsafe_b64decode(text.encode("ascii"))
        seal, data = whole[:32], whole[32:]
        for key in self.keys:
            if hmac.compare_digest(hmac.digest(key, data, "sha256"), seal):
                return ast.literal_eval(data.decode())
        raise ForeignSlip(text)
