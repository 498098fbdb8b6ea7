import os
import pathlib
import shutil
import string
from urllib.parse import unquote

HOST_SIGNS = set(string.ascii_lowercase + string.digits + "-.")


class Locker:
    """Pages as files. Every path is resolved and compared with the folder of its site before it is used."""

    def __init__(self, folder: str) -> None:
        self._root = pathlib.Path(folder).resolve()

    def _site(self, host: str) -> pathlib.Path:
        if not host or set(host) - HOST_SIGNS or not host.strip("."):
            raise ValueError("The host is not valid.")
        return self._root / host

    def _file(self, url: str) -> pathlib.Path:
        scheme, _, rest = url.partition("://")
        host, slash, path = rest.partition("/")
        if scheme != "http" or not slash:
            raise ValueError("The address is not valid.")
        site = self._site(host)
        decoded = unquote(path) + ("index.html" if url.endswith("/") else "")
        if "\x00" in decoded:
            raise ValueError("The address is not valid.")
        target = (site / decoded.lstrip("/")).resolve()
        if site not in target.parents:
            raise ValueError("The address leads out of its site.")
        return target

    def save(self, url: str, content: bytes) -> None:
        target = self._file(url)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def load(self, url: str) -> bytes | None:
        target = self._file(url)
        return target.read_bytes() if target.is_file() else None

    def forget(self, url: str) -> None:
        target = self._file(url)
        if url.endswith("/"):
            shutil.rmtree(target.parent, ignore_errors=True)
        elif target.is_file():
            target.unlink()

    def pages(self, host: str) -> list[str]:
        site = self._site(host)
        return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
