from dataclasses import dataclass
from html import escape
from itertools import groupby


@dataclass(frozen=True)
class Tag:
    name: str
    text: str | None = None
    attributes: tuple = ()

    def __str__(self):
        attributes = "".join(f' {key}="{escape(value)}"' for key, value in self.attributes)
        start = f"<{self.name}{attributes}>"
        return start if self.text is None else f"{start}{escape(self.text)}</{self.name}>"


class Line:
    """Reads one line from left to right; yields text and Tags."""

    def __init__(self, line):
        self.line = line
        self.at = 0

    def enclosed(self, start, opening, closing):
        if not self.line.startswith(opening, start):
            return None
        begin = start + len(opening)
        end = self.line.find(closing, begin)
        text = self.line[begin:end] if end >= 0 else ""
        if text == "" or text != text.strip():
            return None
        return text, end + len(closing)

    def tag(self):
        for sign, name in (("*", "strong"), ("`", "code")):
            if found := self.enclosed(self.at, sign, sign):
                return Tag(name, found[0]), found[1]
        for sign, image in (("![", True), ("[", False)):
            if not (found := self.enclosed(self.at, sign, "]")) or "[" in found[0]:
                continue
            if not (target := self.enclosed(found[1], "(", ")")):
                continue
            text, (address, end) = found[0], target
            if any(c.isspace() or c in "[]()" for c in address):
                continue
            if address.startswith(("http://", "https://", "/")):
                if image:
                    return Tag("img", None, (("src", address), ("alt", text))), end
                return Tag("a", text, (("href", address),)), end
        return None

    def __iter__(self):
        while self.at < len(self.line):
            match self.tag():
                case None:
                    yield escape(self.line[self.at])
                    self.at += 1
                case (tag, end):
                    yield str(tag)
                    self.at = end


def _inline(line):
    return "".join(Line(line))


def _blocks(text):
    for filled, lines in groupby(text.split("\n"), key=bool):
        if filled:
            yield list(lines)


def _headings(blocks):
    return [b[0][2:] for b in blocks if len(b) == 1 and b[0].startswith("= ")]


def tip_html(text):
    names = iter(range(1, len(text) + 2))
    out = []
    for block in _blocks(text):
        if _headings([block]):
            out.append(str(Tag("h2", block[0][2:], (("id", f"sec{next(names)}"),))))
        elif all(line[:2] == "+ " for line in block):
            out.append("<ol>" + "".join("<li>" + _inline(x[2:]) + "</li>" for x in block) + "</ol>")
        else:
            out.append("<p>" + "\n".join(map(_inline, block)) + "</p>")
    return "".join(out)


def tip_contents(text):
    items = (Tag("a", title, (("href", f"#sec{n}"),))
             for n, title in enumerate(_headings(_blocks(text)), start=1))
    return "<ul>%s</ul>" % "".join(f"<li>{item}</li>" for item in items)
