import importlib
import json
import pathlib
import threading

GUARD = threading.Lock()
#: The real path of a file → its lock.
LOCKS = {}


def lock_of(path):
    with GUARD:
        return LOCKS.setdefault(path.resolve(), threading.RLock())


class Menus:
    def __init__(self, path, bureau):
        self.bureau = importlib.import_module(bureau)
        self.file = pathlib.Path(path)
        self.lock = lock_of(self.file)

    def _all(self):
        try:
            return json.loads(self.file.read_text("utf-8"))
        except FileNotFoundError:
            return {}

    def _keep(self, known):
        self.file.write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")

    def translated(self, text, language):
        with self.lock:
            try:
                return self._all()[text][language]
            except KeyError:
                self.correct(text, language, self.bureau.translate(text, language))
            return self._all()[text][language]

    def correct(self, text, language, translation):
        with self.lock:
            known = self._all()
            self._keep({**known, text: {**known.get(text, {}), language: translation}})

    def forget(self, text):
        with self.lock:
            known = self._all()
            number = len(known.get(text, {}))
            if number:
                del known[text]
                self._keep(known)
            return number

    def languages(self, text):
        with self.lock:
            return sorted(self._all().get(text, {}))
