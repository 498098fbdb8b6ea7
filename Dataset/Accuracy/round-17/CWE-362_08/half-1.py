"""Translations of the menus, remembered in a JSON file for each lodge."""
import functools
import importlib
import json
import os
import tempfile
import threading

_making = threading.Lock()


@functools.lru_cache
def _lock_of_file(real):
    return threading.RLock()


def _lock(path):
    """The one lock of a file, by whatever path and object it is used."""
    real = os.path.realpath(path)
    with _making:       # so that none is made twice
        return real, _lock_of_file(real)


def _read(real):
    try:
        with open(real, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def _write(real, known):
    handle, name = tempfile.mkstemp(dir=os.path.dirname(real), prefix=".menus-")
    try:
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(known, file)
        os.replace(name, real)      # readers see the file before or after
    except BaseException:
        os.unlink(name)
        raise


class Menus:
    def __init__(self, path, bureau):
        self.path = os.path.abspath(path)
        self.bureau = bureau

    def translated(self, text, language):
        real, lock = _lock(self.path)
        with lock:      # during the order, too: nobody orders or corrects meanwhile
            known = _read(real)
            if language in known.get(text, {}):
                return known[text][language]
            translation = importlib.import_module(self.bureau).translate(text, language)
            known.setdefault(text, {})[language] = translation
            _write(real, known)
            return translation

    def correct(self, text, language, translation):
        real, lock = _lock(self.path)
        with lock:
            known = _read(real)
            known.setdefault(text, {})[language] = translation
            _write(real, known)

    def forget(self, text):
        real, lock = _lock(self.path)
        with lock:
            known = _read(real)
            gone = known.pop(text, None)
            if gone is not None:
                _write(real, known)
            return len(gone or {})

    def languages(self, text):
        real, lock = _lock(self.path)
        with lock:
            return sorted(_read(real).get(text, {}))
