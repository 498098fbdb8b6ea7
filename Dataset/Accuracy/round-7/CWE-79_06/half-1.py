from xml.sax.saxutils import escape, quoteattr

RECT = '<rect x="%d" y="0" width="36" height="20" fill=[colour] /><text x="%d" y="34">[seller]</text>'
ITEM = '<input type="checkbox" value=[value] title=[title]>'


def _attribute(text):
    return quoteattr(text, {"'": "&#39;"}) if '"' not in text else '"' + escape(text, {'"': "&quot;"}) + '"'


def _fill(template, **texts):
    for name, text in texts.items():
        template = template.replace(f"[{name}]", text)
    return template


def _is_web(link):
    return link.startswith(("http://", "https://"))


def market_map(stalls):
    parts = ['<svg xmlns="http://www.w3.org/2000/svg">']
    for stall in stalls:
        x = 40 * stall["place"]
        group = "<g><title>[goods]</title>" + RECT % (x, x) + "</g>"
        if _is_web(stall["link"]):
            group = "<a href=[link]>" + group + "</a>"
        parts.append(_fill(
            group,
            link=_attribute(stall["link"]),
            colour=_attribute(stall["colour"]),
            goods=escape(stall["goods"]),
            seller=escape(stall["seller"]),
        ))
    parts.append("</svg>")
    return "".join(parts)


def visit_list(stalls):
    parts = ["<ul>"]
    for stall in stalls:
        item = "<li>" + ITEM
        item += " <a href=[link]>[seller]</a></li>" if _is_web(stall["link"]) else " [seller]</li>"
        parts.append(_fill(
            item,
            link=_attribute(stall["link"]),
            value=_attribute(stall["seller"]),
            title=_attribute(stall["goods"]),
            seller=escape(stall["seller"]),
        ))
    parts.append("</ul>")
    return "".join(parts)
