"""dives: a small cursor language over immutable logs."""
import io
from itertools import islice


class _Log(tuple):
    """The raw dives of one member; nothing else of the file is kept with them."""

    def show(self, numbers):
        for number in numbers:
            if 0 < number <= len(self):
                yield f"{number} {self.text(number)}\n"

    def text(self, number):
        return str(self[number - 1].rstrip(b"\x00"), "utf-8")

    def do_from(self, n, count):
        return self.show(islice(range(n, len(self) + 1), min(count, len(self))))

    def do_before(self, n, count):
        return self.show(range(max(1, n - count), n))

    def do_last(self, count):
        return self.do_before(len(self) + 1, count)

    def do_find(self, n, text):
        hits = (k for k in range(n, len(self) + 1) if text in self.text(k))
        return self.show(islice(hits, 1))


class Logs:
    FORMS = {"FROM": "nc", "BEFORE": "nc", "LAST": "c", "FIND": "nt"}

    def __init__(self, path):
        with io.FileIO(path) as raw:
            view = memoryview(raw.readall())
        if bytes(view[:4]) != b"DIVE":
            raise ValueError("no dives")

        def number(at, width):
            return int.from_bytes(view[at:at + width], "little")

        size = number(6, 2)
        self.logs = {}
        for k in range(number(4, 2)):
            at = 8 + 20 * k
            name = bytes(view[at:at + 12]).rstrip(b"\0").decode()
            first, many = number(at + 12, 4), number(at + 16, 4)
            dives = _Log(bytes(view[p:p + size])
                         for p in range(first, first + many * size, size)) if size else _Log()
            self.logs.setdefault(name, dives)

    def answer(self, member, line):
        log = self.logs[member]
        verb, *words = line.split(" ", 1)
        form = self.FORMS.get(verb)
        if form is None or not words:
            raise ValueError("no such command")
        words = words[0].split(" ", len(form) - 1)
        if len(words) != len(form):
            raise ValueError("words are missing")
        args = []
        for kind, word in zip(form, words):
            if kind != "t":
                if not (word.isascii() and word.isdigit()):
                    raise ValueError("no number")
                word = int(word)
                if word < 1 or kind == "n" and word > len(log) + 1:
                    raise ValueError("no such number")
            args.append(word)
        return "".join(getattr(log, "do_" + verb.lower())(*args))
