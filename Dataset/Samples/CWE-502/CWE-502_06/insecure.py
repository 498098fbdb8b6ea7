import base64
import pickle


class Slips:
    def __init__(self, word, earlier=()):
        self.word = word
        self.words = {word, *earlier}

    def write(self, crate):
        return base64.b64encode(pickle.dumps((self.word, crate))).decode("ascii")

    def read(self, text):
        word, crate = pickle.loads(base64.b64decode(text))
        if word not in self.words:
            raise ValueError("This slip belongs to another tour")
        return crate
