import xml.etree.ElementTree as ET


def render_reviews(campsite, reviews):
    section = ET.Element("section", title=campsite)
    ET.SubElement(section, "h2").text = campsite
    listing = ET.SubElement(section, "ul")
    for review in reviews:
        item = ET.SubElement(listing, "li", {"data-author": review["author"]})
        for tag, content in (("b", review["author"]), ("i", f"{review['stars']:d}/5"), ("p", review["text"])):
            child = ET.SubElement(item, tag)
            child.text, child.tail = content, " " if tag != "p" else None
    return ET.tostring(section, encoding="unicode", method="xml", short_empty_elements=False)
