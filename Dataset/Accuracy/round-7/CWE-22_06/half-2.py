import os
import re
import shutil
from urllib.parse import unquote

_HOST = re.compile(r"[a-z0-9-][a-z0-9.-]*")


class Locker:
    def __init__(self, folder):
        self._root = os.path.abspath(folder)

    def _site(self, host):
        if not _HOST.fullmatch(host):
            raise ValueError(f"not a host: {host!r}")
        return os.path.join(self._root, host)

    def _path(self, url):
        if not url.startswith("http://"):
            raise ValueError("not an http address")
        host, slash, rest = url[len("http://"):].partition("/")
        if not slash:
            raise ValueError("no path")
        site = self._site(host)
        parts = [unquote(part, errors="strict") for part in rest.split("/")]
        for part in parts:
            if "/" in part or "\0" in part:
                raise ValueError("bad part in path")
        path = site + "/" + "/".join(parts)
        clean = os.path.normpath(path)
        if clean != site and not clean.startswith(site + os.sep):
            raise ValueError("address leads out of its site")
        return path

    def _page(self, url):
        path = self._path(url)
        return path + "index.html" if path.endswith("/") else path

    def save(self, url, content):
        path = self._page(url)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content)

    def load(self, url):
        path = self._page(url)
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as f:
            return f.read()

    def forget(self, url):
        path = self._path(url)
        if path.endswith("/"):
            if os.path.isdir(path):
                shutil.rmtree(os.path.normpath(path))
        elif os.path.isfile(path):
            os.remove(path)

    def pages(self, host):
        site = self._site(host)
        found = []
        for folder, _, names in os.walk(site):
            for name in names:
                found.append(os.path.relpath(os.path.join(folder, name), site))
        return sorted(found)
