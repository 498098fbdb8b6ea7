import re
import struct

HEAD = struct.Struct("<4sHH")
MEMBER = struct.Struct("<12sII")
NUMBER = re.compile(r"[0-9]{1,10}")


class Logs:
    def __init__(self, path):
        self.path = path

    def answer(self, member, line):
        with open(self.path, "rb") as file:
            data = file.read()
        start, total, size = self._log(data, member)
        # everything below works on this member's own bytes
        end = start + total * size

        def number(text, least, most):
            if not NUMBER.fullmatch(text):
                raise ValueError("not a number")
            value = int(text)
            if value < least or (most is not None and value > most):
                raise ValueError("number out of range")
            return value

        def show(first, last):
            """The dives from first up to and without last, counted from 1."""
            out = []
            for k in range(first, last):
                at = start + (k - 1) * size
                text = data[at:at + size].rstrip(b"\0").decode("utf-8", "replace")
                out.append(f"{k} {text}\n")
            return "".join(out)

        command, _, rest = line.partition(" ")
        if command == "LAST":
            count = number(rest, 1, None)
            return show(max(1, total + 1 - count), total + 1)
        first, blank, rest = rest.partition(" ")
        if command not in ("FROM", "BEFORE", "FIND") or not blank:
            raise ValueError("no such command")
        n = number(first, 1, total + 1)
        if command == "FROM":
            count = number(rest, 1, None)
            return show(n, min(n + count, total + 1))
        if command == "BEFORE":
            count = number(rest, 1, None)
            return show(max(1, n - count), n)
        if "\0" in rest:
            return ""
        wanted = rest.encode("utf-8")
        at = start + (n - 1) * size
        while True:
            at = data.find(wanted, at, end)
            if at < 0:
                return ""
            k, offset = divmod(at - start, size)
            if offset + len(wanted) <= size:
                return show(k + 1, k + 2)
            at += 1     # runs over from one dive into the next: no match

    @staticmethod
    def _log(data, member):
        magic, members, size = HEAD.unpack_from(data, 0)
        if magic != b"DIVE":
            raise ValueError("not a log file")
        for i in range(members):
            name, start, total = MEMBER.unpack_from(data, HEAD.size + i * MEMBER.size)
            if name.rstrip(b"\0") == member.encode("utf-8", "replace") and member:
                return start, total, size
        raise KeyError(member)
