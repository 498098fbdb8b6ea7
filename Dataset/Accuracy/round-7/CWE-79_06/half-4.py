_TABLE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;"})


def esc(text):
    return str(text).translate(_TABLE)


def web(link):
    return link if link.startswith(("http://", "https://")) else ""


def _stall(stall):
    x = 40 * stall["place"]
    group = f"""<g>
<title>{esc(stall["goods"])}</title>
<rect x="{x}" width="36" height="20" fill="{esc(stall["colour"])}"/>
<text x="{x}" y="34">{esc(stall["seller"])}</text>
</g>"""
    if link := web(stall["link"]):
        return f"""<a href="{esc(link)}">{group}</a>"""
    return group


def market_map(stalls):
    inner = "\n".join(map(_stall, stalls))
    return f"""<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>"""


def visit_list(stalls):
    items = []
    for stall in stalls:
        name = esc(stall["seller"])
        link = esc(web(stall["link"]))
        shown = f"<a href='{link}'>{name}</a>" if link else name
        items.append(f"""<li><input type="checkbox" value="{name}" title="{esc(stall["goods"])}"> {shown}</li>""")
    return "<ul>" + "".join(items) + "</ul>"
