import re
import xml.etree.ElementTree as ET
from contextlib import contextmanager
from dataclasses import dataclass, field

_MARK = re.compile(
    r"""
    `      (?P<code>   (?=\S) [^`\n]+ (?<=\S) ) `
  | \*     (?P<strong> (?=\S) [^*\n]+ (?<=\S) ) \*
  | (?P<bang>!?) \[ (?P<text> (?=\S) [^\[\]\n]+ (?<=\S) ) \]
    \( (?P<address> (?: https?:// | / ) [^\s()\[\]]* ) \)
    """,
    re.X,
)


@dataclass
class _Page:
    """Builds a tree; the serialiser does all of the quoting."""

    builder: ET.TreeBuilder = field(default_factory=ET.TreeBuilder)
    headings: list = field(default_factory=list)

    @contextmanager
    def element(self, tag, **attributes):
        self.builder.start(tag, attributes)
        yield
        self.builder.end(tag)

    def inline(self, text):
        at = 0
        for m in _MARK.finditer(text):
            self.builder.data(text[at:m.start()])
            at = m.end()
            if m["bang"]:
                with self.element("img", src=m["address"], alt=m["text"]):
                    continue
            if m["address"]:
                tag, attributes, shown = "a", {"href": m["address"]}, m["text"]
            else:
                tag, attributes, shown = m.lastgroup, {}, m[m.lastgroup]
            with self.element(tag, **attributes):
                self.builder.data(shown)
        self.builder.data(text[at:])

    def block(self, block):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            self.headings.append((f"h-{len(self.headings) + 1}", block[2:]))
            with self.element("h2", id=self.headings[-1][0]):
                self.builder.data(block[2:])
        elif all(line.startswith("+ ") for line in lines):
            with self.element("ol"):
                for line in lines:
                    with self.element("li"):
                        self.inline(line[2:])
        else:
            with self.element("p"):
                self.inline(block)


def _serialise(element):
    return ET.tostring(element, encoding="unicode", method="html")


def _read(text):
    page = _Page()
    with page.element("div"):
        for block in re.split(r"\n{2,}", text):
            if block := block.strip("\n"):
                page.block(block)
    return page.builder.close(), page.headings


def tip_html(text):
    root, _ = _read(text)
    return "".join(map(_serialise, root))


def tip_contents(text):
    _, headings = _read(text)
    root = ET.Element("ul")
    for ident, title in headings:
        ET.SubElement(ET.SubElement(root, "li"), "a", href="#" + ident).text = title
    return _serialise(root)
