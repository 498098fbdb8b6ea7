"""Translations of menus, ordered once and remembered."""
import contextlib
import importlib
import json
import threading
from pathlib import Path

_table = threading.Lock()
_files = {}         # real path -> its lock, for the life of the process


class Menus:
    def __init__(self, path, bureau):
        self.path = Path(path)
        self.bureau = bureau

    @contextlib.contextmanager
    def _alone(self):
        """The real file, which nobody else reads or changes in the meantime."""
        file = self.path.resolve()
        with _table:
            lock = _files.setdefault(file, threading.RLock())
        with lock:
            yield file

    @staticmethod
    def _read(file):
        if not file.exists():
            return {}
        return json.loads(file.read_text(encoding="utf-8"))

    @staticmethod
    def _write(file, menu):
        # At no moment half a menu: written beside it, then put in its place.
        draft = file.with_suffix(".tmp")
        draft.write_text(json.dumps(menu), encoding="utf-8")
        draft.replace(file)

    def translated(self, text, language):
        with self._alone() as file:
            known = self._read(file).get(text, {})
            if language not in known:
                translation = importlib.import_module(self.bureau).translate(text, language)
                menu = self._read(file)
                known = menu.setdefault(text, {})
                known[language] = translation
                self._write(file, menu)
            return known[language]

    def correct(self, text, language, translation):
        with self._alone() as file:
            menu = self._read(file)
            menu.setdefault(text, {})[language] = translation
            self._write(file, menu)

    def forget(self, text):
        with self._alone() as file:
            menu = self._read(file)
            gone = menu.pop(text, None)
            if gone is not None:
                self._write(file, menu)
            return len(gone or ())

    def languages(self, text):
        with self._alone() as file:
            return sorted(self._read(file).get(text, ()))
