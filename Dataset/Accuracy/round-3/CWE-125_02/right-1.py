import re


class _Ring:
    def __init__(self, first, previous=None):
        self.text = first
        self.previous = previous or self
        self.following = self


class AudioGuide:
    """The stops are linked nodes; the notes are never linked to anything."""

    _number = re.compile(r"0*([1-9][0-9]{0,17})", re.ASCII)

    def __init__(self, texts, stops):
        if stops < 1 or stops > len(texts):
            raise ValueError("stops")
        self._nodes = {}
        last = None
        for number in range(1, stops + 1):
            node = _Ring(texts[number - 1], last)
            if last is not None:
                last.following = node
            self._nodes[number] = last = node
        last.following = self._nodes[1]
        self._here = self._nodes[1]

    def select(self, typed):
        match = self._number.fullmatch(typed.strip())
        node = self._nodes.get(int(match[1])) if match else None
        if node is None:
            return "Please choose another number."
        self._here = node
        return node.text

    def forward(self):
        self._here = self._here.following
        return self._here.text

    def back(self):
        self._here = self._here.previous
        return self._here.text
