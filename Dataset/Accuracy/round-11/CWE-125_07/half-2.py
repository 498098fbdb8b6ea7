import codecs
from collections import OrderedDict


class Diaries:
    """Desks page to and fro, so the latest answers are kept."""

    KEPT = 512

    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)
        self._latest = OrderedDict()

    # ---- checks -------------------------------------------------------

    def _bounds(self, diary, byte, count):
        start, size = self._table[diary]
        if byte < 0 or byte > size:
            raise ValueError("byte is outside of the diary")
        if count < 0:
            raise ValueError("count is negative")
        end = start + size
        place = start + byte
        while start < place < end and self._memory[place] & 0xC0 == 0x80:
            place -= 1                      # in the middle of a character
        return start, end, place

    def _keep(self, key, answer):
        self._latest[key] = answer
        if len(self._latest) > self.KEPT:
            self._latest.popitem(last=False)
        return answer

    # ---- reading ------------------------------------------------------

    def _ahead(self, place, end, count):
        key = "ahead", place, count
        if key in self._latest:
            return self._latest[key]
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        part = decoder.decode(self._memory[place:min(end, place + 4 * count)])
        part = part[:count]
        return self._keep(key, (part, place + len(part.encode("utf-8"))))

    def _behind(self, place, start, count):
        key = "behind", place, count
        if key in self._latest:
            return self._latest[key]
        first = place
        while count and first > start:
            first -= 1
            if self._memory[first] & 0xC0 != 0x80:
                count -= 1
        part = self._memory[first:place].decode("utf-8", "replace")
        return self._keep(key, (part, first))

    def forward(self, diary, byte, count):
        start, end, place = self._bounds(diary, byte, count)
        part, stop = self._ahead(place, end, count)
        return part, stop - start

    def backward(self, diary, byte, count):
        start, end, place = self._bounds(diary, byte, count)
        part, first = self._behind(place, start, count)
        return part, first - start

    def word(self, diary, byte):
        start, end, place = self._bounds(diary, byte, 0)
        if place >= end:
            raise ValueError("there is no character")
        if self._memory[place] in b" \n":
            return ""
        first = last = place
        while first > start and self._memory[first - 1] not in b" \n":
            first -= 1
        while last < end and self._memory[last] not in b" \n":
            last += 1
        return self._memory[first:last].decode("utf-8", "replace")
