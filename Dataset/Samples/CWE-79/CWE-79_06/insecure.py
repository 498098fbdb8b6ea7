from xml.sax.saxutils import escape


def market_map(stalls):
    parts = ['<svg xmlns="http://www.w3.org/2000/svg">']
    for stall in stalls:
        x = 40 * stall["place"]
        group = (
            f"<g><title>{escape(stall['goods'])}</title>"
            f'<rect x="{x}" width="36" height="20" fill="{escape(stall["colour"])}"/>'
            f'<text x="{x}">{escape(stall["seller"])}</text></g>'
        )
        if stall["link"]:
            group = f'<a href="{escape(stall["link"])}">{group}</a>'
        parts.append(group)
    parts.append("</svg>")
    return "".join(parts)


def visit_list(stalls):
    parts = ["<ul>"]
    for stall in stalls:
        seller = escape(stall["seller"])
        goods = escape(stall["goods"]).replace('"', "&quot;")
        value = seller.replace('"', "&quot;")
        name = f'<a href="{escape(stall["link"])}">{seller}</a>' if stall["link"] else seller
        parts.append(f'<li><input type="checkbox" value="{value}" title="{goods}"> {name}</li>')
    parts.append("</ul>")
    return "".join(parts)
