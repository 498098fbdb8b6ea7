import os
import re
import shutil
from urllib.parse import unquote



class Locker:
    def __init__(self, folder):
        self.folder = folder

    def _site(self, host):
        if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", host):
            raise ValueError(f"no host: {host!r}")
        return os.path.join(self.folder, host)

    def _path(self, url):
        host, *parts = url.removeprefix("http://").split("/")
        path = self._site(host)
        for part in map(unquote, parts):
            if part in (".", "..") or re.search(r"[/\0]", part):
                raise ValueError(f"leads out of the site: {url!r}")
            path = os.path.join(path, part) if part else path
        return path

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
