import re
import unicodedata
from html import escape

MARK = re.compile(
    r"`(?P<code>(?=\S)[^`\n]+(?<=\S))`"
    r"|\*(?P<strong>(?=\S)[^*\n]+(?<=\S))\*"
    r"|(?P<bang>!?)\[(?P<text>(?=\S)[^\[\]\n]+(?<=\S))\]"
    r"\((?P<addr>(?:https?://|/)[^\s()\[\]]*)\)"
)


def _inline(text):
    out, at = [], 0
    for m in MARK.finditer(text):
        out.append(escape(text[at:m.start()]))
        at = m.end()
        if m["code"] is not None:
            out.append(f"<code>{escape(m['code'])}</code>")
        elif m["strong"] is not None:
            out.append(f"<strong>{escape(m['strong'])}</strong>")
        elif m["bang"]:
            out.append(f'<img src="{escape(m["addr"])}" alt="{escape(m["text"])}">')
        else:
            out.append(f'<a href="{escape(m["addr"])}">{escape(m["text"])}</a>')
    out.append(escape(text[at:]))
    return "".join(out)


def _slug(title, taken):
    base = unicodedata.normalize("NFKC", title).casefold()
    base = "-".join(base.split()) or "section"
    slug, n = base, 2
    while slug in taken:
        slug, n = f"{base}-{n}", n + 1
    taken.add(slug)
    return slug


def _blocks(text):
    taken = set()
    for block in re.split(r"\n{2,}", text.strip("\n")):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            title = escape(block[2:])
            yield "h2", (_slug(title, taken), title)
        elif all(line.startswith("+ ") for line in lines):
            yield "ol", [_inline(line[2:]) for line in lines]
        elif block:
            yield "p", _inline(block)


def tip_html(text):
    out = []
    for kind, value in _blocks(text):
        if kind == "h2":
            out.append('<h2 id="%s">%s</h2>' % value)
        elif kind == "ol":
            out.append("<ol>%s</ol>" % "".join(f"<li>{v}</li>" for v in value))
        else:
            out.append(f"<p>{value}</p>")
    return "\n".join(out)


def tip_contents(text):
    items = ('<li><a href="#%s">%s</a></li>' % v for k, v in _blocks(text) if k == "h2")
    return "<ul>%s</ul>" % "".join(items)
