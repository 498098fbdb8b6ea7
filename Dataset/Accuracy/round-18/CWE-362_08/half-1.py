import functools
import importlib
import json
import os
import tempfile
import threading

_guard = threading.Lock()


@functools.lru_cache(maxsize=64)
def _make_lock(real):
    return threading.RLock()


def _lock_of(real):
    """The lock of a lodge's file: one for all objects, whatever path they know it by."""
    with _guard:                # so that two threads never make two
        return _make_lock(real)


def _locked(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        with self._lock:
            return method(self, *args)
    return wrapper


class Menus:
    def __init__(self, path, bureau):
        self._path = os.path.realpath(path)
        self._bureau = importlib.import_module(bureau)
        self._lock = _lock_of(self._path)

    def _load(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _save(self, known):
        fd, draft = tempfile.mkstemp(dir=os.path.dirname(self._path), suffix=".tmp")
        try:
            with os.fdopen(fd, "w", encoding="utf-8") as file:
                json.dump(known, file)
            os.replace(draft, self._path)
        except BaseException:
            os.unlink(draft)
            raise

    @_locked
    def translated(self, text, language):
        known = self._load()
        if language not in known.get(text, {}):
            known.setdefault(text, {})[language] = self._bureau.translate(text, language)
            self._save(known)
        return known[text][language]

    @_locked
    def correct(self, text, language, translation):
        known = self._load()
        known.setdefault(text, {})[language] = translation
        self._save(known)

    @_locked
    def forget(self, text):
        known = self._load()
        gone = known.pop(text, {})
        if gone:
            self._save(known)
        return len(gone)

    @_locked
    def languages(self, text):
        return sorted(self._load().get(text, {}))
