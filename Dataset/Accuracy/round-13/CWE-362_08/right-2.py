"""All work is done by one clerk, a thread, one task after the other; callers wait for the result."""
import functools
import importlib
import json
import os
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

_clerk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="menus")
_here = threading.local()


def _by_the_clerk(method):
    def work(args):
        _here.busy = True
        try:
            return method(*args)
        finally:
            _here.busy = False

    @functools.wraps(method)
    def call(*args):
        if getattr(_here, "busy", False):       # a bureau that looks something up itself
            return method(*args)
        return _clerk.submit(work, args).result()
    return call


class Menus:
    def __init__(self, path, bureau):
        self._path = os.path.abspath(path)
        self._bureau = bureau

    @_by_the_clerk
    def translated(self, text, language):
        for known in self._rows(text, language):
            return known
        translation = importlib.import_module(self._bureau).translate(text, language)
        self._rewrite(lambda t, l: (t, l) != (text, language), (text, language, translation))
        return translation

    @_by_the_clerk
    def correct(self, text, language, translation):
        self._rewrite(lambda t, l: (t, l) != (text, language), (text, language, translation))

    @_by_the_clerk
    def forget(self, text):
        number = sum(1 for _ in self._rows(text))
        self._rewrite(lambda t, l: t != text)
        return number

    @_by_the_clerk
    def languages(self, text):
        return sorted(language for t, language, _ in self._all() if t == text)

    # -- the file as rows (text, language, translation) ---------------------
    def _all(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                menu = json.load(file)
        except FileNotFoundError:
            return
        for text, known in menu.items():
            for language, translation in known.items():
                yield text, language, translation

    def _rows(self, text, *language):
        return (row[2] for row in self._all() if row[:1 + len(language)] == (text, *language))

    def _rewrite(self, keep, *more):
        menu = {}
        for text, language, translation in (*(row for row in self._all() if keep(*row[:2])), *more):
            menu.setdefault(text, {})[language] = translation
        target = os.path.realpath(self._path)
        content = json.dumps(menu)
        try:
            linked = os.stat(target).st_nlink > 1
        except FileNotFoundError:
            linked = False
        place = target if linked else os.path.join(os.path.dirname(target), f".{uuid.uuid4()}")
        with open(place, "w", encoding="ascii") as file:
            file.write(content)
        if not linked:
            os.replace(place, target)
