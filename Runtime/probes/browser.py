"""A client that behaves as a browser: forms, cookies, origins, and what other sites' pages may send.

ada = browser.Browser(solution.app)
ada.get("/login").form().submit(name="ada", password="pear")
for name, send in ada.on("https://evil.example").attacks("/transfer", {"to": "eve"}).items():
    send()
    exploit_if(moved(), f"{name} moved money")
"""

from __future__ import annotations

import io
import json as json_format
import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import harness
from probes.cookies import Cookie, Jar
from probes.forms import FormData, forms
from probes.html import Element, Page

__all__ = ["Browser", "Cookie", "Form", "Visit"]

Fields = Mapping[str, Any]
Upload = tuple[str, bytes, str]

_FORM, _MULTIPART, _PLAIN = "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"
_SAFE_METHODS, _SAFE_HEADERS = {"GET", "HEAD", "POST"}, {"accept", "accept-language", "content-language"}
_MOST_REDIRECTS = 20


class Visit:
    """What came of a request, and the page that the browser shows now."""

    def __init__(self, browser: Browser, url: str, response: Any = None, blocked: str = "") -> None:
        self._browser, self._response = browser, response
        #: The full address, after redirects.
        self.url = url
        #: Why the browser did not send the request; empty if it did.
        self.blocked = blocked
        self.status: int = response.status_code if response is not None else 0
        self.headers: Any = response.headers if response is not None else {}
        self.data: bytes = response.get_data() if response is not None else b""

    @property
    def sent(self) -> bool:
        return not self.blocked

    @property
    def text(self) -> str:
        """The body as text."""
        return self.data.decode("utf-8", "replace")

    @property
    def texts(self) -> list[Any]:
        """All that came back, for `database.leaks`."""
        return [self.data, self.url, [f"{name}: {value}" for name, value in dict(self.headers).items()]]

    @property
    def json(self) -> Any:
        """The body as JSON, or None if it is none."""
        try:
            return json_format.loads(self.data)
        except ValueError:
            return None

    @cached_property
    def page(self) -> Page:
        """The body as a page; empty unless browsers would render it."""
        return Page(self._response)

    @property
    def readable(self) -> bool:
        """May scripts of the page that asked read the answer?"""
        if not self.sent or self._browser.is_same_origin:
            return self.sent
        allowed = self.headers.get("Access-Control-Allow-Origin", "")
        return bool(allowed == self._browser.origin) and self.headers.get("Access-Control-Allow-Credentials") == "true"

    @cached_property
    def forms(self) -> list[Form]:
        return [Form(self, data) for data in forms(self.page)]

    def form(self, **conditions: str) -> Form | None:
        """The first form whose element has these attributes: `form(action="/transfer")`; None if there is none."""
        wanted = conditions.items()
        return next((form for form in self.forms if wanted <= form.element.attributes.items()), None)

    @property
    def clickables(self) -> list[tuple[str, str, str, str]]:
        """Links and buttons: (text, "link" or "form", address, method)."""
        return [found[:4] for found in self._clickables()]

    def click(self, text: str, index: int = 0, near: str = "") -> Visit:
        """Follows the link, or submits the form, whose text or value is `text`.

        With `near`, only one that stands in the same list item, table row, article, section or block as this text.
        Raises LookupError if there is none.
        """
        wanted = " ".join(text.split()).casefold()
        found = [one for one in self._clickables() if one[0].casefold() == wanted and _is_near(one[4], near)]
        if index >= len(found):
            raise LookupError(
                f"no link or button {text!r} on {self.url}; there are {[one[0] for one in self._clickables()]}"
            )
        return found[index][5]()

    def _clickables(self) -> list[tuple[str, str, str, str, Element, Callable[[], Visit]]]:
        found: list[tuple[str, str, str, str, Element, Callable[[], Visit]]] = []
        for link in self.page.find_all("a"):
            if "href" in link.attributes:
                url = urljoin(self.url, link.attributes["href"])
                follow = partial(self._browser._navigate, "GET", url, referrer=self.url)
                found.append((" ".join(link.text.split()), "link", url, "GET", link, follow))
        for form in self.forms:
            for button in form.data.buttons:
                text = " ".join((button.text or button.attributes.get("value", "")).split())
                url = urljoin(self.url, button.attributes.get("formaction", form.data.action))
                press = partial(form.press, button)
                found.append((text, "form", url, form.data.method, button, press))
        return found


def _is_near(element: Element, text: str) -> bool:
    """Is the text in the nearest block around the element that holds any other text?"""
    if not text:
        return True
    blocks = [
        one for one in element.around if one.tag in ("li", "tr", "article", "section", "div", "p", "dd", "fieldset")
    ]
    return any(text in block.text for block in blocks[:3])


class Form:
    """A form on a page that is shown; `fields` may be changed before it is sent."""

    def __init__(self, visit: Visit, data: FormData) -> None:
        self._visit = visit
        self.data = data
        self.element = data.element
        self.fields: dict[str, str] = dict(data.fields)

    def submit(self, **values: Any) -> Visit:
        """Fills in fields (a file is a tuple: name, content, type) and sends the form as its first button would.

        Raises LookupError for a field that the form does not have.
        """
        return self.press(self.data.buttons[0] if self.data.buttons else None, **values)

    def press(self, button: Element | None, **values: Any) -> Visit:
        """Sends the form by this button of it."""
        page = self._visit.page
        known = {*self.fields, *self.data.files, *(one.attributes.get("name") for one in page.elements)}
        if unknown := [name for name in values if name not in known]:
            raise LookupError(f"the form on {self._visit.url} has no field {unknown}; it has {sorted(self.fields)}")
        given = button.attributes if button is not None else {}
        fields = dict(self.fields)
        if given.get("name"):
            fields[given["name"]] = given.get("value", "")
        files = {name: values.pop(name) for name in list(values) if isinstance(values[name], tuple)}
        if self.data.enctype == _MULTIPART:
            files = {**{name: ("", b"", "application/octet-stream") for name in self.data.files}, **files}
        fields.update({name: str(value) for name, value in values.items()})
        return self._visit._browser._navigate(
            given.get("formmethod", self.data.method).upper(), urljoin(self._visit.url, given.get("formaction", self.data.action)),
            fields=fields, files=files, enctype=given.get("formenctype", self.data.enctype), referrer=self._visit.url,
        )  # fmt: skip


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
        host = urlsplit(self.site).hostname or ""
        self._jar.put(Cookie(name, value, old.path if old else path, domain=old.domain if old else host))

    def forget_cookies(self) -> None:
        self._jar.clear()

    # What a user does, or a script of the page

    def get(self, path: str, query: Fields | None = None) -> Visit:
        """Types an address of the site (on another site's page: follows a link to it)."""
        return self._navigate("GET", self._url(path, query), referrer="" if self.is_same_origin else self.origin + "/")

    link = get

    def post(
        self, path: str, fields: Fields | None = None, files: Mapping[str, Upload] | None = None, enctype: str = "",
        referrer: bool = True,
    ) -> Visit:  # fmt: skip
        """Sends a form of the page that is shown; `referrer=False` as a page that hides where it is (its origin is null)."""
        kind = enctype or (_MULTIPART if files else _FORM)
        shown = self.origin + "/" if referrer else ""
        return self._navigate(
            "POST", self._url(path), fields=fields or {}, files=files or {}, enctype=kind, referrer=shown
        )

    def image(self, path: str, query: Fields | None = None) -> Visit:
        """Shows an image of this address."""
        return self._send("GET", self._url(path, query), {**self._fetch_headers("no-cors", "image")})

    def frame(self, path: str, query: Fields | None = None) -> Visit:
        """Shows this address in a frame."""
        return self._send("GET", self._url(path, query), {**self._fetch_headers("navigate", "iframe")})

    def fetch(
        self, path: str, method: str = "GET", json: Any = None, data: bytes | str | None = None,
        content_type: str | None = None, headers: Mapping[str, str] | None = None,
    ) -> Visit:  # fmt: skip
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

    def attacks(self, path: str, fields: Fields, json: Any = None) -> dict[str, Callable[[], Visit]]:
        """Every way in which a page of this origin can try to change state at `path`.

        `json` is what JSON bodies hold; the fields if nothing is given.
        """
        document = json_format.dumps(dict(fields) if json is None else json)
        padded = document[:-1] + (", " if len(document) > 2 else "") + '"pad": "'
        in_query = path + ("&" if "?" in path else "?") + urlencode(fields)
        return {
            "form": lambda: self.post(path, fields),
            "form that hides its origin": lambda: self.post(path, fields, referrer=False),
            "multipart form": lambda: self.post(path, fields, enctype=_MULTIPART),
            "plain-text form": lambda: self.post(path, fields, enctype=_PLAIN),
            "plain-text form that is JSON": lambda: self.post(path, {padded: '"}'}, enctype=_PLAIN),
            "form with fields in the address": lambda: self.post(in_query, {}),
            "link": lambda: self.link(in_query),
            "image": lambda: self.image(in_query),
            "frame": lambda: self.frame(in_query),
            "script, form body": lambda: self.fetch(path, "POST", data=urlencode(fields), content_type=_FORM),
            "script, JSON body": lambda: self.fetch(path, "POST", data=document, content_type="application/json"),
            "script, JSON as plain text": lambda: self.fetch(path, "POST", data=document, content_type=_PLAIN),
            "script, JSON without a type": lambda: self.fetch(path, "POST", data=document),
            "script, PUT": lambda: self.fetch(path, "PUT", data=document, content_type="application/json"),
            "script, DELETE": lambda: self.fetch(in_query, "DELETE"),
            "form with another method named": lambda: self.post(path, {**fields, "_method": "DELETE"}),
        }

    # How it is sent

    @property
    def is_same_origin(self) -> bool:
        return self.origin == self.site

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
        return {**found, "Referer": self.origin + "/"}

    def _navigate(
        self, method: str, url: str, fields: Fields | None = None, files: Mapping[str, Upload] | None = None,
        enctype: str = _FORM, referrer: str = "",
    ) -> Visit:  # fmt: skip
        headers = {
            **self._fetch_headers("navigate", "document"),
            "Sec-Fetch-User": "?1",
            "Upgrade-Insecure-Requests": "1",
        }
        headers["Referer"] = referrer if self.is_same_origin else referrer and self.origin + "/"
        if not referrer:
            del headers["Referer"]
            if method == "GET" and self.is_same_origin:
                headers["Sec-Fetch-Site"] = "none"
        if method == "GET":
            query = urlencode(fields) if fields else ""
            url = url.partition("?")[0] + "?" + query if query else url
            return self._send("GET", url, headers, top_level=True)
        headers["Origin"] = self.origin if referrer else "null"
        body, kind = _encoded(fields or {}, files or {}, enctype)
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
            path=parts.path or "/", query_string=parts.query, base_url=f"{parts.scheme}://{parts.netloc}/", method=method,
            headers=sent, data=body or b"",
        )  # fmt: skip
        for header in response.headers.getlist("Set-Cookie"):
            self._jar.receive(header, url)
        return response

    def _preflight(self, url: str, method: str, headers: Mapping[str, str]) -> str:
        """Why a script of another origin may not send this; empty if it may."""
        kind = headers.get("Content-Type", _PLAIN).partition(";")[0].strip().lower()
        named = [name.lower() for name in headers if name.lower() not in _SAFE_HEADERS | {"content-type"}]
        named += [] if kind in (_FORM, _MULTIPART, _PLAIN) else ["content-type"]
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


def _encoded(fields: Fields, files: Mapping[str, Upload], enctype: str) -> tuple[bytes, str]:
    """The body of a form and its type."""
    if enctype == _PLAIN:
        return "".join(f"{name}={value}\r\n" for name, value in fields.items()).encode(), _PLAIN
    if enctype != _MULTIPART and not files:
        return urlencode(fields).encode(), _FORM
    body, boundary = io.BytesIO(), "----boundary4711"
    for name, value in fields.items():
        body.write(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n{value}\r\n'.encode()
        )
    for name, (filename, data, kind) in files.items():
        place = f'name="{_quoted(name)}"; filename="{_quoted(filename)}"'
        body.write(f"--{boundary}\r\nContent-Disposition: form-data; {place}\r\nContent-Type: {kind}\r\n\r\n".encode())
        body.write(data + b"\r\n")
    body.write(f"--{boundary}--\r\n".encode())
    return body.getvalue(), f"{_MULTIPART}; boundary={boundary}"


def _quoted(name: str) -> str:
    """A name in a multipart header, as browsers write it."""
    return re.sub(r'["\r\n]', lambda found: f"%{ord(found.group()):02X}", name)
