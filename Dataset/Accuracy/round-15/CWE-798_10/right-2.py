import bisect
import io
import os


class NoWords(LookupError):
    """Raised by Gate() where the club has given no words."""


def _sources():
    yield lambda: os.environ.get("GATE_WORDS", "").split(",")

    def lines():
        with io.open(os.environ["GATE_WORDS_FILE"], encoding="utf-8", errors="strict", newline="\n") as file:
            return file.readlines()
    yield lines


def _words():
    for source in _sources():
        try:
            words = sorted({text.strip() for text in source()} - {""})
        except (KeyError, OSError, ValueError):
            continue
        if words:
            return tuple(words)
    raise NoWords("this gate has no words and stays shut")


class Gate:
    __slots__ = ("__words", "__shut_out", "__next")

    def __init__(self):
        self.__words = _words()
        self.__shut_out = [None] * 20            # a ring
        self.__next = 0

    def opens(self, word):
        at = bisect.bisect_left(self.__words, word)
        if at < len(self.__words) and self.__words[at] == word:
            return True
        self.__shut_out[self.__next % 20] = word
        self.__next += 1
        return False

    def refused(self):
        return [self.__shut_out[n % 20] for n in range(max(0, self.__next - 20), self.__next)]
