import xml.etree.ElementTree as ET


def add(parent, tag, text, **attributes):
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def render_reviews(campsite, reviews):
    section = ET.Element("section", {"title": campsite})
    add(section, "h2", campsite)
    listing = ET.SubElement(section, "ul")
    for review in reviews:
        item = ET.SubElement(listing, "li", {"data-author": review["author"]})
        add(item, "b", review["author"])
        add(item, "i", f"{review['stars']}/5")
        add(item, "p", review["text"])
    return ET.tostring(section, encoding="unicode", method="html")
