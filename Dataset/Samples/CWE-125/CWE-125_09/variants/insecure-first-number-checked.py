import struct


class Logs:
    """Reads a dive when it is shown."""

    def __init__(self, path):
        self.file = open(path, "rb")
        members, self.size = struct.unpack("<4xHH", self.file.read(8))
        self.members = {}
        for _ in range(members):
            name, start, count = struct.unpack("<12sII", self.file.read(20))
            self.members[name.rstrip(b"\0").decode()] = start, count

    def _dive(self, member, number):
        start, _ = self.members[member]
        self.file.seek(start + (number - 1) * self.size)
        return self.file.read(self.size).rstrip(b"\0").decode()

    def answer(self, member, line):
        _, count = self.members[member]
        command, *words = line.split(" ", 1 if line.startswith("LAST") else 2)
        if command == "LAST":
            wanted = int(words[0])
            numbers = range(max(count - wanted, 0) + 1, count + 1)
        elif command == "FROM":
            numbers = range(int(words[0]), min(int(words[0]) + int(words[1]), count + 1))
        elif command == "BEFORE":
            numbers = range(max(int(words[0]) - int(words[1]), 1), int(words[0]))
        elif command == "FIND":
            numbers = range(max(int(words[0]), 1), count + 1)
            numbers = [number for number in numbers if words[1] in self._dive(member, number)][:1]
        else:
            return ""
        first, end = (numbers[0], numbers[-1]) if len(numbers) else (1, 0)
        if first < 1 or first > count:
            return ""
        shown = range(first, end + 1)
        return "".join(f"{number} {self._dive(member, number)}\n" for number in shown)
