import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


def _check_host(host):
    if not _HOST.fullmatch(host):
        raise ValueError(f"bad host {host!r}")


def _check_url(url):
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    if scheme != "http" or not slash:
        raise ValueError(f"bad address {url!r}")
    _check_host(host)
    for part in path.split("/"):
        name = unquote(part, errors="strict")
        if name in (".", "..") or "/" in name or "\\" in name or "\0" in name:
            raise ValueError(f"bad part {part!r}")


class Locker:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()

    def _locate(self, url):
        _check_url(url)
        pieces = urlsplit(url)
        names = [unquote(p) for p in pieces.path.split("/")[1:]]
        is_folder = names[-1] == ""
        return self.folder.joinpath(pieces.netloc, *names), is_folder

    def _file(self, url):
        path, is_folder = self._locate(url)
        return path / "index.html" if is_folder else path

    def save(self, url, content):
        path = self._file(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def load(self, url):
        try:
            return self._file(url).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def forget(self, url):
        path, is_folder = self._locate(url)
        if is_folder:
            if path.is_dir():
                shutil.rmtree(path)
        elif path.is_file():
            path.unlink()

    def pages(self, host):
        _check_host(host)
        site = self.folder / host
        return sorted(p.relative_to(site).as_posix()
                      for p in site.rglob("*") if p.is_file())
