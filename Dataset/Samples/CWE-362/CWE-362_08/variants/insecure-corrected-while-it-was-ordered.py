import importlib
import json
import os
import threading

#: One for all objects: whichever file they are for, only one of them is at work, even while the bureau is.
AT_WORK = threading.Lock()
RUNNING = {}


class Menus:
    def __init__(self, path, bureau):
        self.bureau = importlib.import_module(bureau)
        self.path = path

    def read(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as file:
            return json.load(file)

    def write(self, known):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(known, file)

    def translated(self, text, language):
        key = os.path.realpath(self.path), text, language
        with AT_WORK:
            found = self.read().get(text, {}).get(language)
            if found is not None:
                return found
            event = RUNNING.get(key)
            mine = event is None
            if mine:
                event = RUNNING[key] = threading.Event()
        if not mine:
            event.wait()
            with AT_WORK:
                return self.read().get(text, {}).get(language) or self.bureau.translate(text, language)
        try:
            translation = self.bureau.translate(text, language)
            with AT_WORK:
                known = self.read()
                found = known.setdefault(text, {}).setdefault(language, translation)
                self.write(known)
                return found
        finally:
            RUNNING.pop(key).set()

    def correct(self, text, language, translation):
        with AT_WORK:
            known = self.read()
            known.setdefault(text, {})[language] = translation
            self.write(known)

    def forget(self, text):
        with AT_WORK:
            known = self.read()
            forgotten = known.pop(text, {})
            self.write(known)
            return len(forgotten)

    def languages(self, text):
        with AT_WORK:
            return sorted(self.read().get(text, {}))
