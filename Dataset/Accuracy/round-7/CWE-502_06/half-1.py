import base64
import hashlib
import hmac
import marshal


class Slips:
    def __init__(self, word, earlier=()):
        words = [word, *earlier]
        if not all(words):
            raise ValueError("an empty word is no word")
        self._keys = [w.encode("utf-8", "surrogatepass") for w in words]

    @staticmethod
    def _seal(key, body):
        return hmac.new(key, body.encode("ascii"), hashlib.sha256).hexdigest()

    def write(self, crate):
        body = base64.urlsafe_b64encode(marshal.dumps(crate)).decode("ascii")
        return f"{body}.{self._seal(self._keys[0], body)}"

    def read(self, text):
        if not text.isascii():
            raise ValueError("not a slip")
        body, _, seal = text.rpartition(".")
        genuine = [hmac.compare_digest(seal, self._seal(key, body)) for key in self._keys]
        if not any(genuine):
            raise ValueError("not a slip of this tour")
        return marshal.loads(base64.urlsafe_b64decode(body))
