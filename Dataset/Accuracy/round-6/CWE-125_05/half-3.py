RUN, COPY = "run", "copy"


class Unpacker:
    def __init__(self, width, height):
        self.size = width * height
        self.memory = bytearray(self.size)

    def _parse(self, data):
        program = []
        at = 0
        while at < len(data):
            length = 2 if data[at] else 3
            part = data[at:at + length]
            if len(part) < length:
                raise ValueError("instruction is cut off")
            if length == 2:
                program.append((RUN, part[0], part[1]))
            else:
                program.append((COPY, part[2], part[1]))
            at += length
        return program

    def _check(self, program):
        written = 0
        for kind, n, operand in program:
            first, last = written + 1, written + n
            if last > self.size:
                raise ValueError("too many pixels")
            if kind == COPY and not 0 < operand <= first:
                raise ValueError("copy from outside of the picture")
            written = last
        if written < self.size:
            raise ValueError("too few pixels")

    def pixels_used(self, data):
        return sum(n for _, n, _ in self._parse(data))

    def unpack(self, data):
        program = self._parse(data)
        self._check(program)
        pos = 0
        for kind, n, operand in program:
            for pos in range(pos, pos + n):
                self.memory[pos] = operand if kind == RUN else self.memory[pos - operand]
            pos += n > 0
        return bytes(self.memory)
