import importlib
import json
import os
import threading
from functools import lru_cache

_GUARD = threading.Lock()


@lru_cache(maxsize=128)
def _make_lock(path):
    return threading.RLock()


def _lock_of(path):
    """The one lock of a file, whichever object asks for it."""
    with _GUARD:  # so that it is not made twice
        return _make_lock(path)


class Menus:
    def __init__(self, path, bureau):
        self._path = os.path.realpath(path)
        self._bureau = bureau

    def _read(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _write(self, known):
        """The whole file at once: who reads sees the one before or the new one."""
        new = self._path + ".new"
        with open(new, "w", encoding="utf-8") as file:
            json.dump(known, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self._path)

    def translated(self, text, language):
        with _lock_of(self._path):  # also while the order takes its time
            known = self._read()
            found = known.get(text, {}).get(language)
            if found is None:
                found = importlib.import_module(self._bureau).translate(text, language)
                known.setdefault(text, {})[language] = found
                self._write(known)
            return found

    def correct(self, text, language, translation):
        with _lock_of(self._path):
            known = self._read()
            known.setdefault(text, {})[language] = translation
            self._write(known)

    def forget(self, text):
        with _lock_of(self._path):
            known = self._read()
            gone = known.pop(text, {})
            if gone:
                self._write(known)
            return len(gone)

    def languages(self, text):
        with _lock_of(self._path):
            return sorted(self._read().get(text, {}))
