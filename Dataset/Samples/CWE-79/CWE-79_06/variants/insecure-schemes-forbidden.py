from html import escape


def linked(link, content):
    if not link or link.strip().lower().startswith(("javascript:", "vbscript:", "data:")):
        return content
    return f'<a href="{escape(link)}">{content}</a>'


def market_map(stalls):
    parts = ['<svg xmlns="http://www.w3.org/2000/svg">']
    for stall in stalls:
        x = 40 * stall["place"]
        group = (
            f"<g><title>{escape(stall['goods'])}</title>"
            f'<rect x="{x}" width="36" height="20" fill="{escape(stall["colour"])}"/>'
            f'<text x="{x}">{escape(stall["seller"])}</text></g>'
        )
        parts.append(linked(stall["link"], group))
    return "".join([*parts, "</svg>"])


def visit_list(stalls):
    parts = ["<ul>"]
    for stall in stalls:
        seller, goods = escape(stall["seller"]), escape(stall["goods"])
        box = f'<input type="checkbox" value="{seller}" title="{goods}">'
        parts.append(f"<li>{box} {linked(stall['link'], seller)}</li>")
    return "".join([*parts, "</ul>"])
