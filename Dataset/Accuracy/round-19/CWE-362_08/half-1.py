"""Translated menus, one JSON file for each lodge."""
import importlib
import json
import os
import threading

# One lock for each file, by its real path. The table is made with the module.
_guard = threading.Lock()
_locks = {}
_MANY = 64


def _lock_of(path):
    with _guard:
        lock = _locks.get(path)
        if lock is None:
            if len(_locks) >= _MANY:
                # the server runs for months: locks that nobody holds can go
                for other in [p for p, l in _locks.items() if not l.locked()]:
                    del _locks[other]
            lock = _locks[path] = threading.Lock()
        return lock


class Menus:
    def __init__(self, path, bureau):
        self._path = os.path.realpath(path)
        self._bureau = bureau
        self._lock = _lock_of(self._path)

    def _read(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _write(self, known):
        draft = self._path + ".new"
        with open(draft, "w", encoding="utf-8") as file:
            json.dump(known, file)
        os.replace(draft, self._path)

    def translated(self, text, language):
        # the order is made with the lock held: one step for all others
        with self._lock:
            known = self._read()
            row = known.setdefault(text, {})
            if language not in row:
                row[language] = importlib.import_module(self._bureau).translate(text, language)
                self._write(known)
            return row[language]

    def correct(self, text, language, translation):
        with self._lock:
            known = self._read()
            known.setdefault(text, {})[language] = translation
            self._write(known)

    def forget(self, text):
        with self._lock:
            known = self._read()
            if text not in known:
                return 0
            count = len(known.pop(text))
            self._write(known)
            return count

    def languages(self, text):
        with self._lock:
            return sorted(self._read().get(text, {}))
