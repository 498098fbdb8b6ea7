"""Descriptions of lots: a tokenizer of our own, and MarkupSafe for what is written."""
import enum
import re
from html import unescape
from html.entities import html5
from markupsafe import Markup, escape


class Kind(enum.Enum):
    TEXT = enum.auto()
    START = enum.auto()
    END = enum.auto()


SPACE = " \t\n\r\f"
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
PAIRED = {"p", "b", "i", "em", "strong", "ul", "ol", "li", "a"}


def _lower(name):
    return name.translate({c: c + 32 for c in range(65, 91)})


class _Scanner:
    def __init__(self, source):
        self.s, self.i, self.n = source, 0, len(source)

    def _until(self, end, start):
        at = self.s.find(end, start)
        self.i = self.n if at < 0 else at + len(end)

    def tokens(self):
        s = self.s
        while self.i < self.n:
            lt = s.find("<", self.i)
            if lt < 0:
                yield Kind.TEXT, s[self.i:], None
                return
            following = s[lt + 1:lt + 2]
            is_end = following == "/"
            letter = s[lt + 2:lt + 3] if is_end else following
            if letter not in LETTERS and following not in ("!", "?") and not (is_end and letter):
                yield Kind.TEXT, s[self.i:lt + 1], None       # just a sign
                self.i = lt + 1
                continue
            if lt > self.i:
                yield Kind.TEXT, s[self.i:lt], None
            if s.startswith("<!--", lt):
                if m := re.compile("-?>").match(s, lt + 4):
                    self.i = m.end()
                elif m := re.compile("--!?>").search(s, lt + 4):
                    self.i = m.end()
                else:
                    self.i = self.n
            elif letter not in LETTERS:
                self._until(">", lt + 1)
            else:
                self.i = lt + 1 + is_end
                name, attributes = self._tag()
                if name is None:
                    return                                     # never ended
                yield (Kind.END if is_end else Kind.START), name, attributes
                if not is_end and name in ("script", "style"):
                    end = re.compile(f"</{name}(?=[ \t\n\r\f/>])", re.I | re.A).search(s, self.i)
                    self.i = end.start() if end else self.n

    def _take(self, stop):
        start = self.i
        while self.i < self.n and self.s[self.i] not in stop:
            self.i += 1
        return self.s[start:self.i]

    def _tag(self):
        name = _lower(self._take(SPACE + "/>"))
        attributes = {}
        while self.i < self.n:
            sign = self.s[self.i]
            if sign == ">":
                self.i += 1
                return name, attributes
            if sign in SPACE + "/":
                self.i += 1
                continue
            self.i += 1                                        # may be a "="
            key = _lower(sign + self._take(SPACE + "/>="))
            self._blanks()
            value = ""
            if self.s[self.i:self.i + 1] == "=":
                self.i += 1
                self._blanks()
                quote = self.s[self.i:self.i + 1]
                if quote and quote in "'\"":
                    self.i += 1
                    value = self._take(quote)
                    self.i += 1
                else:
                    value = self._take(SPACE + ">")
            attributes.setdefault(key, value)
        return None, None

    def _blanks(self):
        while self.i < self.n and self.s[self.i] in SPACE:
            self.i += 1


def _address(raw):
    def decode(m):
        name = m[1]
        if name.startswith("#") or name.endswith(";"):
            return unescape(m[0])
        return m[0] if raw[m.end():m.end() + 1] == "=" else html5.get(name, m[0])
    return re.sub(r"&(#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[A-Za-z][A-Za-z0-9]*;?)", decode, raw)


def _events(source):
    """Clean pieces: ("open"|"close"|"void", name, Markup) and ("text", one letter, Markup)."""
    stack = []

    def close():
        name, shown = stack.pop()
        if shown:
            yield "close", name, Markup("</%s>") % name

    # references are not put together from texts with a tag in between,
    # but a lone "<" splits none
    for kind, what, attributes in _Scanner(source).tokens():
        if kind is Kind.TEXT:
            for letter in unescape(what):
                yield "text", letter, escape(letter)
        elif what == "br" and kind is Kind.START:
            yield "void", what, Markup("<br>")
        elif what not in PAIRED:
            continue
        elif kind is Kind.START:
            href = _address(attributes.get("href", "")) if what == "a" else None
            shown = href is None or href.startswith(("http://", "https://"))
            stack.append((what, shown))
            if shown:
                tag = Markup("<%s>") % what if href is None else Markup('<a href="%s">') % href
                yield "open", what, tag
        elif any(name == what for name, _ in stack):
            while stack[-1][0] != what:
                yield from close()
            yield from close()
    while stack:
        yield from close()


def description(source):
    return str(Markup("").join(piece for _, _, piece in _events(source)))


def teaser(source, letters):
    pieces, opened, count, cut = [], [], 0, None
    for kind, name, piece in _events(source):
        if kind == "text":
            if count == letters:
                position, ends = cut
                return str(Markup("").join(pieces[:position] + [Markup("…")] + ends))
            count += 1
        pieces.append(piece)
        if kind == "open":
            opened.append(name)
        elif kind == "close":
            opened.pop()
        if kind == "text" and count == letters:
            cut = len(pieces), [Markup("</%s>") % name for name in reversed(opened)]
    return str(Markup("").join(pieces))
