"""What a browser shows after a request: the answer, its page, its forms, links and buttons."""

from __future__ import annotations

import json as json_format
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any, Protocol
from urllib.parse import urljoin

from probes.form_encoding import FORM, MULTIPART, Fields, Upload
from probes.forms import FormData, forms
from probes.html import Element, Page
from tester.texts import text_of


class Window(Protocol):
    """What shows a page, and goes where the page's links and forms lead."""

    origin: str

    @property
    def is_same_origin(self) -> bool:
        """Whether the page that asked is one of the site itself."""

    def navigate(
        self,
        method: str,
        url: str,
        fields: Fields | None = None,
        files: Mapping[str, Upload] | None = None,
        enctype: str = FORM,
        referrer: str = "",
    ) -> Visit:
        """Follows a link, or sends a form."""


class Visit:
    """What came of a request, and the page that the browser shows now."""

    def __init__(self, browser: Window, url: str, response: Any = None, blocked: str = "") -> None:
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
                follow = partial(self._browser.navigate, "GET", url, referrer=self.url)
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
        if self.data.enctype == MULTIPART:
            files = {**{name: ("", b"", "application/octet-stream") for name in self.data.files}, **files}
        fields.update({name: text_of(value) for name, value in values.items()})
        return self._visit._browser.navigate(
            given.get("formmethod", self.data.method).upper(),
            urljoin(self._visit.url, given.get("formaction", self.data.action)),
            fields=fields,
            files=files,
            enctype=given.get("formenctype", self.data.enctype),
            referrer=self._visit.url,
        )
