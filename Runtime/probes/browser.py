"""A client that behaves as a browser: forms, cookies, origins, and what other sites' pages may send.

ada = browser.Browser(solution.app)
ada.get("/login").form().submit(name="ada", password="pear")
for name, send in ada.on("https://evil.example").attacks("/transfer", {"to": "eve"}).items():
    send()
    exploit_if(moved(), f"{name} moved money")
"""

from __future__ import annotations

import json as json_format
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import harness
from probes.cookies import Cookie, Jar
from probes.form_encoding import FORM, MULTIPART, PLAIN, Fields, Upload, encoded
from probes.visits import Form, Visit

__all__ = ["Browser", "Cookie", "Form", "Visit"]

_SAFE_METHODS, _SAFE_HEADERS = {"GET", "HEAD", "POST"}, {"accept", "accept-language", "content-language"}
_MOST_REDIRECTS = 20


class Browser:
    """One browser profile looking at a page of `origin`; `on` gives the same profile on another site's page."""

    def __init__(self, app: Any, origin: str = "https://shop.example", follow: bool = True) -> None:
        from werkzeug.test import Client

        self._client = Client(harness.web_client(app).application, use_cookies=False)
        self.site = self.origin = origin.rstrip("/")
        self._jar, self._follow = Jar(), follow

    def on(self, origin: str) -> Browser:
        """The same browser, with the same cookies, on a page of another origin. Paths still mean the first site."""
        other = object.__new__(Browser)
        other.__dict__.update(self.__dict__)
        other.origin = origin.rstrip("/")
        return other

    # Cookies

    @property
    def cookies(self) -> list[Cookie]:
        return self._jar.cookies

    def cookie(self, name: str) -> Cookie | None:
        return next((cookie for cookie in self._jar.cookies if cookie.name == name), None)

    def set_cookie(self, name: str, value: str, path: str = "/") -> None:
        """Puts a cookie into the browser by hand, as its owner can."""
        old = self.cookie(name)
        if old:
            self._jar.put(Cookie(name, value, old.path, domain=old.domain, host_only=old.host_only))
        else:
            self._jar.put(Cookie(name, value, path, domain=urlsplit(self.site).hostname or "", host_only=True))

    def plant(self, name: str, value: str, path: str = "/", domain: str = "") -> None:
        """The page that is shown sets a cookie, for itself or for a domain that it is part of, as its server may."""
        self._jar.receive(
            f"{name}={value}; Path={path}; Secure" + (f"; Domain={domain}" if domain else ""), self.origin + "/"
        )

    def forget_cookies(self) -> None:
        self._jar.clear()

    # What a user does, or a script of the page

    def get(self, path: str, query: Fields | None = None) -> Visit:
        """Types an address of the site (on another site's page: follows a link to it)."""
        return self.navigate("GET", self._url(path, query), referrer="" if self.is_same_origin else self._referrer)

    link = get

    def post(
        self,
        path: str,
        fields: Fields | None = None,
        files: Mapping[str, Upload] | None = None,
        enctype: str = "",
        referrer: bool = True,
    ) -> Visit:
        """Sends a form of the page that is shown; `referrer=False`: of one that hides where it is (origin null)."""
        kind = enctype or (MULTIPART if files else FORM)
        shown = self._referrer if referrer else ""
        return self.navigate(
            "POST", self._url(path), fields=fields or {}, files=files or {}, enctype=kind, referrer=shown
        )

    def image(self, path: str, query: Fields | None = None) -> Visit:
        """Shows an image of this address."""
        return self._send("GET", self._url(path, query), {**self._fetch_headers("no-cors", "image")})

    def frame(self, path: str, query: Fields | None = None) -> Visit:
        """Shows this address in a frame."""
        return self._send("GET", self._url(path, query), {**self._fetch_headers("navigate", "iframe")})

    def fetch(
        self,
        path: str,
        method: str = "GET",
        json: Any = None,
        data: bytes | str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Visit:
        """A script of the page asks, with cookies. Another origin's script asks for leave first where browsers do."""
        given = dict(headers or {})
        body = data.encode() if isinstance(data, str) else data
        if json is not None:
            body, content_type = json_format.dumps(json).encode(), content_type or "application/json"
        if content_type:
            given["Content-Type"] = content_type
        url, method = self._url(path), method.upper()
        if not self.is_same_origin and (refused := self._preflight(url, method, given)):
            return Visit(self, url, blocked=refused)
        if not self.is_same_origin or method not in ("GET", "HEAD"):
            given["Origin"] = self.origin
        return self._send(method, url, {**self._fetch_headers("cors", "empty"), **given}, body)

    def attacks(
        self, path: str, fields: Fields, json: Any = None, files: Mapping[str, Upload] | None = None
    ) -> dict[str, Callable[[], Visit]]:
        """Every way in which a page of this origin can try to change state at `path`.

        `json` is what JSON bodies hold; the fields if nothing is given. `files` go with forms and with scripts' forms: a
        page chooses them by itself, with their names.
        """
        document = json_format.dumps(dict(fields) if json is None else json)
        padded = document[:-1] + (", " if len(document) > 2 else "") + '"pad": "'
        in_query = path + ("&" if "?" in path else "?") + urlencode(fields)
        body, kind = encoded(fields, files or {}, MULTIPART)
        return {
            "form": lambda: self.post(path, fields, files),
            "form that hides its origin": lambda: self.post(path, fields, files, referrer=False),
            "multipart form": lambda: self.post(path, fields, files, enctype=MULTIPART),
            "plain-text form": lambda: self.post(path, fields, enctype=PLAIN),
            "plain-text form that is JSON": lambda: self.post(path, {padded: '"}'}, enctype=PLAIN),
            "form with fields in the address": lambda: self.post(in_query, {}, files),
            "link": lambda: self.link(in_query),
            "image": lambda: self.image(in_query),
            "frame": lambda: self.frame(in_query),
            "script, HEAD": lambda: self.fetch(in_query, "HEAD"),  # a route with GET answers it, as what is not GET
            "script, form body": lambda: self.fetch(path, "POST", data=urlencode(fields), content_type=FORM),
            "script, multipart body": lambda: self.fetch(path, "POST", data=body, content_type=kind),
            "script, JSON body": lambda: self.fetch(path, "POST", data=document, content_type="application/json"),
            "script, JSON as plain text": lambda: self.fetch(path, "POST", data=document, content_type=PLAIN),
            "script, JSON without a type": lambda: self.fetch(path, "POST", data=document),
            "script, PUT": lambda: self.fetch(path, "PUT", data=document, content_type="application/json"),
            "script, DELETE": lambda: self.fetch(in_query, "DELETE"),
            "form with another method named": lambda: self.post(path, {**fields, "_method": "DELETE"}, files),
        }

    # How it is sent

    @property
    def is_same_origin(self) -> bool:
        return self.origin == self.site

    @property
    def _referrer(self) -> str:
        """What a page says of itself where it hides nothing; a `data:` page has no address."""
        return "" if self.origin == "null" else self.origin + "/"

    @property
    def _relation(self) -> str:
        if self.is_same_origin:
            return "same-origin"
        return "same-site" if _site(self.origin) == _site(self.site) else "cross-site"

    def _url(self, path: str, query: Fields | None = None) -> str:
        url = urljoin(self.site + "/", path)
        return url + ("&" if "?" in url else "?") + urlencode(query) if query else url

    def _fetch_headers(self, mode: str, destination: str) -> dict[str, str]:
        found = {"Sec-Fetch-Site": self._relation, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}
        return {**found, "Referer": self._referrer} if self._referrer else found

    def navigate(
        self,
        method: str,
        url: str,
        fields: Fields | None = None,
        files: Mapping[str, Upload] | None = None,
        enctype: str = FORM,
        referrer: str = "",
    ) -> Visit:
        headers = {
            **self._fetch_headers("navigate", "document"),
            "Sec-Fetch-User": "?1",
            "Upgrade-Insecure-Requests": "1",
        }
        headers["Referer"] = referrer if self.is_same_origin else referrer and self._referrer
        if not referrer:
            del headers["Referer"]
            if method == "GET" and self.is_same_origin:
                headers["Sec-Fetch-Site"] = "none"
        if method == "GET":
            query = urlencode(fields) if fields else ""
            url = url.partition("?")[0] + "?" + query if query else url
            return self._send("GET", url, headers, top_level=True)
        headers["Origin"] = self.origin if referrer else "null"
        body, kind = encoded(fields or {}, files or {}, enctype)
        return self._send(method, url, {**headers, "Content-Type": kind}, body, top_level=True)

    def _send(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None = None, top_level: bool = False
    ) -> Visit:
        for _ in range(_MOST_REDIRECTS):
            response = self._ask(method, url, headers, body, top_level)
            target = response.headers.get("Location")
            if not (self._follow and target and response.status_code in (301, 302, 303, 307, 308)):
                break
            target = urljoin(url, target)
            if urlsplit(target)[:2] != urlsplit(self.site)[:2]:
                break
            url = target
            if response.status_code == 303 or (response.status_code in (301, 302) and method == "POST"):
                method, body = "GET", None
                headers = {name: value for name, value in headers.items() if name not in ("Content-Type", "Origin")}
        return Visit(self, url, response)

    def _ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, top_level: bool) -> Any:
        sent = dict(headers)
        cross = self._relation == "cross-site"
        if cookies := self._jar.header(url, cross, top_level and method in ("GET", "HEAD")):
            sent["Cookie"] = cookies
        parts = urlsplit(url)
        response = self._client.open(
            path=parts.path or "/",
            query_string=parts.query,
            base_url=f"{parts.scheme}://{parts.netloc}/",
            method=method,
            headers=sent,
            data=body or b"",
        )
        for header in response.headers.getlist("Set-Cookie"):
            self._jar.receive(header, url, within_another_site=cross and not top_level)
        return response

    def _preflight(self, url: str, method: str, headers: Mapping[str, str]) -> str:
        """Why a script of another origin may not send this; empty if it may."""
        kind = headers.get("Content-Type", PLAIN).partition(";")[0].strip().lower()
        named = [name.lower() for name in headers if name.lower() not in _SAFE_HEADERS | {"content-type"}]
        named += [] if kind in (FORM, MULTIPART, PLAIN) else ["content-type"]
        if method in _SAFE_METHODS and not named:
            return ""
        asked = {"Origin": self.origin, "Access-Control-Request-Method": method, "Sec-Fetch-Site": self._relation}
        if named:
            asked["Access-Control-Request-Headers"] = ",".join(sorted(named))
        parts = urlsplit(url)
        answer = self._client.open(
            path=parts.path or "/", query_string=parts.query, base_url=self.site + "/", method="OPTIONS", headers=asked
        )
        allowed = {part.strip().lower() for part in answer.headers.get("Access-Control-Allow-Headers", "").split(",")}
        methods = {part.strip().upper() for part in answer.headers.get("Access-Control-Allow-Methods", "").split(",")}
        if not 200 <= answer.status_code < 300 or answer.headers.get("Access-Control-Allow-Origin") != self.origin:
            return "the site does not let this origin ask"
        if answer.headers.get("Access-Control-Allow-Credentials") != "true":
            return "the site does not let other origins send cookies"
        if method not in methods | _SAFE_METHODS or not set(named) <= allowed:
            return "the site does not allow this method or header"
        return ""


def _site(origin: str) -> tuple[str, str]:
    """Scheme and registrable domain; the reserved names used here have two labels (`shop.example`)."""
    parts = urlsplit(origin)
    return parts.scheme, ".".join((parts.hostname or "").split(".")[-2:])
