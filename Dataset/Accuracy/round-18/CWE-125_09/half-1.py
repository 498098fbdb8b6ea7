"""dives: the server's side."""
import re
import struct

_NUMBER = re.compile(r"[0-9]{1,12}")


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._data = file.read()
        if self._data[:4] != b"DIVE":
            raise ValueError("not a file of dives")
        members, self._size = struct.unpack_from("<HH", self._data, 4)
        self._members = {}
        for at in range(8, 8 + 20 * members, 20):
            name, first, total = struct.unpack_from("<12sII", self._data, at)
            self._members[name.rstrip(b"\0").decode("utf-8")] = first, total
        # Terminals repeat their searches with each key that is pressed, so
        # what was found is remembered: place of the log, number, and text.
        self._found = {}

    def _text(self, first, number):
        at = first + (number - 1) * self._size
        return self._data[at:at + self._size].rstrip(b"\0").decode("utf-8")

    def _page(self, first, start, stop):
        return "".join(f"{number} {self._text(first, number)}\n"
                       for number in range(start, stop))

    def _find(self, first, total, number, text):
        key = first, number, text
        if key not in self._found:
            for at in range(number, total + 1):
                if text in self._text(first, at):
                    self._found[key] = at
                    break
            else:
                return ""
        at = self._found[key]
        return self._page(first, at, at + 1)

    @staticmethod
    def _number(word, low, high=None):
        if not _NUMBER.fullmatch(word):
            raise ValueError("not a number")
        number = int(word)
        if number < low or high is not None and number > high:
            raise ValueError("number out of range")
        return number

    def answer(self, member, line):
        first, total = self._members[member]
        verb, _, rest = line.partition(" ")
        if verb == "FIND":
            word, blank, text = rest.partition(" ")
            if not blank:
                raise ValueError("no text")
            return self._find(first, total, self._number(word, 1, total + 1), text)
        words = rest.split(" ")
        if verb == "FROM" and len(words) == 2:
            n = self._number(words[0], 1, total + 1)
            return self._page(first, n, min(n + self._number(words[1], 1), total + 1))
        if verb == "BEFORE" and len(words) == 2:
            n = self._number(words[0], 1, total + 1)
            return self._page(first, max(1, n - self._number(words[1], 1)), n)
        if verb == "LAST" and len(words) == 1:
            count = self._number(words[0], 1)
            return self._page(first, max(1, total + 1 - count), total + 1)
        raise ValueError("unknown line")
