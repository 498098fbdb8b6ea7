"""Map and list of the flea market, written with SAX."""
import io
import re
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from xml.sax.saxutils import XMLGenerator

# what can stand neither in XML nor in a page
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text):
    return _NO_CHARACTER.sub("\ufffd", str(text))


@dataclass(frozen=True)
class Stall:
    place: int
    seller: str
    goods: str
    colour: str
    link: str

    @classmethod
    def all(cls, stalls):
        for stall in stalls:
            texts = {key: _clean(stall[key]) for key in ("seller", "goods", "colour", "link")}
            yield cls(place=int(stall["place"]), **texts)

    @property
    def href(self):
        return self.link if re.match("https?://", self.link) else None

    @property
    def x(self):
        return format(40 * self.place, "d")


class SVG(XMLGenerator):
    def __init__(self):
        self.out = io.StringIO()
        super().__init__(self.out, "utf-8", short_empty_elements=False)

    @contextmanager
    def element(self, tag, text="", /, **attributes):
        self.startElement(tag, attributes)
        if text:
            self.characters(text)
        yield
        self.endElement(tag)

    def leaf(self, *args, **attributes):
        with self.element(*args, **attributes):
            pass

    def stall(self, stall):
        if stall.href is not None:
            with self.element("a", href=stall.href):
                self.group(stall)
        else:
            self.group(stall)

    def group(self, stall):
        with self.element("g"):
            self.leaf("title", stall.goods)
            self.leaf("rect", x=stall.x, y="0", width="36", height="20", fill=stall.colour)
            self.leaf("text", stall.seller, x=stall.x, y="34")


def market_map(stalls):
    svg = SVG()
    with svg.element("svg", xmlns="http://www.w3.org/2000/svg"):
        for stall in Stall.all(stalls):
            svg.stall(stall)
    return svg.out.getvalue().replace("\r", "&#13;")


def _item(stall):
    seller, goods = escape(stall.seller), escape(stall.goods)
    yield f"<li><input type='checkbox' value='{seller}' title='{goods}'>"
    if stall.href is not None:
        yield f"<a rel='nofollow' href='{escape(stall.href)}'>{seller}</a></li>"
    else:
        yield f"{seller}</li>"


def visit_list(stalls):
    items = (piece for stall in Stall.all(stalls) for piece in _item(stall))
    return "<ul>%s</ul>" % "".join(items).replace("\r", "&#13;")
