# Hopes that values are pickled: an object that rebuilds itself by running code.
# evidence: handed over
import os


class Bomb:
    def __reduce__(self):
        return os.system, ("echo ESCAPED",)

    def __getstate__(self):
        return {}


def answer(question):
    print("handed over")
    return [Bomb(), {"key": Bomb()}]
