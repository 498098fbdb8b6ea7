"""Takes the source apart with one pattern, and writes every piece anew."""
import html
import re

PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"""|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>"""
    r"|(?P<text>[^<]+|<)",
    re.IGNORECASE | re.DOTALL,
)
HREF = re.compile(r"""(?:^|\s)href\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
SIMPLE = {"p", "b", "i", "em", "strong", "ul", "ol", "li"}


def pieces(source):
    """The parts of the result as (kind, what): text, start with its tag, end."""
    links = []
    for found in PIECE.finditer(source):
        name = (found["name"] or "").lower()
        if found["text"]:
            yield "text", html.unescape(found["text"])
        elif name == "br" and not found["end"]:
            yield "void", "br"
        elif name in SIMPLE:
            yield ("end" if found["end"] else "start"), name
        elif name == "a" and found["end"]:
            if links and links.pop():
                yield "end", "a"
        elif name == "a":
            href = HREF.search(found["rest"])
            address = html.unescape(href[1].strip("\"'")) if href else ""
            links.append(address.startswith(("http://", "https://")))
            if links[-1]:
                yield "start", f'a href="{html.escape(address)}"'


def render(source, letters=None):
    out, stack = [], []
    for kind, what in pieces(source):
        if kind == "text":
            if letters is not None and len(what) > letters:
                out.append(html.escape(what[:letters]) + "…")
                break
            letters = None if letters is None else letters - len(what)
            out.append(html.escape(what))
        elif kind == "end":
            if what in stack:
                while (top := stack.pop()) != what:
                    out.append(f"</{top}>")
                out.append(f"</{what}>")
        else:
            out.append(f"<{what}>")
            if kind == "start":
                stack.append(what.split()[0])
    return "".join(out + [f"</{name}>" for name in reversed(stack)])


def description(source):
    return render(source)


def teaser(source, letters):
    return render(source, letters)
