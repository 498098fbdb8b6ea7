import html
import re

MARK = re.compile(
    r"\*(?P<strong>\S|\S.*?\S)\*"
    r"|`(?P<code>\S|\S.*?\S)`"
    r"|(?P<picture>!?)\[(?P<label>[^\]\s]|[^\]\s][^\]\n]*?[^\]\s])\]\((?P<address>[^()\[\]\s]+)\)"
)


def blocks(text):
    return [block for block in re.split(r"\n{2,}", text.strip("\n")) if block]


def is_heading(block):
    return block.startswith("= ") and "\n" not in block


def inline(text):
    """Marks are found in the text as it was typed; each piece is escaped once, where it ends up."""
    parts = []
    end = 0
    for mark in MARK.finditer(text):
        parts.append(html.escape(text[end:mark.start()]))
        end = mark.end()
        if mark["strong"]:
            parts.append(f"<strong>{html.escape(mark['strong'])}</strong>")
        elif mark["code"]:
            parts.append(f"<code>{html.escape(mark['code'])}</code>")
        elif mark["address"].startswith(("http://", "https://", "/")):
            label, address = html.escape(mark["label"]), html.escape(mark["address"])
            picture, link = f'<img src="{address}" alt="{label}">', f'<a href="{address}">{label}</a>'
            parts.append(picture if mark["picture"] else link)
        else:
            parts.append(html.escape(mark["label"]))
    parts.append(html.escape(text[end:]))
    return "".join(parts)


def tip_html(text):
    parts = []
    headings = 0
    for block in blocks(text):
        lines = block.split("\n")
        if is_heading(block):
            headings += 1
            parts.append(f'<h2 id="part-{headings}">{html.escape(block[2:])}</h2>')
        elif all(line.startswith("+ ") for line in lines):
            parts.append("<ol>" + "".join(f"<li>{inline(line[2:])}</li>" for line in lines) + "</ol>")
        else:
            parts.append(f"<p>{inline(block)}</p>")
    return "\n".join(parts)


def tip_contents(text):
    headings = [block[2:] for block in blocks(text) if is_heading(block)]
    items = [
        f'<li><a href="#part-{number}">{html.escape(heading)}</a></li>'
        for number, heading in enumerate(headings, start=1)
    ]
    return "<ul>" + "".join(items) + "</ul>"
