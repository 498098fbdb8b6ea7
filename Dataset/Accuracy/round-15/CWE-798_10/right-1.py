"""The words as a tree of signs; a walk through it either ends at a word or it does not."""
import os
import pathlib

_END = object()


class Gate:
    def __init__(self):
        self._root = {}
        self._log = []
        for word in self._from_environment() or self._from_file():
            node = self._root
            for sign in word:
                node = node.setdefault(sign, {})
            node[_END] = True

    @staticmethod
    def _from_environment():
        return [w for w in map(str.strip, os.getenv("GATE_WORDS", "").split(",")) if w]

    @staticmethod
    def _from_file():
        name = os.getenv("GATE_WORDS_FILE")
        if not name:
            return []
        try:
            text = str(pathlib.Path(name).read_bytes(), "utf-8", "strict")
        except (OSError, UnicodeDecodeError):
            return []
        return [w for w in (line.strip() for line in text.split("\n")) if w]

    def opens(self, word):
        node = self._root
        for sign in word:
            node = node.get(sign)
            if node is None:
                break
        else:
            if _END in node:
                return True
        self._log = [*self._log, word][-20:]
        return False

    def refused(self):
        return self._log.copy()
