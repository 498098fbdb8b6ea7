import os
import shutil
from urllib.parse import unquote



class Locker:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _inside(self, path):
        path = os.path.realpath(os.path.join(self.folder, path))
        if os.path.commonpath([path, self.folder]) != self.folder or path == self.folder:
            raise ValueError("leads out of the locker")
        return path

    def _site(self, host):
        return self._inside(host)

    def _path(self, url):
        if not url.startswith("http://"):
            raise ValueError("no address")
        return self._inside(unquote(url[len("http://"):]))

    def _page(self, url):
        path = self._path(url)
        return os.path.join(path, "index.html") if url.endswith("/") else path

    def save(self, url, content):
        page = self._page(url)
        os.makedirs(os.path.dirname(page), exist_ok=True)
        with open(page, "wb") as file:
            file.write(content)

    def load(self, url):
        page = self._page(url)
        if not os.path.isfile(page):
            return None
        with open(page, "rb") as file:
            return file.read()

    def forget(self, url):
        path = self._path(url)
        if url.endswith("/"):
            shutil.rmtree(path, ignore_errors=True)
        elif os.path.isfile(path):
            os.remove(path)

    def pages(self, host):
        site = self._site(host)
        found = [os.path.join(place, name) for place, _, names in os.walk(site) for name in names]
        return sorted(os.path.relpath(path, site) for path in found)
