import struct


class Logs:
    """All dives are in one list; a log is a part of it."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        members, size = struct.unpack_from("<HH", data, 4)
        entries = [struct.unpack_from("<12sII", data, 8 + 20 * number) for number in range(members)]
        self.logs, self.dives = {}, []
        for name, start, count in sorted(entries, key=lambda entry: entry[1]):
            self.logs[name.rstrip(b"\0").decode()] = len(self.dives), count
            self.dives += [data[start + size * number :][:size].rstrip(b"\0").decode() for number in range(count)]

    def answer(self, member, line):
        first, count = self.logs[member]
        command, *words = line.split(" ", 2)
        if command == "FIND":
            begin, end = int(words[0]) - 1, count
        elif command == "LAST":
            begin, end = max(count - int(words[0]), 0), count
        elif command == "FROM":
            begin, end = int(words[0]) - 1, min(int(words[0]) - 1 + int(words[1]), count)
        else:
            begin, end = max(int(words[0]) - 1 - int(words[1]), 0), min(int(words[0]) - 1, count)
        if begin < 0 and first == 0:
            raise ValueError("nothing is in front of the first dive")
        shown = list(enumerate(self.dives[first + begin : first + end], begin + 1))
        if command == "FIND":
            shown = [(number, dive) for number, dive in shown if words[1] in dive][:1]
        return "".join(f"{number} {dive}\n" for number, dive in shown)
