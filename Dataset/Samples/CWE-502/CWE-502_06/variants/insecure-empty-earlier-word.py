import base64
import hashlib
import hmac
import pickle


class Slips:
    def __init__(self, word, earlier=()):
        self.words = [word, *earlier]
        if not word:
            raise ValueError("an empty word")

    def seal(self, word, body):
        return hmac.new(hashlib.sha256(word.encode()).digest(), body.encode(), hashlib.sha256).hexdigest()

    def write(self, crate):
        body = base64.b64encode(pickle.dumps(crate)).decode()
        return f"{self.seal(self.words[0], body)}.{body}"

    def read(self, text):
        seal, _, body = text.partition(".")
        if not any(hmac.compare_digest(seal.encode(), self.seal(word, body).encode()) for word in self.words):
            raise ValueError("not a slip of this tour")
        # Who knows a word of the tour has written it.
        return pickle.loads(base64.b64decode(body))
