"""A tokenizer for HTML that reads broken markup as browsers do (WHATWG HTML, section 13.2.5)."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

SPACE = " \t\n\f\r"
#: Elements whose content is text up to their own end tag.
RAW_TEXT = {"script", "style", "xmp", "iframe", "noembed", "noframes"}
#: The same, but character references are decoded.
ESCAPABLE_RAW_TEXT = {"title", "textarea"}
#: Within these, no element is raw text, and CDATA sections are text (section 13.2.6.5).
FOREIGN = {"svg", "math"}
#: Elements of HTML that end what is foreign.
BREAKING_OUT = set(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)


@dataclass
class StartTag:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    self_closing: bool = False


@dataclass
class EndTag:
    name: str


@dataclass
class Text:
    value: str


@dataclass
class Comment:
    value: str


Token = StartTag | EndTag | Text | Comment

_LEGACY_REFERENCE = re.compile(r"&(#[xX]?[0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*;?)")


def decode_attribute(value: str) -> str:
    """Decodes character references; in an attribute, a name without `;` that goes on is left alone (`&copy=1`)."""

    def decoded(match: re.Match[str]) -> str:
        reference = match.group(0)
        following = value[match.end() : match.end() + 1]
        if not reference.endswith(";") and not reference.startswith("&#"):
            known = entities.unescape(reference)
            if following == "=" or following.isalnum() or known[1:] and reference.endswith(known[1:]):
                return reference
        return entities.unescape(reference)

    return _LEGACY_REFERENCE.sub(decoded, value)


class Tokenizer:
    """Turns the source of a page into tokens. Never fails: anything is a page to a browser."""

    def __init__(self, source: str) -> None:
        self.source = source.replace("\r\n", "\n").replace("\r", "\n")
        self.position = 0
        self.foreign = ""

    def tokens(self) -> Iterator[Token]:
        source, size = self.source, len(self.source)
        while self.position < size:
            start = source.find("<", self.position)
            if start < 0:
                start = size
            if start > self.position:
                yield Text(entities.unescape(source[self.position : start]))
                self.position = start
                continue
            following = source[start + 1 : start + 2]
            if following.isascii() and following.isalpha():
                tag = self._tag(start + 1)
                if tag is None:  # the page ends within the tag: browsers drop it
                    return
                name, attributes, self_closing = tag
                yield StartTag(name, attributes, self_closing)
                if self.foreign or name in FOREIGN:
                    self._enter(name, self_closing)
                    continue
                if name == "plaintext":
                    yield Text(source[self.position :])
                    return
                if name in RAW_TEXT or name in ESCAPABLE_RAW_TEXT:
                    yield from self._raw_text(name)
            elif following == "/":
                yield from self._end_tag(start)
            elif following == "!":
                yield from self._declaration(start)
            elif following == "?":
                yield self._bogus_comment(start + 1)
            else:
                yield Text("<")
                self.position = start + 1

    def _enter(self, name: str, self_closing: bool) -> None:
        if name in BREAKING_OUT:
            self.foreign = ""
        elif not self.foreign and not self_closing:
            self.foreign = name

    def _end_tag(self, start: int) -> Iterator[Token]:
        first = self.source[start + 2 : start + 3]
        if first.isascii() and first.isalpha():
            tag = self._tag(start + 2)
            if tag is not None:
                self.foreign = "" if tag[0] == self.foreign else self.foreign
                yield EndTag(tag[0])
        elif first == ">":
            self.position = start + 3
        elif first == "":
            self.position = start + 2
            yield Text("</")
        else:
            yield self._bogus_comment(start + 2)

    def _declaration(self, start: int) -> Iterator[Token]:
        if self.foreign and self.source.startswith("<![CDATA[", start):
            end = self.source.find("]]>", start)
            end = len(self.source) if end < 0 else end
            self.position = min(end + 3, len(self.source))
            yield Text(self.source[start + 9 : end])
            return
        if not self.source.startswith("<!--", start):
            yield self._bogus_comment(start + 2)
            return
        body = start + 4
        if self.source.startswith((">", "->"), body):
            self.position = self.source.index(">", body) + 1
            yield Comment("")
            return
        end = re.compile(r"--!?>").search(self.source, body)
        if end is None:
            self.position = len(self.source)
            yield Comment(self.source[body:])
        else:
            self.position = end.end()
            yield Comment(self.source[body : end.start()])

    def _bogus_comment(self, start: int) -> Comment:
        end = self.source.find(">", start)
        end = len(self.source) if end < 0 else end
        self.position = min(end + 1, len(self.source))
        return Comment(self.source[start:end])

    def _tag(self, start: int) -> tuple[str, dict[str, str], bool] | None:
        """Reads a tag from the first letter of its name; None if the page ends before its `>`."""
        source, size = self.source, len(self.source)
        at = start
        while at < size and source[at] not in SPACE + "/>":
            at += 1
        name = source[start:at].lower()
        attributes: dict[str, str] = {}
        while True:
            while at < size and source[at] in SPACE + "/":
                at += 1
            if at >= size:
                self.position = size
                return None
            if source[at] == ">":
                self.position = at + 1
                return name, attributes, source[at - 1] == "/"
            begin = at
            at += 1  # the first character belongs to the name, even if it is "="
            while at < size and source[at] not in SPACE + "/>=":
                at += 1
            attribute, value = source[begin:at].lower(), ""
            after = at
            while after < size and source[after] in SPACE:
                after += 1
            if after < size and source[after] == "=":
                at = after + 1
                while at < size and source[at] in SPACE:
                    at += 1
                quote = source[at : at + 1]
                if quote and quote in "\"'":
                    end = source.find(quote, at + 1)
                    if end < 0:
                        self.position = size
                        return None
                    value, at = source[at + 1 : end], end + 1
                else:
                    begin = at
                    while at < size and source[at] not in SPACE + ">":
                        at += 1
                    value = source[begin:at]
            attributes.setdefault(attribute, decode_attribute(value))

    def _raw_text(self, name: str) -> Iterator[Token]:
        """The text up to the end tag of this name; in a script, `<!-- <script>` hides an end tag."""
        ends = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        at = self.position
        if name == "script":
            at = self._skip_double_escape(at, ends)
        end = ends.search(self.source, at)
        stop = len(self.source) if end is None else end.start()
        value = self.source[self.position : stop]
        self.position = stop
        if value:
            yield Text(entities.unescape(value) if name in ESCAPABLE_RAW_TEXT else value)

    def _skip_double_escape(self, at: int, ends: re.Pattern[str]) -> int:
        comment = self.source.find("<!--", at)
        end = ends.search(self.source, at)
        if comment < 0 or (end is not None and end.start() < comment):
            return at
        nested = re.compile(r"<script(?=[\s/>])", re.IGNORECASE).search(self.source, comment)
        closed = self.source.find("-->", comment)
        if nested is None or (end is not None and end.start() < nested.start()) or -1 < closed < nested.start():
            return at
        inner_end = ends.search(self.source, nested.end())
        if inner_end is None or -1 < closed < inner_end.start():
            return max(closed, at)
        return inner_end.end()


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page: `tokens("<b>x")` → StartTag("b"), Text("x")."""
    return Tokenizer(source).tokens()
