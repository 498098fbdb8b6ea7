from html import escape


def linked(link, content):
    if not link.startswith(("http://", "https://")):
        return content
    return f'<a href="{escape(link)}">{content}</a>'


def character_data(text):
    """The text in CDATA sections; what would end the first is split between two."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def market_map(stalls):
    parts = ['<svg xmlns="http://www.w3.org/2000/svg">']
    for stall in stalls:
        x = 40 * stall["place"]
        colour = escape(stall["colour"]) if stall["colour"].lstrip("#").isalnum() else "gray"
        group = (
            f"<g><title>{character_data(stall['goods'])}</title>"
            f'<rect x="{x}" width="36" height="20" fill="{colour}"/>'
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
