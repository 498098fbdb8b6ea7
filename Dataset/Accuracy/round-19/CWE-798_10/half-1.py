import functools
import hmac
import os
import stat


@functools.lru_cache(maxsize=8)
def _lines(path, changed, size):
    """The words of a file. A gate is made anew for each member, so an unchanged file is not read again."""
    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    return _clean(text.split("\n"))


def _clean(words):
    return tuple(word for word in map(str.strip, words) if word)


def _file_words(path):
    try:
        state = os.stat(path)
        if not stat.S_ISREG(state.st_mode):
            return ()
        return _lines(os.path.abspath(path), state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):       # not there, not to be read, or not UTF-8
        return ()


class Gate:
    def __init__(self):
        words = _clean(os.environ.get("GATE_WORDS", "").split(","))
        if not words:
            path = os.environ.get("GATE_WORDS_FILE", "")
            words = _file_words(path) if path else ()
        self._words = [word.encode("utf-8", "surrogateescape") for word in words]
        self._refused = []

    def opens(self, word):
        typed = word.encode("utf-8", "surrogatepass")
        opened = False
        for known in self._words:
            opened |= hmac.compare_digest(known, typed)
        if not opened:
            self._refused.append(word)
            del self._refused[:-20]
        return opened

    def refused(self):
        return list(self._refused)
