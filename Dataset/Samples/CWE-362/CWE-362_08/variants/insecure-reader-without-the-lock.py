import importlib
import json
import os
import threading

#: One for all objects: whichever file they are for, only one of them is at work, even while the bureau is.
AT_WORK = threading.Lock()


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
        with AT_WORK:
            known = self.read()
            found = known.setdefault(text, {})
            if language not in found:
                found[language] = self.bureau.translate(text, language)
                self.write(known)
            return found[language]

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
        # Who only reads changes nothing.
        try:
            return sorted(self.read().get(text, {}))
        except ValueError:
            return []
