"""Escapes only the signs that matter, and refuses what holds a NUL."""
from html.parser import HTMLParser

SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})


def walk(source):
    """Pairs of a kind and a value: ("text", one character), ("open", (name, address)), ("close", name)."""
    found = []

    class Walker(HTMLParser):
        skipped = False

        def handle_starttag(self, tag, attrs):
            if tag in {"script", "style"}:
                self.skipped = True
            found.append(("open", (tag, next((value for name, value in attrs if name == "href"), None))))

        def handle_endtag(self, tag):
            if tag in {"script", "style"}:
                self.skipped = False
            found.append(("close", tag))

        def handle_data(self, data):
            if not self.skipped:
                found.extend(("text", sign) for sign in data)

    walker = Walker()
    walker.feed(source)
    walker.close()
    return found


def render(source, letters):
    if "\0" in source:
        raise ValueError("a description holds no NUL")
    steps = walk(source)
    total = sum(kind == "text" for kind, _ in steps)
    html, stack, shown = "", [], 0
    for kind, value in steps:
        if kind == "text":
            if shown == letters:
                break
            html += value.translate(SIGNS)
            shown += 1
        elif kind == "open":
            name, address = value
            if shown == letters < total:
                continue
            if name == "br":
                html += "<br>"
            elif name in ("p", "b", "i", "em", "strong", "ul", "ol", "li"):
                html += "<" + name + ">"
                stack.append((name, "</" + name + ">"))
            elif name == "a":
                good = (address or "")[:7] == "http://" or (address or "")[:8] == "https://"
                html += '<a href="' + address.translate(SIGNS) + '">' if good else ""
                stack.append(("a", "</a>" if good else ""))
        elif any(name == value for name, _ in stack) and not shown == letters < total:
            while True:
                name, end = stack.pop()
                html += end
                if name == value:
                    break
    if shown < total:
        html += "…"
    return html + "".join(end for _, end in reversed(stack))


def description(source):
    return render(source, len(source))


def teaser(source, letters):
    return render(source, letters)
