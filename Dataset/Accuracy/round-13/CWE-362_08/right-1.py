"""Whoever wants something draws a number, as at a baker's, and is served when it is called."""
import contextlib
import importlib
import itertools
import json
import os
import threading
from collections import defaultdict
from pathlib import Path


class Counter:
    """One for the whole process: whatever path somebody knows a file by, there is one queue."""

    def __init__(self):
        self._numbers = itertools.count()
        self._called = 0
        self._changed = threading.Condition(threading.Lock())
        self._served = None
        self._deep = 0

    def __enter__(self):
        me = threading.get_ident()
        with self._changed:
            if self._served != me:
                number = next(self._numbers)
                while number != self._called:
                    self._changed.wait()
                self._served = me
            self._deep += 1

    def __exit__(self, *_):
        with self._changed:
            self._deep -= 1
            if not self._deep:
                self._served = None
                self._called += 1
                self._changed.notify_all()


COUNTER = Counter()


class Book(defaultdict):
    """What a file knows; `keep` puts it into the file in one piece."""

    def __init__(self, path):
        self._place = Path(os.path.realpath(path))
        with contextlib.suppress(FileNotFoundError):
            super().__init__(dict, json.loads(self._place.read_bytes()))
            return
        super().__init__(dict)

    def keep(self):
        content = json.dumps(self, indent=2).encode("ascii")
        if self._place.exists() and self._place.stat().st_nlink > 1:
            self._place.write_bytes(content)        # has another name, too, which has to see it
            return
        draft = self._place.parent / f".{self._place.name}.{os.getpid()}.draft"
        draft.write_bytes(content)
        draft.replace(self._place)


class Menus:
    def __init__(self, path, bureau):
        self.book = lambda: Book(path)
        self.order = lambda *what: importlib.import_module(bureau).translate(*what)

    def translated(self, text, language):
        with COUNTER:
            try:
                return self.book()[text][language]
            except KeyError:
                pass
            made = self.order(text, language)
            self.correct(text, language, made)
            return made

    def correct(self, text, language, translation):
        with COUNTER:
            book = self.book()
            book[text][language] = translation
            book.keep()

    def forget(self, text):
        with COUNTER:
            book = self.book()
            number = len(book[text])
            del book[text]
            book.keep()
            return number

    def languages(self, text):
        with COUNTER:
            return sorted(self.book()[text])
