"""A tokenizer of its own, as a generator; a small tree; and a printer."""
import html
import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*|(?=[\s>]))))?""")
COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
BOGUS = re.compile(r"<(?:[!?]|/[^a-zA-Z])[^>]*(?:>|\Z)")
TEXT = re.compile(r"<?[^<]*")
SIMPLE = {"p", "b", "i", "em", "strong", "ul", "ol", "li"}


def tokens(source):
    """Yields ("text", t), ("start", name, attributes) and ("end", name)."""
    at = 0
    while at < len(source):
        if found := COMMENT.match(source, at) or (source[at:at + 3] != "</>" and BOGUS.match(source, at)):
            at = found.end()
        elif source.startswith("</>", at):
            at += 3
        elif found := TAG.match(source, at):
            name, attributes, at = found[2].lower(), {}, found.end()
            while True:
                while at < len(source) and (source[at].isspace() or source[at] == "/"):
                    at += 1
                if at >= len(source):
                    return              # the source ends within a tag
                if source[at] == ">":
                    at += 1
                    break
                pair = ATTRIBUTE.match(source, at)
                if pair is None or pair.end() == at:
                    at += 1
                    continue
                value = next((v for v in pair.groups()[1:] if v is not None), "")
                attributes.setdefault(pair[1].lower(), html.unescape(value))
                at = pair.end()
            if found[1]:
                yield "end", name
                continue
            yield "start", name, attributes
            if name in ("script", "style"):
                end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
                at = end.start() if end else len(source)
        else:
            found = TEXT.match(source, at)
            yield "text", html.unescape(found[0])
            at = found.end()


@dataclass
class Node:
    name: str = ""
    href: str = ""
    children: list = field(default_factory=list)


def tree(source):
    root = Node()
    path = [root]
    for kind, what, *more in tokens(source):
        if kind == "text":
            path[-1].children.append(what)
        elif kind == "end":
            if any(node.name == what for node in path[1:]):
                while path.pop().name != what:
                    pass
        elif what == "br":
            path[-1].children.append(Node("br"))
        elif what in SIMPLE or what == "a":
            node = Node(what, more[0].get("href", ""))
            path[-1].children.append(node)
            path.append(node)
    return root


def show(root):
    """Prints a tree, without recursion."""
    pieces, work = [], [root]
    while work:
        item = work.pop()
        if isinstance(item, str):
            pieces.append(escape(item))     # a Markup stays as it is
        elif item.name == "br":
            pieces.append(Markup("<br>"))
        else:
            if item.name == "a" and re.match("https?://", item.href):
                pieces.append(Markup('<a href="{}">').format(item.href))
                work.append(Markup("</a>"))
            elif item.name in SIMPLE:
                pieces.append(Markup(f"<{item.name}>"))
                work.append(Markup(f"</{item.name}>"))
            work.extend(reversed(item.children))
    return "".join(map(str, pieces))


def count(root):
    work, total = [root], 0
    while work:
        item = work.pop()
        if isinstance(item, str):
            total += len(item)
        else:
            work.extend(item.children)
    return total


def description(source):
    return show(tree(source))


def teaser(source, letters):
    root = tree(source)
    if count(root) <= letters:
        return show(root)
    return _cut(root, letters)


def _cut(root, letters):
    # the first text in which the last letter stands gets the sign
    work, left = [(root, 0)], letters
    while work:
        node, index = work.pop()
        if index == len(node.children):
            continue
        child = node.children[index]
        if isinstance(child, str):
            if len(child) >= left:
                node.children[index:] = [child[:left] + "…"]
                for above, position in work:
                    del above.children[position:]
                break
            left -= len(child)
            work.append((node, index + 1))
        else:
            work.append((node, index + 1))
            work.append((child, 0))
    return show(root)
