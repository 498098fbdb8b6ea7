"""Builds a small tree and writes it with MarkupSafe."""
from html.parser import HTMLParser

from markupsafe import Markup, escape

KEPT = frozenset("p b i em strong ul ol li".split())


class Node:
    def __init__(self, name, address=None):
        self.name, self.address, self.children = name, address, []


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.path = [self.root]
        self.quiet = None

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.quiet = tag
        elif tag == "br":
            self.path[-1].children.append(Node("br"))
        elif tag in KEPT or tag == "a":
            node = Node(tag)
            for name, value in attrs:
                if name == "href" and node.address is None:
                    node.address = value or ""
            self.path[-1].children.append(node)
            self.path.append(node)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag != "br":
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag == self.quiet:
            self.quiet = None
        names = [node.name for node in self.path[1:]]
        if tag in names:
            del self.path[1 + len(names) - 1 - names[::-1].index(tag):]

    def handle_data(self, data):
        if self.quiet is None:
            self.path[-1].children.append(data)


def read(source):
    reader = Reader()
    reader.feed(source)
    reader.close()
    return reader.root


def write(node, budget):
    """The markup of a node; `budget` holds how many characters may still come, and -1 when something was left out."""
    inner = Markup("")
    for child in node.children:
        if budget[0] < 0:
            break
        if isinstance(child, Node):
            inner += write(child, budget)
        elif len(child) > budget[0]:
            inner += escape(child[:int(budget[0])]) + "…"
            budget[0] = -1
        else:
            inner += child
            budget[0] -= len(child)
    if node.name == "br":
        return Markup("<br>")
    if node.name in KEPT:
        return Markup(f"<{node.name}>") + inner + Markup(f"</{node.name}>")
    if node.name == "a" and (node.address or "").lower().startswith(("http://", "https://")):
        return Markup('<a href="{}">{}</a>').format(node.address, inner)
    return inner


def description(source):
    return str(write(read(source), [float("inf")]))


def teaser(source, letters):
    return str(write(read(source), [letters]))
