import re
from html import escape

NS = "http://www.w3.org/2000/svg"
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})|[a-zA-Z]+|(?:rgb|hsl)a?\([0-9., %]+\)")


def colour_of(stall):
    """The colour, or black where somebody sent something else."""
    colour = stall["colour"].strip()
    return colour if COLOUR.match(colour) else "black"


def linked(link, inner):
    if link.startswith("http://") or link.startswith("https://"):
        return f'<a href="{escape(link)}">{inner}</a>'
    return inner


def market_map(stalls):
    groups = []
    for stall in stalls:
        x = int(stall["place"]) * 40
        groups.append(linked(
            stall["link"],
            f'<g><title>{escape(stall["goods"])}</title>'
            f'<rect x="{x}" width="36" height="20" fill="{colour_of(stall)}"/>'
            f'<text x="{x}" y="32">{escape(stall["seller"])}</text></g>',
        ))
    return f'<svg xmlns="{NS}">{"".join(groups)}</svg>'


def visit_list(stalls):
    items = []
    for stall in stalls:
        seller, goods = escape(stall["seller"]), escape(stall["goods"])
        items.append(f'<li><input type="checkbox" value="{seller}" title="{goods}">'
                     f'{linked(stall["link"], seller)}</li>')
    return f'<ul>{"".join(items)}</ul>'
