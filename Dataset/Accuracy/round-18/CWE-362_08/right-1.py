"""All calls of the process, for all files, stand in one queue at one desk: a single thread."""
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from importlib import import_module
from pathlib import Path

_DESK = ThreadPoolExecutor(max_workers=1, thread_name_prefix="menus")
_at_desk = threading.local()


def _serve(function, args):
    _at_desk.yes = True
    return function(*args)


def at_the_desk(method):
    @wraps(method)
    def call(*args):
        if getattr(_at_desk, "yes", False):
            return method(*args)
        return _DESK.submit(_serve, method, args).result()
    return call


class Menus:
    def __init__(self, path, bureau):
        self.path = Path(path)
        self.bureau = bureau

    def _read(self):
        try:
            return json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}

    def _write(self, known):
        real = self.path.resolve()
        draft = real.with_name("." + real.name + ".draft")
        draft.write_text(json.dumps({text: by for text, by in known.items() if by}), encoding="ascii")
        draft.replace(real)

    @at_the_desk
    def translated(self, text, language):
        known = self._read()
        by = known.setdefault(text, {})
        try:
            return by[language]
        except KeyError:
            pass
        by[language] = import_module(self.bureau).translate(text, language)
        self._write(known)
        return by[language]

    @at_the_desk
    def correct(self, text, language, translation):
        known = self._read()
        known.setdefault(text, {}).update({language: translation})
        self._write(known)

    @at_the_desk
    def forget(self, text):
        known = self._read()
        count = len(known.pop(text, ()))
        if count:
            self._write(known)
        return count

    @at_the_desk
    def languages(self, text):
        return sorted(self._read().get(text, ()))
