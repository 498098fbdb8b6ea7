"""dives: the server's side."""
import re
import struct

_ENTRY = struct.Struct("<12sII")
_NAME = struct.Struct("12s")
_LINE = re.compile(r"(?:(FROM|BEFORE) ([0-9]{1,18}) ([0-9]{1,18})|(LAST) ([0-9]{1,18})"
                   r"|(FIND) ([0-9]{1,18}) (.*))", re.DOTALL)


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        if data[:4] != b"DIVE":
            raise ValueError("not a file of dives")
        members, size = struct.unpack_from("<HH", data, 4)
        self._logs = {}
        for name, first, total in _ENTRY.iter_unpack(data[8:8 + members * _ENTRY.size]):
            # each member's bytes are cut out once: nothing else can be reached from them
            log = data[first:first + size * total]
            self._logs[name] = [log[at:at + size] for at in range(0, len(log), size)] if size else []

    def answer(self, member, line):
        # The names are kept as they stand in the file, filled up with zero bytes.
        try:
            log = self._logs[_NAME.pack(member.encode("utf-8"))]
        except UnicodeEncodeError:
            raise KeyError(member) from None
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError("unknown line")
        verb = match[1] or match[4] or match[6]
        number = int(match[2] or match[7] or 1)
        count = int(match[3] or match[5] or 1)
        if not 1 <= number <= len(log) + 1 or count < 1:
            raise ValueError("number out of range")
        texts = ((i, raw.rstrip(b"\0").decode("utf-8")) for i, raw in enumerate(log, 1))
        if verb == "FIND":
            chosen = [(i, text) for i, text in texts if i >= number and match[8] in text][:1]
        elif verb == "FROM":
            chosen = [(i, text) for i, text in texts if number <= i < number + count]
        elif verb == "BEFORE":
            chosen = [(i, text) for i, text in texts if number - count <= i < number]
        else:
            chosen = [(i, text) for i, text in texts if i > len(log) - count]
        return "".join(f"{i} {text}\n" for i, text in chosen)
