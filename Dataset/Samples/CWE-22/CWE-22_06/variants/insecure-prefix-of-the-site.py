import os
import shutil
from urllib.parse import unquote



class Locker:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _site(self, host):
        if "/" in host or host in ("", ".", ".."):
            raise ValueError(f"no host: {host!r}")
        return os.path.join(self.folder, host)

    def _path(self, url):
        host, _, path = url.removeprefix("http://").partition("/")
        if not path and not url.endswith("/"):
            raise ValueError(f"no page: {url!r}")
        site = self._site(host)
        target = os.path.abspath(os.path.join(site, unquote(path).lstrip("/")))
        if not target.startswith(site):
            raise ValueError(f"leads out of the site: {url!r}")
        return target

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
