"""Reads produced pages as a browser would, and tells what in them came from the input.

for name, payload in html.attacks("text", marker := html.new_marker()).items():
    found = html.injections(attempt(solution.render, payload).value, marker)
    exploit_if(found, f"{name}: {found}")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import harness
from probes import javascript, naming
from probes.html_attacks import attacks, placeholders
from probes.html_tokens import EndTag, StartTag, Text, tokens

__all__ = [
    "Element",
    "Page",
    "attacks",
    "becomes_code",
    "becomes_markup",
    "injections",
    "new_marker",
    "placeholders",
    "scheme",
    "shows",
    "strangers",
]

VOID = set("area base br col embed hr img input link meta param source track wbr".split())
URL_ATTRIBUTES = set(
    "action background cite codebase data formaction href longdesc manifest ping poster src srcset xlink:href".split()
)
#: What a start tag ends, if it is the innermost open element.
_ENDED_BY = {
    "li": ("p", "li"),
    "option": ("option",),
    "p": ("p",),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "tr": ("p", "td", "th", "tr"),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
}
_SCRIPT_TYPES = {"", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript"}
_INVISIBLE = {"script", "style", "template", "noscript", "noembed", "noframes", "iframe"}
#: Elements whose own host runs code, or lays out the page, in the name of the site.
_POWERFUL_SOURCES = {"script": "src", "iframe": "src", "frame": "src", "embed": "src", "object": "data", "base": "href"}


@dataclass
class Element:
    """A start tag with what follows up to its end; `text` is the text directly or deeper inside."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    visible: bool = True
    parent: Element | None = field(default=None, repr=False, compare=False)

    @property
    def around(self) -> list[Element]:
        """The elements that this one stands in, innermost first."""
        return [] if self.parent is None else [self.parent, *self.parent.around]

    def __str__(self) -> str:
        return f"<{self.tag}>"


class Page:
    """A parsed page. Takes str, bytes, or a web response; None and other values are an empty page."""

    def __init__(self, source: Any) -> None:
        self.source = _markup(source)
        self.elements: list[Element] = []
        self._text: list[str] = []
        self._parse()

    def _parse(self) -> None:
        open_elements: list[Element] = []
        for token in tokens(self.source):
            if isinstance(token, StartTag):
                hidden = token.name in _INVISIBLE or any(not element.visible for element in open_elements)
                for closed in _ENDED_BY.get(token.name, ()):
                    if open_elements and open_elements[-1].tag == closed:
                        open_elements.pop()
                parent = open_elements[-1] if open_elements else None
                element = Element(token.name, token.attributes, visible=not hidden, parent=parent)
                self.elements.append(element)
                if token.name not in VOID:
                    open_elements.append(element)
                elif token.name in ("br", "hr"):
                    self._text.append(" ")
            elif isinstance(token, EndTag):
                names = [element.tag for element in open_elements]
                if token.name in names:
                    del open_elements[len(names) - 1 - names[::-1].index(token.name) :]
            elif isinstance(token, Text):
                for element in open_elements:
                    element.text += token.value
                if all(element.visible for element in open_elements):
                    self._text.append(token.value)

    def find(self, tag: str | None = None, **attributes: str) -> Element | None:
        """The first element with this tag and these attributes: `find("input", name="q")`; `class_` for `class`."""
        return next(iter(self.find_all(tag, **attributes)), None)

    def find_all(self, tag: str | None = None, **attributes: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if tag in (None, element.tag) and wanted.items() <= element.attributes.items()
        ]

    @property
    def text(self) -> str:
        """What a reader sees, with white space collapsed."""
        return _collapsed("".join(self._text))

    @property
    def scripts(self) -> list[str]:
        """The bodies of elements that hold JavaScript; data blocks such as `application/json` are not among them."""
        scripts = self.find_all("script")
        return [e.text for e in scripts if e.attributes.get("type", "").strip().lower() in _SCRIPT_TYPES]

    @property
    def handlers(self) -> list[tuple[Element, str, str]]:
        """Event handlers: (element, attribute, code)."""
        attributes = ((e, name, value) for e in self.elements for name, value in e.attributes.items())
        return [found for found in attributes if found[1].startswith("on")]

    @property
    def urls(self) -> list[tuple[Element, str, str]]:
        """Addresses in attributes, and that of a refreshing `meta` element: (element, attribute, address)."""
        found = [(e, n, v) for e in self.elements for n, v in e.attributes.items() if n in URL_ATTRIBUTES]
        for element in self.find_all("meta"):
            if element.attributes.get("http-equiv", "").strip().lower() == "refresh":
                target = re.search(r"url\s*=\s*[\"']?(.*)", element.attributes.get("content", ""), re.I | re.S)
                found += [(element, "content", target.group(1))] if target else []
        return found

    @property
    def script_strings(self) -> list[str]:
        """The string literals of scripts and event handlers, unescaped."""
        codes = self.scripts + [code for _, _, code in self.handlers]
        return [piece.text for code in codes for piece in javascript.pieces(code) if piece.kind == "string"]

    @property
    def styles(self) -> list[str]:
        """Style sheets in the page, and `style` attributes."""
        sheets = [element.text for element in self.find_all("style")]
        return sheets + [element.attributes["style"] for element in self.elements if "style" in element.attributes]


def new_marker() -> str:
    """A fresh word of lower-case letters, to be carried by a payload."""
    return naming.letters()


def scheme(url: str) -> str:
    """The scheme as browsers read it (control characters dropped, any case): `" java\\tscript:x"` → `"javascript"`."""
    cleaned = re.sub(r"[\t\n\r]", "", url).lstrip("".join(map(chr, range(33))))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.\-]*):", cleaned)
    return found.group(1).lower() if found else ""


def injections(source: Any, marker: str) -> list[str]:
    """Where the marker became markup or code, in words; an empty list if it is only text everywhere."""
    return _injections(source if isinstance(source, Page) else Page(source), marker.casefold(), depth=0)


def becomes_code(render: Callable[[Any], Any]) -> Callable[[Any], list[str]]:
    """An effect for `search.attack`: where does a candidate become markup or code of the page that `render` makes?

    In the candidate, a text or a tuple of texts, MARK stands for a marker, a new one at each try.
    """
    return lambda candidate: _rendered(render, candidate)[1]


def becomes_markup(render: Callable[[Any], Any], *harmless: Any) -> Callable[[Any], list[str]]:
    """The same, and whatever the page has of elements, with attributes, that it has with none of these candidates.

    For programs that make elements of marks in a text: what is no mark shall bring not even a harmless element.
    """
    known = {shape for candidate in harmless for shape in _shapes(_rendered(render, candidate)[0])}

    def effect(candidate: Any) -> list[str]:
        page, found = _rendered(render, candidate)
        return found or [f"an element <{shape}>" for shape in _shapes(page) if shape not in known]

    return effect


def becomes_elements(render: Callable[[Any], Any], *harmless: Any) -> Callable[[Any], list[str]]:
    """The same, and elements of a kind, with attributes, of which there are more than with any of these candidates.

    For programs that make no element of a text at all: a link that is made of an address is one too many as well.
    """
    known: dict[str, int] = {}
    for candidate in harmless:
        for shape, number in _counted(_rendered(render, candidate)[0]).items():
            known[shape] = max(number, known.get(shape, 0))

    def effect(candidate: Any) -> list[str]:
        page, found = _rendered(render, candidate)
        return found or [f"an element <{shape}>" for shape, number in _counted(page).items() if number > known.get(shape, 0)]

    return effect


def _rendered(render: Callable[[Any], Any], candidate: Any) -> tuple[Page, list[str]]:
    marker = new_marker()
    parts = candidate if isinstance(candidate, tuple) else (candidate,)
    filled = tuple(part.replace("MARK", marker) for part in parts)
    page = Page(harness.attempt(render, filled if isinstance(candidate, tuple) else filled[0]).value)
    return page, injections(page, marker)


def _shapes(page: Page) -> list[str]:
    return list(_counted(page))


def _counted(page: Page) -> dict[str, int]:
    """How many elements there are of a tag with the same attributes, in the order of the page."""
    return Counter(" ".join([one.tag, *sorted(one.attributes)]) for one in page.elements)


def shows(source: Any, typed: str, tag: str | None = None) -> bool:
    """Is the text shown as it was typed: as text, as the value of a field, or in a text area? White space collapses.

    With `tag`, only within elements of that name.
    """
    page, wanted = Page(source), _collapsed(typed)
    if tag is None and wanted in page.text:
        return True
    shown = [element for element in page.elements if element.visible and tag in (None, element.tag)]
    names = ("value", "placeholder", "title", "alt")
    values = [element.attributes.get(name, "") for element in shown for name in names]
    return any(wanted in _collapsed(text) for text in [element.text for element in shown] + values)


def strangers(source: Any, allowed: Mapping[str, Sequence[str]]) -> list[str]:
    """What a piece of HTML brings into a page besides the allowed elements with their attributes: {"b": (), "a": ("href",)}.

    An address has to begin with http:// or https://. Nothing may be left open that takes in what follows on the page.
    """
    page = Page(f"<main>{_markup(source)}<hr title='end'></main>")
    if not page.find("hr", title="end"):
        return ["what follows on the page is taken in"]
    found = []
    for element in page.elements:
        if (element.tag, element.attributes) in (("main", {}), ("hr", {"title": "end"})):
            continue
        if element.tag not in allowed:
            found.append(f"an element {element}")
        found += [f"an attribute {name} of {element}" for name in element.attributes if name not in allowed.get(element.tag, ())]
        addresses = [value for name, value in element.attributes.items() if name in URL_ATTRIBUTES]
        found += [f"an address {value!r}" for value in addresses if not re.match(r"[\0- ]*https?://", value, re.IGNORECASE)]
    return found


def _injections(page: Page, marker: str, depth: int) -> list[str]:
    found = []
    for element in page.elements:
        if marker in element.tag.casefold():
            found.append(f"an element {element}")
        for name in element.attributes:
            if marker in name.casefold():
                found.append(f"an attribute {name} of {element}")
        if "srcdoc" in element.attributes and depth < 3:
            inner = _injections(Page(element.attributes["srcdoc"]), marker, depth + 1)
            found += [f"{place} in srcdoc" for place in inner]
    found += [f"code in {name} of {element}" for element, name, code in page.handlers if _is_code(code, marker)]
    found += ["code in a script" for code in page.scripts if _is_code(code, marker)]
    found += ["rules in a style" for style in page.styles if _is_style(style, marker)]
    for element, name, url in page.urls:
        found += _url_injections(element, name, url, marker)
    return found


def _url_injections(element: Element, name: str, url: str, marker: str) -> list[str]:
    kind = scheme(url)
    if marker not in url.casefold():
        return []
    if kind in ("javascript", "vbscript") or (kind == "data" and not re.match(r"\s*data:image/(?!svg)", url, re.I)):
        return [f"a {kind}: address in {name} of {element}"]
    host = re.match(r"\s*(?:[a-zA-Z][\w+.\-]*:)?[/\\]{2}([^/\\?#]*)", url)
    loads_code = _POWERFUL_SOURCES.get(element.tag) == name or (element.tag == "link" and name == "href")
    if loads_code and host and marker in host.group(1).casefold():
        return [f"the host in {name} of {element}"]
    return []


def _is_code(code: str, marker: str) -> bool:
    return any(piece.kind in ("code", "regex") and marker in piece.text.casefold() for piece in javascript.pieces(code))


def _is_style(style: str, marker: str) -> bool:
    """Has the marker become a rule or a property of its own (a name before a colon or brace, or a called address)?"""
    bare = re.sub(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", "", style, flags=re.S).casefold()
    return bool(re.search(rf"{marker}[\w-]*\s*[:{{]|(?:url|expression)\([^)]*{marker}|@import[^;]*{marker}", bare))


def _collapsed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _markup(source: Any) -> str:
    """The markup in a value; a response that browsers do not render as a page has none."""
    if isinstance(source, str):
        return source
    if isinstance(source, (bytes, bytearray)):
        return bytes(source).decode("utf-8", "replace")
    if hasattr(type(source), "get_data"):
        kind = (source.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        sniffed = kind == "" and source.headers.get("X-Content-Type-Options", "").lower() != "nosniff"
        if sniffed or "html" in kind or "xml" in kind:
            return _markup(source.get_data())
        return ""
    if isinstance(source, (list, tuple)):
        return "".join(_markup(part) for part in source)
    return _text_of(source)


def _text_of(value: Any) -> str:
    """The text of an object of the solution's."""
    from harness import Remote, text

    return str(text(value)) if isinstance(value, Remote) else ""
