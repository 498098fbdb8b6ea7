"""The cookies of one browser, kept and sent as browsers do."""

from __future__ import annotations

import base64
import email.utils
import json
import re
import zlib
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Cookie:
    """A cookie as the site set it; `same_site` is "strict", "lax", "none", or "" where the site did not say."""

    name: str
    value: str
    path: str = "/"
    same_site: str = ""
    secure: bool = False
    http_only: bool = False
    domain: str = ""
    #: The site named no domain: the cookie is for its host alone, and stands beside one of its domain with this name.
    host_only: bool = False

    def fits(self, url: str) -> bool:
        """Does the cookie belong to this address, wherever the request comes from?"""
        parts = urlsplit(url)
        host, path = parts.hostname or "", parts.path or "/"
        if self.secure and parts.scheme != "https":
            return False
        if not (host == self.domain or (host.endswith("." + self.domain) and not self.host_only)):
            return False
        return path == self.path or path.startswith(self.path if self.path.endswith("/") else self.path + "/")


class Jar:
    """Cookies by (name, domain, path, for the host alone)."""

    def __init__(self) -> None:
        self._cookies: dict[tuple[str, str, str, bool], Cookie] = {}

    @property
    def cookies(self) -> list[Cookie]:
        return list(self._cookies.values())

    def put(self, cookie: Cookie) -> None:
        self._cookies[_key(cookie)] = cookie

    def clear(self) -> None:
        self._cookies.clear()

    def receive(self, header: str, url: str, within_another_site: bool = False) -> None:
        """Takes a `Set-Cookie` header of an answer from this address; drops what browsers refuse.

        What a page of another site has fetched, or shows within itself, sets no cookie that has a `SameSite` of `Lax` or
        `Strict` (RFC 6265bis, 5.7: the site for cookies is another one then).
        """
        pair, *rest = [part.strip() for part in header.split(";")]
        name, equals, value = pair.partition("=")
        given = {key.strip().lower(): text.strip() for key, _, text in (part.partition("=") for part in rest)}
        host = urlsplit(url).hostname or ""
        domain = given.get("domain", "").lstrip(".").lower() or host
        path = given.get("path", "")
        cookie = Cookie(
            name=name.strip() if equals else "",
            value=(value if equals else pair).strip().strip('"'),
            path=path if path.startswith("/") else _folder(url),
            same_site=given.get("samesite", "").lower(),
            secure="secure" in given,
            http_only="httponly" in given,
            domain=domain,
            host_only="domain" not in given,
        )
        if not (host == domain or (host.endswith("." + domain) and "." in domain)):
            return
        if within_another_site and cookie.same_site in ("lax", "strict"):
            return
        if cookie.secure and not url.startswith("https:"):
            return
        if cookie.name.startswith("__Secure-") and not cookie.secure:
            return
        if cookie.name.startswith("__Host-") and not (cookie.secure and cookie.path == "/" and "domain" not in given):
            return
        if _is_over(given):
            self._cookies.pop(_key(cookie), None)
        else:
            self.put(cookie)

    def header(self, url: str, cross_site: bool, top_level_get: bool) -> str:
        """The `Cookie` header of a request; empty for none.

        A cookie without `SameSite` goes everywhere: not every browser takes it for `Lax`, and those that do make
        exceptions. So does `SameSite=None`.
        """
        sent = [
            cookie
            for cookie in self._cookies.values()
            if cookie.fits(url)
            and not (cross_site and cookie.same_site == "strict")
            and not (cross_site and cookie.same_site == "lax" and not top_level_get)
        ]
        sent.sort(key=lambda cookie: -len(cookie.path))
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in sent)


def _key(cookie: Cookie) -> tuple[str, str, str, bool]:
    return cookie.name, cookie.domain, cookie.path, cookie.host_only


def _folder(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[0] or "/"


def _is_over(given: dict[str, str]) -> bool:
    """Does the cookie end at once? Every date before the year 2020 is past."""
    age = given.get("max-age", "")
    if age.lstrip("-").isdigit():
        return int(age) <= 0
    date = email.utils.parsedate(given.get("expires", "").replace("-", " "))
    return date is not None and date[0] < 2020


def told(value: str) -> list[str]:
    """The texts that the owner of a cookie reads in it: the value, its parts, and what a session of Flask's holds.

    What is signed is no secret: a program that keeps one in it has told it to whoever got the cookie.
    """
    found = [value]
    for part in dict.fromkeys((value, *re.split(r"[.:|!~]|%2E|%3A", value))):
        found.append(part)
        for alphabet in ("-_", "+/"):
            try:
                data = base64.b64decode(part + "=" * (-len(part) % 4), alphabet.encode(), validate=True)
            except ValueError:
                continue
            for made in (data, _unpacked(data)):
                try:
                    found += _texts(json.loads(made.decode()))
                except ValueError:
                    continue
    return [text for text in dict.fromkeys(found) if len(text) > 3]


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [str(value)] if isinstance(value, (str, int)) else []
