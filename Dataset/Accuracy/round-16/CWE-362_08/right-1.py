"""Menus in many languages: who works on a lodge's file is noted in one set for the process."""
import importlib
import json
import os
from threading import Condition, get_ident


class _Desk:
    """One turn per file; all turns of the process are noted here."""
    taken = {}
    news = Condition()

    def __init__(self, path):
        real = os.path.realpath(path)
        folder, self.name = os.path.split(real)
        status = os.stat(folder)
        self.key = (status.st_dev, status.st_ino, self.name)   # the folder by what it is, not by how it is called
        self.real = real

    def __enter__(self):
        with self.news:
            while self.key in self.taken:
                self.news.wait()
            self.taken[self.key] = get_ident()
        try:
            with open(self.real, "rb") as file:
                self.known = json.loads(file.read())
        except FileNotFoundError:
            self.known = {}
        except BaseException:
            self._leave()
            raise
        return self

    def _leave(self):
        with self.news:
            del self.taken[self.key]
            self.news.notify_all()

    def __exit__(self, *error):
        self._leave()

    def keep(self):
        draft = f"{self.real}.{os.getpid()}-{get_ident()}.new~"
        with open(draft, "w", encoding="ascii") as file:
            file.write(json.dumps(self.known))
        os.replace(draft, self.real)


class Menus:
    def __init__(self, path, bureau):
        self._path, self._bureau = path, bureau

    def translated(self, text, language):
        with _Desk(self._path) as desk:
            try:
                return desk.known[text][language]
            except KeyError:
                pass
            new = importlib.import_module(self._bureau).translate(text, language)
            desk.known.setdefault(text, {})[language] = new
            desk.keep()
            return new

    def correct(self, text, language, translation):
        with _Desk(self._path) as desk:
            desk.known[text] = {**desk.known.get(text, {}), language: translation}
            desk.keep()

    def forget(self, text):
        with _Desk(self._path) as desk:
            gone = desk.known.pop(text, {})
            if gone:
                desk.keep()
            return len(gone)

    def languages(self, text):
        with _Desk(self._path) as desk:
            return sorted(desk.known.get(text, ()))
