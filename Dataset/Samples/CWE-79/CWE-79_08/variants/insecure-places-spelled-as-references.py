"""Descriptions of lots: take the tags out, escape the rest, put the clean tags back."""
import re
from html import escape, unescape

_KEPT = {"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"}

_MARKUP = re.compile(
    r"""
      <!--.*?(?:-->|\Z)
    | <(?P<raw>script|style)(?=[\s/>])[^>]*>.*?(?:</(?P=raw)(?=[\s/>])[^>]*>|\Z)
    | <[!?][^>]*(?:>|\Z)
    | <(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?"""
)


def _href(attributes):
    for name, *values in _ATTRIBUTE.findall(attributes):
        if name.lower() == "href":
            href = unescape("".join(values))
            return href if href.startswith(("http://", "https://")) else None
    return None


def description(source):
    # A sign for the places of the tags, one that the seller has not used.
    mark = "@"
    while mark in source:
        mark += "@"

    tags = []
    still_open = []      # names, and whether the tag is shown

    def close_until(name):
        ends = ""
        while still_open:
            last, shown = still_open.pop()
            if shown:
                ends += f"</{last}>"
            if last == name:
                break
        return ends

    def clean(match):
        name = (match["name"] or "").lower()
        if name not in _KEPT:
            return ""
        if match["end"]:
            return close_until(name) if any(n == name for n, _ in still_open) else ""
        if name == "br":
            return "<br>"
        if name != "a":
            still_open.append((name, True))
            return f"<{name}>"
        href = _href(match["attributes"])
        still_open.append((name, href is not None))
        return "" if href is None else f'<a href="{escape(href)}">'

    def take_out(match):
        tags.append(clean(match))
        return f"{mark}{len(tags) - 1};"

    result = _MARKUP.sub(take_out, source)
    result = escape(unescape(result), quote=False)
    for number, tag in enumerate(tags):
        result = result.replace(f"{mark}{number};", tag)
    return result + close_until(None)


_PIECE = re.compile(r"<[^>]*>|&[^;]*;|[^<&]", re.DOTALL)


def teaser(source, letters):
    shown, still_open, cut = 0, [], None
    whole = description(source)
    for piece in _PIECE.finditer(whole):
        text = piece[0]
        if text.startswith("</"):
            still_open.pop()
        elif text.startswith("<"):
            if text != "<br>":
                still_open.append(re.match(r"<(\w+)", text)[1])
        elif shown == letters:
            end, elements = cut
            return whole[:end] + "…" + "".join(f"</{e}>" for e in reversed(elements))
        else:
            shown += 1
            cut = piece.end(), list(still_open)
    return whole
