import re

LEAD = re.compile(rb"[^\x80-\xbf]")


class Diaries:
    """A place that is not in the diary is moved to its nearer end."""

    def __init__(self, memory, table):
        self.memory, self.table = memory, table

    def _clip(self, diary, byte):
        offset, size = self.table[diary]
        return offset, size, min(max(byte, 0), size)

    def forward(self, diary, byte, count):
        offset, size, byte = self._clip(diary, byte)
        end = byte + max(count, 0) * 4
        if end > size:
            end = size
        part = self.memory[offset + byte:offset + end].decode("utf-8", "ignore")
        part = part[:count] if count > 0 else ""
        return part, byte + len(part.encode())

    def backward(self, diary, byte, count):
        offset, size, byte = self._clip(diary, byte)
        start = max(byte - max(count, 0) * 4, 0)
        part = self.memory[offset + start:offset + byte]
        leads = [match.start() for match in LEAD.finditer(part)]
        if count <= 0:
            return "", byte
        cut = leads[-count] if count <= len(leads) else 0
        return part[cut:].decode("utf-8", "ignore"), start + cut

    def word(self, diary, byte):
        offset, size, byte = self._clip(diary, byte)
        if byte == size or self.memory[offset + byte:offset + byte + 1] in (b" ", b"\n"):
            return ""
        start = 1 + max(self.memory.rfind(sign, offset, offset + byte) for sign in (b" ", b"\n"))
        ends = [self.memory.find(sign, offset + byte, offset + size) for sign in (b" ", b"\n")]
        end = min((one for one in ends if one >= 0), default=offset + size)
        return self.memory[max(start, offset):end].decode("utf-8", "ignore")
