"""Menus in many languages."""
import importlib
import json
import os
import tempfile
import threading
from functools import lru_cache

_guard = threading.Lock()


@lru_cache
def _make_lock(real):
    return threading.Lock()


def _lock_of(real):
    with _guard:        # so that no lock is made twice
        return _make_lock(real)


class Menus:
    def __init__(self, path, bureau):
        self._bureau = bureau
        self._path = os.path.realpath(path)

    def _load(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _save(self, known):
        fd, draft = tempfile.mkstemp(dir=os.path.dirname(self._path), prefix=".menus-")
        try:
            with open(fd, "w", encoding="utf-8") as file:
                json.dump(known, file)
            os.replace(draft, self._path)
        except BaseException:
            os.unlink(draft)
            raise

    def translated(self, text, language):
        with _lock_of(self._path):
            known = self._load()
            if language not in known.get(text, {}):
                translate = importlib.import_module(self._bureau).translate
                known.setdefault(text, {})[language] = translate(text, language)
                self._save(known)
            return known[text][language]

    def correct(self, text, language, translation):
        with _lock_of(self._path):
            known = self._load()
            known.setdefault(text, {})[language] = translation
            self._save(known)

    def forget(self, text):
        with _lock_of(self._path):
            known = self._load()
            gone = known.pop(text, None)
            if gone is None:
                return 0
            self._save(known)
            return len(gone)

    def languages(self, text):
        with _lock_of(self._path):
            return sorted(self._load().get(text, {}))
