import importlib
import json
import os
import threading
from collections import Counter


class _File:
    """A lodge's file, as all objects of the process share it."""

    def __init__(self, real):
        self.real = real
        self.lock = threading.Lock()      # for what is in the file; never held during an order
        self.orders = {}                  # (text, language) -> lock that is held during an order
        self.forgotten = Counter()        # text -> how often

    def order_lock(self, key):
        with self.lock:
            if key not in self.orders:
                self.orders[key] = threading.Lock()
            return self.orders[key]

    def load(self):
        try:
            with open(self.real, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def save(self, known):
        draft = self.real + ".new"
        with open(draft, "w", encoding="utf-8") as file:
            json.dump(known, file, indent=1)
        os.replace(draft, self.real)


_files = {}
_files_lock = threading.Lock()


def _shared(path):
    real = os.path.realpath(path)
    with _files_lock:
        if real not in _files:
            _files[real] = _File(real)
        return _files[real]


class Menus:
    def __init__(self, path, bureau):
        self._file = _shared(path)
        self._module = bureau

    def translated(self, text, language):
        file = self._file
        with file.order_lock((text, language)):          # one order at a time for the same
            with file.lock:
                by_language = file.load().get(text, {})
                if language in by_language:
                    return by_language[language]
                before = file.forgotten[text]
            translation = importlib.import_module(self._module).translate(text, language)
            with file.lock:
                known = file.load()
                by_language = known.setdefault(text, {})
                # A cook's stays, and what was forgotten meanwhile is not brought back.
                if language not in by_language and file.forgotten[text] == before:
                    by_language[language] = translation
                    file.save(known)
            return translation

    def correct(self, text, language, translation):
        with self._file.lock:
            known = self._file.load()
            known.setdefault(text, {})[language] = translation
            self._file.save(known)

    def forget(self, text):
        with self._file.lock:
            self._file.forgotten[text] += 1
            known = self._file.load()
            count = len(known.pop(text, {}))
            if count:
                self._file.save(known)
            return count

    def languages(self, text):
        with self._file.lock:
            return sorted(self._file.load().get(text, {}))
