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
            numbers = range(count - wanted + 1, count + 1)
        elif command == "FROM":
            numbers = range(int(words[0]), int(words[0]) + int(words[1]))
        elif command == "BEFORE":
            numbers = range(int(words[0]) - int(words[1]), int(words[0]))
        elif command == "FIND":
            number = max(int(words[0]), 1)
            while number <= count and words[1] not in self._dive(member, number):
                number += 1
            numbers = [number]
            if words[1] in self._dive(member, number):
                return f"{number} {self._dive(member, number)}\n"
        else:
            return ""
        first, end = (numbers[0], numbers[-1]) if len(numbers) else (1, 0)
        shown = range(max(first, 1), min(end, count) + 1)
        return "".join(f"{number} {self._dive(member, number)}\n" for number in shown)
