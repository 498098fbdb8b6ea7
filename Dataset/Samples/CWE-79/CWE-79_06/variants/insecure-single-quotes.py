from xml.sax.saxutils import escape, quoteattr


def linked(link, content):
    if not link.startswith(("http://", "https://")):
        return content
    return f"<a href={quoteattr(link)}>{content}</a>"


def market_map(stalls):
    parts = ['<svg xmlns="http://www.w3.org/2000/svg">']
    for stall in stalls:
        place = f"x='{40 * stall['place']}'"
        group = (
            f"<g><title>{escape(stall['goods'])}</title>"
            f"<rect {place} width='36' height='20' fill='{escape(stall['colour'])}'/>"
            f"<text {place}>{escape(stall['seller'])}</text></g>"
        )
        parts.append(linked(stall["link"], group))
    return "".join([*parts, "</svg>"])


def visit_list(stalls):
    parts = ["<ul>"]
    for stall in stalls:
        seller = quoteattr(stall["seller"])
        parts.append(f'<li><input type="checkbox" value={seller} title={quoteattr(stall["goods"])}> ')
        parts.append(linked(stall["link"], escape(stall["seller"])) + "</li>")
    return "".join([*parts, "</ul>"])
