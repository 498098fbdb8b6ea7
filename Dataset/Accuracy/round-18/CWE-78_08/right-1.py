import os
import sqlite3
import subprocess
from contextlib import closing


class Pattern:
    """A shell's pattern as a list of steps, which is run as an automaton."""

    def __init__(self, text):
        self.steps = []
        at = 0
        while at < len(text):
            sign = text[at]
            at += 1
            if sign == "*":
                self.steps.append(None)
            elif sign == "?":
                self.steps.append(lambda char: True)
            elif sign == "[" and (end := self._end(text, at)) > 0:
                self.steps.append(self._set(text[at:end]))
                at = end + 1
            else:
                self.steps.append(sign.__eq__)

    @staticmethod
    def _end(text, at):
        if text[at:at + 1] in ("!", "^"):
            at += 1
        return text.find("]", at + 1)

    @staticmethod
    def _set(inner):
        wanted = True
        if inner[0] in "!^":
            wanted, inner = False, inner[1:]
        spans = []
        while inner:
            if len(inner) > 2 and inner[1] == "-":
                spans.append((inner[0], inner[2]))
                inner = inner[3:]
            else:
                spans.append((inner[0], inner[0]))
                inner = inner[1:]
        return lambda char: any(a <= char <= b for a, b in spans) == wanted

    def _spread(self, states):
        reached = set()
        for state in states:
            reached.add(state)
            while state < len(self.steps) and self.steps[state] is None:
                state += 1
                reached.add(state)
        return reached

    def fits(self, name):
        states = self._spread({0})
        for char in name:
            following = set()
            for state in states:
                if state < len(self.steps):
                    step = self.steps[state]
                    if step is None:
                        following.add(state)
                    elif step(char):
                        following.add(state + 1)
            states = self._spread(following)
        return len(self.steps) in states


def plain(*texts):
    for text in texts:
        if "\0" in text:
            raise ValueError("NUL in a search")
        os.fsencode(text)       # a UnicodeError is a ValueError


class Plates:
    def __init__(self, folder, searches):
        self.folder, self.searches = folder, searches

    def sheet(self, pattern, title, out):
        plain(pattern, title)
        pattern = Pattern(pattern)
        with os.scandir(self.folder) as entries:
            names = sorted(e.name for e in entries if pattern.fits(e.name)
                           and e.is_file(follow_symlinks=False))
        if names:
            arguments = ["contactsheet", "--title", title, "--out", out]
            arguments += map((self.folder + "/").__add__, names)
            with subprocess.Popen(arguments, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
                pass
        return len(names)

    def _store(self):
        store = sqlite3.connect(self.searches, isolation_level=None)
        store.execute("CREATE TABLE IF NOT EXISTS kept"
                      " (number INTEGER PRIMARY KEY AUTOINCREMENT, pattern BLOB, title BLOB)")
        return closing(store)

    def keep(self, pattern, title):
        plain(pattern, title)
        with self._store() as store:
            store.execute("INSERT INTO kept (pattern, title) VALUES (?, ?)",
                          (os.fsencode(pattern), os.fsencode(title)))

    def remake(self, out):
        with self._store() as store:
            kept = store.execute("SELECT pattern, title FROM kept ORDER BY number").fetchall()
        return [self.sheet(os.fsdecode(pattern), os.fsdecode(title), os.path.join(out, f"{n}.pdf"))
                for n, (pattern, title) in enumerate(kept, start=1)]
