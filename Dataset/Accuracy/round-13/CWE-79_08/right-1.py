"""Descriptions of lots: a tree is built from the parser's events, and written from it."""
import re
from html import unescape
from html.entities import html5
from html.parser import HTMLParser, attrfind_tolerant, tagfind_tolerant
from itertools import islice
from xml.sax.saxutils import escape

ELEMENTS = "p br b i em strong ul ol li a".split()


class Node(list):
    """An element with its children: nodes and single characters."""

    def __init__(self, name=None, href=None):
        super().__init__()
        self.name, self.href = name, href

    @property
    def start(self):
        if not self.name:
            return ""
        if self.href is None:
            return f"<{self.name}>"
        return '<a href="' + escape(self.href, {'"': "&quot;", "'": "&#39;"}) + '">'

    @property
    def end(self):
        return "" if self.name in (None, "br") else f"</{self.name}>"


def _reference(match):
    # in an address, &copy= is no reference
    name = match[1]
    if name[0] == "#" or name.endswith(";"):
        return unescape(match[0])
    return match[0] if match[2] or name not in html5 else html5[name]


def _value(raw):
    if raw[:1] == raw[-1:] and raw[:1] in "'\"":
        raw = raw[1:-1]
    return re.sub(r"&(#x[0-9a-f]+;?|#[0-9]+;?|[a-z][a-z0-9]*;?)(?=(=?))", _reference, raw, flags=re.I)


class Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node()
        self.path = [("", self.root)]

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            return
        here = self.path[-1][1]
        if tag == "br":
            here.append(Node("br"))
            return
        node = Node(tag)
        if tag == "a":
            node.href = self._href()
            if node.href is None:
                node.name = None
        here.append(node)
        self.path.append((tag, node))

    def _href(self):
        text = self.get_starttag_text()
        at = tagfind_tolerant.match(text, 1).end()
        for match in attrfind_tolerant.finditer(text, at):
            if match[1].lower() == "href":
                href = _value(match[3] or "")
                return href if re.match("https?://", href) else None

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag in self.CDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag)

    def handle_endtag(self, tag):
        names = [name for name, _ in self.path]
        if tag in names:
            del self.path[len(names) - 1 - names[::-1].index(tag):]

    def handle_data(self, data):
        if self.cdata_elem is None:
            self.path[-1][1].extend(data)

    def parse_marked_section(self, i, report=1):
        return self.parse_bogus_comment(i)


def tree(source):
    builder = Builder()
    builder.feed(source)
    # what stands in a script that is not ended is no text either
    hidden = builder.cdata_elem is not None
    if hidden:
        builder.handle_data = lambda data: None
    builder.close()
    return builder.root


def walk(root):
    """Start, letters and end of all nodes, in order, however deep they are."""
    yield root.start, None
    stack = [(root, iter(root))]
    while stack:
        node, children = stack[-1]
        for child in children:
            if isinstance(child, Node):
                yield child.start, None
                stack.append((child, iter(child)))
                break
            yield escape(child), [n.end for n, _ in reversed(stack)]
        else:
            yield node.end, None
            stack.pop()


def description(source):
    return "".join(text for text, _ in walk(tree(source)))


def teaser(source, letters):
    root = tree(source)
    is_letter = (ends is not None for _, ends in walk(root))
    longer = next(islice(filter(None, is_letter), letters, None), False)
    out = []
    for text, ends in walk(root):
        out.append(text)
        letters -= ends is not None
        if longer and not letters:
            return "".join([*out, "…", *ends])
    return "".join(out)
