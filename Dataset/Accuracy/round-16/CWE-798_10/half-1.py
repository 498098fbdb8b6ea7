import os
from collections import deque
from hmac import compare_digest

# The computer in the post makes a new Gate for each member who comes, and its
# memory card is slow: a file that has not changed is not read again.
_files = {}


def _words(parts):
    return [word for word in (part.strip() for part in parts) if word]


def _from_file(path):
    try:
        status = os.stat(path)
        key = (os.path.realpath(path), status.st_size, status.st_mtime_ns)
        if key not in _files:
            with open(path, "rb") as file:
                text = file.read().decode("utf-8")
            _files.clear()
            _files[key] = _words(text.split("\n"))
        return list(_files[key])
    except (OSError, UnicodeDecodeError):
        return []


class Gate:
    def __init__(self):
        self._words = _words(os.environ.get("GATE_WORDS", "").split(","))
        if not self._words:
            path = os.environ.get("GATE_WORDS_FILE", "")
            self._words = _from_file(path) if path else []
        self._refused = deque(maxlen=20)

    def opens(self, word):
        typed = word.encode("utf-8", "surrogatepass")
        right = False
        for own in self._words:
            right |= compare_digest(own.encode("utf-8", "surrogatepass"), typed)
        if not right:
            self._refused.append(word)
        return right

    def refused(self):
        return list(self._refused)
