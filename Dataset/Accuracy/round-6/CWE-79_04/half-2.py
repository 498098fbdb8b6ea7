import re
import secrets
from html import escape

CODE = re.compile(r"`((?=\S)[^`\n]+(?<=\S))`")
LINK = re.compile(r"(!?)\[((?=\S)[^\[\]\n]+(?<=\S))\]\(((?:https?://|/)[^\s()\[\]\0]*)\)")
STRONG = re.compile(r"\*((?=\S)[^*\n]+(?<=\S))\*")


def _inline(text):
    # Finished tags are kept aside, so that no later mark touches them.
    nonce = secrets.token_hex(8)
    kept = []

    def keep(markup):
        kept.append(markup)
        return f"\0{nonce}.{len(kept) - 1}\0"

    def link(m):
        bang, label, address = m.groups()
        if bang:
            return keep(f'<img src="{address}" alt="{label}">')
        return keep(f'<a href="{address}">{label}</a>')

    text = escape(text, quote=True)
    text = CODE.sub(lambda m: keep(f"<code>{m[1]}</code>"), text)
    n = 1
    while n:  # from the inside out: a picture may be the text of a link
        text, n = LINK.subn(link, text)
    text = STRONG.sub(r"<strong>\1</strong>", text)
    n = 1
    while n:
        text, n = re.subn(f"\0{nonce}\\.(\\d+)\0", lambda m: kept[int(m[1])], text)
    return text


def _blocks(text):
    return [b for b in re.split(r"\n\n+", text.strip("\n")) if b]


def _is_heading(block):
    return block.startswith("= ") and "\n" not in block


def tip_html(text):
    out, number = [], 0
    for block in _blocks(text):
        lines = block.split("\n")
        if _is_heading(block):
            number += 1
            out.append(f'<h2 id="part-{number}">{escape(block[2:])}</h2>')
        elif all(line.startswith("+ ") for line in lines):
            out.append("<ol>" + "".join(f"<li>{_inline(l[2:])}</li>" for l in lines) + "</ol>")
        else:
            out.append(f"<p>{_inline(block)}</p>")
    return "\n".join(out)


def tip_contents(text):
    heads = [b[2:] for b in _blocks(text) if _is_heading(b)]
    items = [f'<li><a href="#part-{n}">{escape(h)}</a></li>' for n, h in enumerate(heads, 1)]
    return "<ul>" + "".join(items) + "</ul>"
