import os
import re
import shutil
from urllib.parse import unquote

_URL = re.compile(r"http://([a-z0-9-]+(?:\.[a-z0-9-]+)*)/(.*)", re.S)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")


class Locker:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    def _split(self, url):
        match = _URL.fullmatch(url)
        if match is None:
            raise ValueError("bad address")
        host, path = match.groups()
        parts = [unquote(p, errors="strict") for p in path.split("/")]
        if any("/" in p or "\0" in p for p in parts):
            raise ValueError("bad path")
        return host, "/".join(parts)

    def _resolve(self, host, path):
        if "/../" in "/" + path:
            raise ValueError("address climbs out of its folder")
        return os.path.join(self._root, host, path.lstrip("/"))

    def _page(self, url):
        host, path = self._split(url)
        if path == "" or path.endswith("/"):
            path += "index.html"
        return self._resolve(host, path)

    def save(self, url, content):
        target = self._page(url)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as out:
            out.write(content)

    def load(self, url):
        target = self._page(url)
        if not os.path.isfile(target):
            return None
        with open(target, "rb") as page:
            return page.read()

    def forget(self, url):
        if url.endswith("/"):
            host, path = self._split(url)
            shutil.rmtree(self._resolve(host, path.rstrip("/")), ignore_errors=True)
        else:
            target = self._page(url)
            if os.path.isfile(target):
                os.remove(target)

    def pages(self, host):
        if not _HOST.fullmatch(host):
            raise ValueError("bad host")
        site = os.path.join(self._root, host)
        return sorted(os.path.relpath(os.path.join(d, n), site)
                      for d, _, names in os.walk(site) for n in names)
