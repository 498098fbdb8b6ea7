from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())


class RefusedAddress(ValueError):
    """An address that the locker does not serve."""


@dataclass(frozen=True)
class Site:
    host: str

    def __post_init__(self):
        match self.host:
            case "" | "." | "..":
                raise RefusedAddress(self.host)
            case str(h) if h.strip("abcdefghijklmnopqrstuvwxyz0123456789-."):
                raise RefusedAddress(h)
        if not all(c in "abcdefghijklmnopqrstuvwxyz0123456789-." for c in self.host):
            raise RefusedAddress(self.host)


@dataclass(frozen=True)
class Address:
    site: Site
    names: tuple[str, ...]
    whole: bool

    @classmethod
    def parse(cls, url: str) -> "Address":
        head, blank, host, *rest = (url.split("/") + ["", "", ""])[: max(4, url.count("/") + 1)]
        if (head, blank) != ("http:", "") or url.count("/") < 3:
            raise RefusedAddress(url)
        stack: list[str] = []
        for raw in rest:
            try:
                name = unquote(raw, encoding="utf-8", errors="strict")
            except UnicodeError as error:
                raise RefusedAddress(url) from error
            if "/" in name or "\x00" in name:
                raise RefusedAddress(url)
            if name == "..":
                if not stack:
                    raise RefusedAddress(url)
                stack.pop()
            elif name not in ("", "."):
                stack.append(name)
        if unquote(rest[-1]) in (".", ".."):
            raise RefusedAddress(url)
        return cls(Site(host), tuple(stack), rest[-1] == "")


class Locker:
    def __init__(self, folder: str) -> None:
        self.root = Path(folder).resolve(strict=True)

    def _below(self, site: Site, *names: str) -> Path:
        base = self.root / site.host
        path = base.joinpath(*names)
        try:
            real = path.resolve()
        except (OSError, RuntimeError) as error:
            raise RefusedAddress(str(path)) from error
        if not PurePosixPath(real).is_relative_to(base):
            log.warning("refused %s", path)
            raise RefusedAddress(str(path))
        return path

    def _page(self, url: str) -> Path:
        address = Address.parse(url)
        tail = ("index.html",) if address.whole else ()
        return self._below(address.site, *address.names, *tail)

    def save(self, url: str, content: bytes) -> None:
        page = self._page(url)
        page.parent.mkdir(parents=True, exist_ok=True)
        with page.open("wb") as stream:
            stream.write(content)
        log.info("saved %s", page)

    def load(self, url: str) -> bytes | None:
        page = self._page(url)
        return page.read_bytes() if page.is_file() else None

    def forget(self, url: str) -> None:
        address = Address.parse(url)
        path = self._below(address.site, *address.names)
        if not address.whole:
            if path.is_file():
                path.unlink()
        elif path.is_dir():
            shutil.rmtree(path)

    def pages(self, host: str) -> list[str]:
        base = self._below(Site(host))

        def names(folder: Path):
            for entry in folder.iterdir():
                if entry.is_dir() and not entry.is_symlink():
                    yield from names(entry)
                elif entry.is_file():
                    yield str(entry.relative_to(base))

        return sorted(names(base)) if base.is_dir() else []
