import os
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

_URL = re.compile(r"http://([^/]*)(/.*)", re.S)
_HOST = re.compile(r"[a-z0-9.-]+")


class Locker:
    def __init__(self, folder):
        self._root = Path(folder).resolve()

    def _site(self, host):
        if not _HOST.fullmatch(host) or ".." in host:
            raise ValueError("bad host")
        site = (self._root / host).resolve()
        if not site.is_relative_to(self._root):
            raise ValueError("bad host")
        return site

    def _locate(self, url):
        match = _URL.fullmatch(url)
        if not match:
            raise ValueError("bad address")
        site = self._site(match[1])
        parts = [unquote(p, errors="strict") for p in match[2].split("/")[1:]]
        if any("/" in p or "\0" in p or p in (".", "..") for p in parts):
            raise ValueError("bad path")
        target = site.joinpath(*parts)
        if not target.resolve().is_relative_to(site):
            raise ValueError("address leads out of its site")
        return target

    def _file(self, url):
        target = self._locate(url)
        return target / "index.html" if url.endswith("/") else target

    def save(self, url, content):
        path = self._file(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def load(self, url):
        path = self._file(url)
        return path.read_bytes() if path.is_file() else None

    def forget(self, url):
        path = self._locate(url)
        if url.endswith("/"):
            if path.is_dir():
                shutil.rmtree(path)
        elif path.is_file():
            path.unlink()

    def pages(self, host):
        site = self._site(host)
        return sorted(p.relative_to(site).as_posix()
                      for p in site.rglob("*") if p.is_file())
