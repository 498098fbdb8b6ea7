"""A stream of events goes through generators: parse -> prune -> close -> write."""
from collections import deque
from html.parser import HTMLParser
from typing import NamedTuple

TEXT_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
HREF_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "`": "&#96;"})
MARKUP = frozenset(("p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"))


class Start(NamedTuple):
    name: str
    href: str

    def __str__(self):
        more = f' href="{self.href.translate(HREF_SIGNS)}"' if self.name == "a" else ""
        return f"<{self.name}{more}>"


class End(NamedTuple):
    name: str

    def __str__(self):
        return f"</{self.name}>"


class Text(NamedTuple):
    said: str

    def __str__(self):
        return self.said.translate(TEXT_SIGNS)


class Events(HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.queue = deque()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        href = next((value for key, value in attrs if key == "href"), None)
        self.queue.append(Start(tag, href or ""))

    def handle_endtag(self, tag):
        self.queue.append(End(tag))

    def handle_data(self, data):
        self.queue.append(Text(data))


def audible(events):
    """Without scripts and styles."""
    within = None
    for event in events:
        if within:
            if event == End(within):
                within = None
        elif isinstance(event, Start) and event.name in ("script", "style"):
            within = event.name
        else:
            yield event


def balanced(events):
    """Only what may be there, every element ended, in the right order."""
    path = []                       # what ends each of the open elements
    for event in events:
        match event:
            case Text():
                yield event
            case Start(name="br"):
                yield event
            case Start(name="a", href=href) if not href.startswith(("http://", "https://")):
                path.append(("a", None))
            case Start(name=name) if name in MARKUP:
                yield event
                path.append((name, End(name)))
            case End(name=name) if any(name == other for other, _ in path):
                while True:
                    other, end = path.pop()
                    if end:
                        yield end
                    if other == name:
                        break
    yield from (end for _, end in reversed(path) if end)


def shortened(events, letters):
    """Ends when the text has been told; the end tags that are then missing follow."""
    path = []
    for event in events:
        if isinstance(event, Text):
            yield Text(event.said[:letters])
            letters -= len(event.said)
            if letters <= 0:
                break
        else:
            yield event
            if isinstance(event, End):
                path.pop()
            elif event.name != "br":
                path.append(End(event.name))
    yield Text("…")
    yield from reversed(path)


def stream(source):
    return balanced(audible(Events(source).queue))


def description(source):
    return "".join(map(str, stream(source)))


def teaser(source, letters):
    events = list(stream(source))
    if sum(len(event.said) for event in events if isinstance(event, Text)) > letters:
        events = shortened(events, letters)
    return "".join(map(str, events))
