import re
from html import escape

TEXT = r"([^\s{0}](?:[^{0}\n]*[^\s{0}])?)"
ADDRESS = r"\(((?:https?://|/)[^\s\[\]()]*)\)"
IMAGE = re.compile(r"!\[" + TEXT.format(r"\[\]") + r"\]" + ADDRESS)
LINK = re.compile(r"(?<!!)\[" + TEXT.format(r"\[\]") + r"\]" + ADDRESS)
CODE = re.compile("`" + TEXT.format("`") + "`")
STRONG = re.compile(r"\*" + TEXT.format("*") + r"\*")


def _inline(text):
    tags = []

    def keep(tag):
        # finished tags are set aside, so that later marks cannot reach into them
        tags.append(tag)
        return f"\x00{len(tags) - 1}\x00"

    text = escape(text)
    text = IMAGE.sub(lambda m: keep(f'<img src="{m[2]}" alt="{m[1]}">'), text)
    text = LINK.sub(lambda m: keep(f'<a href="{m[2]}">') + m[1] + keep("</a>"), text)
    text = CODE.sub(lambda m: keep("<code>") + m[1] + keep("</code>"), text)
    text = STRONG.sub(lambda m: keep("<strong>") + m[1] + keep("</strong>"), text)
    for number, tag in enumerate(tags):
        text = text.replace(f"\x00{number}\x00", tag)
    return text


def _render(text):
    html, contents = [], []
    for block in re.split(r"\n{2,}", text.strip("\n")):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            title, name = escape(block[2:]), f"s{len(contents) + 1}"
            html.append(f'<h2 id="{name}">{title}</h2>')
            contents.append(f'<li><a href="#{name}">{title}</a></li>')
        elif all(line.startswith("+ ") for line in lines):
            html.append("<ol>" + "".join(f"<li>{_inline(x[2:])}</li>" for x in lines) + "</ol>")
        elif block:
            html.append(f"<p>{_inline(block)}</p>")
    return "\n".join(html), "<ul>" + "".join(contents) + "</ul>"


def tip_html(text):
    return _render(text)[0]


def tip_contents(text):
    return _render(text)[1]
