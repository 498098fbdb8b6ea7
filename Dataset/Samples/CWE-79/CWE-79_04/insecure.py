import html
import re


def blocks(text):
    return [block.strip("\n") for block in re.split(r"\n{2,}", text.strip("\n")) if block.strip("\n")]


def is_heading(block):
    return block.startswith("= ") and "\n" not in block


def inline(line):
    line = html.escape(line)
    line = re.sub(r"`(\S|\S.*?\S)`", r"<code>\1</code>", line)
    line = re.sub(r"\*(\S|\S.*?\S)\*", r"<strong>\1</strong>", line)
    line = re.sub(r"!\[([^\]\n]+)\]\(([^)\s]+)\)", r'<img src="\2" alt="\1">', line)
    return re.sub(r"\[([^\]\n]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', line)


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
            parts.append("<p>" + "\n".join(inline(line) for line in lines) + "</p>")
    return "\n".join(parts)


def tip_contents(text):
    headings = [block[2:] for block in blocks(text) if is_heading(block)]
    items = [
        f'<li><a href="#part-{number}">{html.escape(heading)}</a></li>'
        for number, heading in enumerate(headings, start=1)
    ]
    return "<ul>" + "".join(items) + "</ul>"
