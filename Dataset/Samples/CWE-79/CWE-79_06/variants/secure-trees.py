from urllib.parse import urlsplit
from xml.etree import ElementTree


def add(parent, tag, text=None, **attributes):
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def home(parent, stall):
    """Where a stall belongs: into a link of its own, if it has one that may be shown."""
    link = stall["link"]
    try:
        is_website = urlsplit(link).scheme in ("http", "https") and link.split(":")[1].startswith("//")
    except ValueError:
        is_website = False
    return add(parent, "a", href=link) if is_website and link.lower().startswith("http") else parent


def market_map(stalls):
    root = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
    for stall in stalls:
        group = add(home(root, stall), "g")
        x = str(stall["place"] * 40)
        add(group, "title", stall["goods"])
        add(group, "rect", x=x, width="36", height="20", fill=stall["colour"])
        add(group, "text", stall["seller"], x=x)
    return ElementTree.tostring(root, "unicode")


def visit_list(stalls):
    root = ElementTree.Element("ul")
    for stall in stalls:
        item = add(root, "li")
        add(item, "input", type="checkbox", value=stall["seller"], title=stall["goods"])
        place = home(item, stall)
        if place is item:
            item[0].tail = stall["seller"]
        else:
            place.text = stall["seller"]
    return ElementTree.tostring(root, "unicode", method="html")
