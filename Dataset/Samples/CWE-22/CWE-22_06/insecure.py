import os
import shutil
from urllib.parse import unquote, urlsplit


class Locker:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, url):
        parts = urlsplit(url)
        return os.path.join(self.folder, parts.netloc, unquote(parts.path).lstrip("/"))

    def _page(self, url):
        path = self._path(url)
        return path + "index.html" if url.endswith("/") else path

    def save(self, url, content):
        path = self._page(url)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)

    def load(self, url):
        try:
            with open(self._page(url), "rb") as file:
                return file.read()
        except OSError:
            return None

    def forget(self, url):
        path = self._path(url)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)

    def pages(self, host):
        site = os.path.join(self.folder, host)
        found = []
        for folder, _, names in os.walk(site):
            for name in names:
                found.append(os.path.relpath(os.path.join(folder, name), site))
        return sorted(found)
