"""Menus in many languages: remembered translations in a lodge's JSON file."""
import importlib
import json
import os
import tempfile
import threading

_guard = threading.Lock()       # made with the module, guards the table below
_locks = {}


def _lock(*key):
    with _guard:
        return _locks.setdefault(key, threading.Lock())


class Menus:
    """Two kinds of locks, the same for all objects: one for each real file, held while it is
    read and written, and one for each text and language in it, held while an order is under
    way, so that nobody else has to wait for it."""

    def __init__(self, path, bureau):
        self._path = path
        self._bureau = bureau

    def translated(self, text, language):
        real = os.path.realpath(self._path)
        with _lock(real, text, language):
            with _lock(real):
                known = self._load(real).get(text, {})
                if language in known:
                    return known[language]
            translation = importlib.import_module(self._bureau).translate(text, language)
            with _lock(real):
                menu = self._load(real)     # as it is by now
                known = menu.setdefault(text, {})
                if language in known:
                    return known[language]  # a cook has been faster, and knows better
                known[language] = translation
                self._save(real, menu)
                return translation

    def correct(self, text, language, translation):
        real = os.path.realpath(self._path)
        with _lock(real):
            menu = self._load(real)
            menu.setdefault(text, {})[language] = translation
            self._save(real, menu)

    def forget(self, text):
        real = os.path.realpath(self._path)
        with _lock(real):
            menu = self._load(real)
            if text not in menu:
                return 0
            gone = menu.pop(text)
            self._save(real, menu)
            return len(gone)

    def languages(self, text):
        real = os.path.realpath(self._path)
        with _lock(real):
            return sorted(self._load(real).get(text, {}))

    @staticmethod
    def _load(real):
        try:
            with open(real, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    @staticmethod
    def _save(real, menu):
        number, draft = tempfile.mkstemp(dir=os.path.dirname(real))
        try:
            with open(number, "w", encoding="utf-8") as file:
                json.dump(menu, file, indent=1)
            os.replace(draft, real)
        except BaseException:
            os.unlink(draft)
            raise
