"""Menus in many languages."""
import importlib
import json
import os
import threading
import uuid
from contextlib import contextmanager

_locks = {}
_locks_guard = threading.Lock()


@contextmanager
def _locked(path):
    """Keeps all others off a lodge's file, by whatever path (links, too) they know it."""
    try:
        status = os.stat(path)
        key = (status.st_dev, status.st_ino)
    except FileNotFoundError:
        key = os.path.realpath(path)
    with _locks_guard:
        lock = _locks.setdefault(key, threading.Lock())
    with lock:
        yield


class Menus:
    def __init__(self, path, bureau):
        self.path = path
        self.bureau = bureau

    def _read(self):
        try:
            with open(self.path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _write(self, data):
        target = os.path.realpath(self.path)
        draft = f"{target}.{uuid.uuid4().hex}"
        try:
            with open(draft, "x", encoding="utf-8") as file:
                json.dump(data, file, indent=1)
            os.replace(draft, target)
        finally:
            if os.path.exists(draft):
                os.remove(draft)

    def translated(self, text, language):
        with _locked(self.path):
            data = self._read()
            found = data.get(text, {}).get(language)
            if found is None:
                found = importlib.import_module(self.bureau).translate(text, language)
                data.setdefault(text, {})[language] = found
                self._write(data)
            return found

    def correct(self, text, language, translation):
        with _locked(self.path):
            data = self._read()
            data.setdefault(text, {})[language] = translation
            self._write(data)

    def forget(self, text):
        with _locked(self.path):
            data = self._read()
            number = len(data.get(text, {}))
            if number:
                del data[text]
                self._write(data)
            return number

    def languages(self, text):
        with _locked(self.path):
            return sorted(self._read().get(text, {}))
