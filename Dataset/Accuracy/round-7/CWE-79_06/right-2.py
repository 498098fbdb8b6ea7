from functools import partial, reduce
from itertools import chain

from markupsafe import Markup, escape

SPECIAL = {ord(c): Markup("&#%d;") % ord(c) for c in "\t\n\r=`{}'\""}


def allowed(char):
    code = ord(char)
    return char in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def quoted(text):
    visible = "".join(c if allowed(c) else "\N{REPLACEMENT CHARACTER}" for c in str(text))
    pieces = (SPECIAL.get(ord(c)) or escape(c) for c in visible)
    return Markup("").join(pieces)


def tag(name, *children, void=False, **attributes):
    start = reduce(lambda done, pair: done + Markup(' {}="{}"').format(pair[0], quoted(pair[1])),
                   attributes.items(), Markup("<") + name)
    if void:
        return start + Markup(">")
    return start + Markup(">") + Markup("").join(
        child if isinstance(child, Markup) else quoted(child) for child in children) + Markup("</%s>") % name


svg, group, link, item, bullets, title, rect, text = (
    partial(tag, name) for name in ("svg", "g", "a", "li", "ul", "title", "rect", "text"))


def maybe_linked(address, inner):
    scheme, colon, rest = address.partition(":")
    if scheme in {"http", "https"} and colon and rest[:2] == "//":
        return link(inner, href=address)
    return inner


def on_map(*, place, seller, goods, colour, link, **_):
    x = str(place * 40)
    return maybe_linked(link, group(title(goods), rect(x=x, width="36", height="20", fill=colour), text(seller, x=x)))


def in_list(*, seller, goods, link, **_):
    box = tag("input", void=True, type="checkbox", value=seller, title=goods)
    return item(box, maybe_linked(link, quoted(seller)))


def market_map(stalls):
    return str(svg(*(on_map(**stall) for stall in stalls), xmlns="http://www.w3.org/2000/svg"))


def visit_list(stalls):
    return str(bullets(*chain.from_iterable([in_list(**stall)] for stall in stalls)))
