import base64
import binascii
import hashlib
import hmac
import marshal


class Slips:
    def __init__(self, word, earlier=()):
        self._keys = []
        for w in (word, *earlier):
            if not w:
                raise ValueError("empty word")
            # keys of one length, so that words which begin alike cannot be mixed up
            self._keys.append(hashlib.sha256(w.encode("utf-8", "surrogatepass")).digest())

    def _seal(self, key, data):
        return hashlib.sha256(key + data).digest()

    def write(self, crate):
        data = marshal.dumps(crate)
        return base64.b64encode(self._seal(self._keys[0], data) + data).decode("ascii")

    def read(self, text):
        try:
            raw = base64.b64decode(text, validate=True)
        except binascii.Error:
            raise ValueError("no slip") from None
        if base64.b64encode(raw).decode("ascii") != text:
            raise ValueError("not written like this")
        seal, data = raw[:32], raw[32:]
        for key in self._keys:
            if hmac.compare_digest(seal, self._seal(key, data)):
                return marshal.loads(data)
        raise ValueError("a slip of another tour, or a changed one")
