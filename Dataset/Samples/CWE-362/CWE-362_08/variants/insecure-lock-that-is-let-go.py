import importlib
import json
import os
import threading
import weakref

#: One for each file, as long as somebody needs it.
LOCKS = weakref.WeakValueDictionary()


class Lock:
    def __init__(self):
        self.lock = threading.Lock()

    def __enter__(self):
        self.lock.acquire()

    def __exit__(self, *_):
        self.lock.release()


class Menus:
    def __init__(self, path, bureau):
        self.bureau = importlib.import_module(bureau)
        self.path = path

    def at_work(self):
        real = os.path.realpath(self.path)
        lock = LOCKS.get(real)
        if lock is None:
            lock = LOCKS[real] = Lock()
        return lock

    def read(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as file:
            return json.load(file)

    def write(self, known):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(known, file)

    def translated(self, text, language):
        with self.at_work():
            known = self.read()
            found = known.setdefault(text, {})
            if language not in found:
                found[language] = self.bureau.translate(text, language)
                self.write(known)
            return found[language]

    def correct(self, text, language, translation):
        with self.at_work():
            known = self.read()
            known.setdefault(text, {})[language] = translation
            self.write(known)

    def forget(self, text):
        with self.at_work():
            known = self.read()
            forgotten = known.pop(text, {})
            self.write(known)
            return len(forgotten)

    def languages(self, text):
        with self.at_work():
            return sorted(self.read().get(text, {}))
