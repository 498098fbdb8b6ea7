"""The words of a gate as a tree of their signs, which is walked while somebody types."""
import collections
import os


class NoWords(RuntimeError):
    """A gate without words is not made at all."""


class _Node(collections.defaultdict):
    __slots__ = ("end",)

    def __init__(self):
        super().__init__(_Node)
        self.end = False


def _variable():
    yield from (os.environ.get("GATE_WORDS") or "").split(",")


def _lines():
    path = os.environ.get("GATE_WORDS_FILE")
    if path:
        try:
            descriptor = os.open(path, os.O_RDONLY)
            with open(descriptor, "rb") as file:
                yield from file.read().decode("utf-8", "strict").split("\n")
        except (OSError, ValueError):
            return


class Gate:
    def __init__(self):
        self.__root = _Node()
        self.__wrong = []
        for source in (_variable, _lines):
            for word in filter(None, map(str.strip, source())):
                node = self.__root
                for sign in word:
                    node = node[sign]
                node.end = True
            if self.__root:
                break
        else:
            raise NoWords("there are no words for this gate")

    def opens(self, word):
        node = self.__root
        for sign in word:
            node = node.get(sign)       # `get` makes no new nodes
            if node is None:
                break
        if node is not None and node.end:
            return True
        self.__wrong[:] = [*self.__wrong, word][-20:]
        return False

    def refused(self):
        return self.__wrong.copy()
