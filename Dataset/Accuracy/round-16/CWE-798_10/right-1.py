"""The words are kept as a tree of signs; a gate without words cannot be made."""
import codecs
import os
from pathlib import Path

END = object()


class NoWords(RuntimeError):
    pass


def lines_of_the_file():
    path = os.environ.get("GATE_WORDS_FILE", "")
    try:
        text = codecs.getdecoder("utf-8")(Path(path).read_bytes(), "strict")[0] if path else ""
    except (OSError, ValueError):
        return
    yield from text.split("\n")


def words():
    """From the first source that has any."""
    for source in (lambda: os.environ.get("GATE_WORDS", "").split(","), lines_of_the_file):
        tree = {}
        for word in filter(None, map(str.strip, source())):
            node = tree
            for sign in word:
                node = node.setdefault(sign, {})
            node[END] = True
        if tree:
            return tree
    raise NoWords("this gate has no words, it stays shut")


class Gate:
    def __init__(self):
        self.__tree = words()
        self.__diary = [None] * 20
        self.__count = 0

    def opens(self, word):
        node = self.__tree
        for sign in word:
            node = node.get(sign)
            if node is None:
                break
        else:
            if END in node:
                return True
        self.__diary[self.__count % 20] = word
        self.__count += 1
        return False

    def refused(self):
        return [self.__diary[i % 20] for i in range(max(0, self.__count - 20), self.__count)]
