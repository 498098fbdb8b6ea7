import concurrent.futures
import importlib
import json
import os

#: Whatever is done with files is done by this one thread, one thing after the other.
WORKER = concurrent.futures.ThreadPoolExecutor(max_workers=1)


def by_the_worker(method):
    def ask(*arguments):
        return WORKER.submit(method, *arguments).result()

    return ask


class Menus:
    def __init__(self, path, bureau):
        self.bureau = importlib.import_module(bureau)
        self._path = path

    def _load(self):
        if os.path.isfile(self._path):
            with open(self._path, "rb") as file:
                return json.loads(file.read())
        return {}

    def _save(self, texts):
        with open(self._path, "wb") as file:
            file.write(json.dumps(texts).encode())

    @by_the_worker
    def translated(self, text, language):
        texts = self._load()
        if language not in texts.get(text, {}):
            texts.setdefault(text, {})[language] = self.bureau.translate(text, language)
            self._save(texts)
        return texts[text][language]

    @by_the_worker
    def correct(self, text, language, translation):
        texts = self._load()
        texts.setdefault(text, {})[language] = translation
        self._save(texts)

    @by_the_worker
    def forget(self, text):
        texts = self._load()
        gone = texts.pop(text, {})
        self._save(texts)
        return len(gone)

    @by_the_worker
    def languages(self, text):
        return sorted(self._load().get(text, {}))
