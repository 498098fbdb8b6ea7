from html import escape
from xml.etree import ElementTree


def market_map(stalls):
    root = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg")
    for stall in stalls:
        parent = root
        if stall["link"].startswith(("http://", "https://")):
            parent = ElementTree.SubElement(root, "a", href=stall["link"])
        group = ElementTree.SubElement(parent, "g")
        x = str(40 * stall["place"])
        ElementTree.SubElement(group, "title").text = stall["goods"]
        ElementTree.SubElement(group, "rect", x=x, width="36", height="20", fill=stall["colour"])
        ElementTree.SubElement(group, "text", x=x).text = stall["seller"]
    return ElementTree.tostring(root, encoding="unicode")


def visit_list(stalls):
    items = ""
    for stall in stalls:
        seller, goods = escape(stall["seller"]), escape(stall["goods"])
        name = f'<a href="{escape(stall["link"])}">{seller}</a>' if stall["link"] else seller
        items += f'<li><input type="checkbox" value="{seller}" title="{goods}"> {name}</li>'
    return f"<ul>{items}</ul>"
