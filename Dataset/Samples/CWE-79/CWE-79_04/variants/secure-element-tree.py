import re
import xml.etree.ElementTree as ET


class Tip:
    """A tip as elements; what makes HTML of them escapes all texts and values."""

    MARKS = re.compile(r"\*(\S|\S.*?\S)\*|`(\S|\S.*?\S)`|(!?)\[([^\]\n]+)\]\(([^\s()\[\]]+)\)")
    #: XML, and ElementTree with it, has no place for control characters.
    UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

    def __init__(self, text):
        self.headings = []
        self.parts = []
        for block in re.split(r"\n{2,}", self.UNFIT.sub("\ufffd", text).strip("\n")):
            if block:
                self.add(block.split("\n"))

    def add(self, lines):
        if len(lines) == 1 and lines[0].startswith("= "):
            heading = ET.Element("h2", id=f"tip-{len(self.headings) + 1}")
            heading.text = lines[0][2:]
            self.headings.append(heading)
            self.parts.append(heading)
        elif all(line.startswith("+ ") for line in lines):
            steps = ET.Element("ol")
            for line in lines:
                self.fill(ET.SubElement(steps, "li"), line[2:])
            self.parts.append(steps)
        else:
            paragraph = ET.Element("p")
            self.fill(paragraph, "\n".join(lines))
            self.parts.append(paragraph)

    def fill(self, parent, text):
        end, last = 0, None
        for match in self.MARKS.finditer(text):
            self.append_text(parent, last, text[end:match.start()])
            end = match.end()
            last = self.mark(parent, *match.groups())
        self.append_text(parent, last, text[end:])

    @staticmethod
    def append_text(parent, last, text):
        if last is None:
            parent.text = (parent.text or "") + text
        else:
            last.tail = (last.tail or "") + text

    @staticmethod
    def mark(parent, strong, code, picture, label, address):
        if strong or code:
            element = ET.SubElement(parent, "strong" if strong else "code")
            element.text = strong or code
        elif not re.match(r"https?://|/", address):
            raise ValueError("an address begins with https://, http:// or /")
        elif picture:
            element = ET.SubElement(parent, "img", src=address, alt=label)
        else:
            element = ET.SubElement(parent, "a", href=address)
            element.text = label
        return element


def serialise(element):
    return ET.tostring(element, encoding="unicode", method="html")


def tip_html(text):
    return "\n".join(map(serialise, Tip(text).parts))


def tip_contents(text):
    contents = ET.Element("ul")
    for heading in Tip(text).headings:
        link = ET.SubElement(ET.SubElement(contents, "li"), "a", href="#" + heading.get("id"))
        link.text = heading.text
    return serialise(contents)
