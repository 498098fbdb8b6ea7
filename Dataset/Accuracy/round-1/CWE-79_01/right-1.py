import xml.etree.ElementTree as ET


class Block(ET.TreeBuilder):
    def leaf(self, tag, text, tail=""):
        self.start(tag, {})
        self.data(text)
        self.end(tag)
        self.data(tail)


def render_reviews(campsite, reviews):
    block = Block()
    block.start("section", {"title": campsite})
    block.leaf("h2", campsite)
    block.start("ul", {})
    for review in reviews:
        block.start("li", {"data-author": review["author"]})
        block.leaf("b", review["author"], " ")
        block.leaf("i", f"{review['stars']}/5", " ")
        block.leaf("p", review["text"])
        block.end("li")
    block.end("ul")
    block.end("section")
    return ET.tostring(block.close(), encoding="unicode", method="xml", short_empty_elements=False)
