"""Reading desks: pieces of diaries out of one mapped memory."""

import threading
from collections import OrderedDict

_KEPT = 4096          # answers that are kept: a desk asks for the same lines again and again


def _inner(byte):
    return 0x80 <= byte <= 0xBF


class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)
        self._kept = OrderedDict()
        self._lock = threading.Lock()

    # -- checks ---------------------------------------------------------

    def _place(self, diary, byte, count=0):
        offset, size = self._table[diary]
        if byte < 0 or byte > size:
            raise ValueError("byte lies outside of the diary")
        if count < 0:
            raise ValueError("count must not be negative")
        return offset, offset + size, offset + byte

    # -- memory of recent answers ---------------------------------------

    def _recall(self, key):
        with self._lock:
            answer = self._kept.get(key)
            if answer is not None:
                self._kept.move_to_end(key)
            return answer

    def _keep(self, key, text, width):
        if not text:
            return
        with self._lock:
            self._kept[key] = (text, width)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    # -- what the desks call --------------------------------------------

    def forward(self, diary, byte, count):
        _, end, at = self._place(diary, byte, count)
        key = ("forward", at, count)
        known = self._recall(key)
        if known is None:
            stop, left = at, count
            while left and stop < end:
                stop += 1
                while stop < end and _inner(self._memory[stop]):
                    stop += 1
                left -= 1
            known = self._memory[at:stop].decode("utf-8", "replace"), stop - at
            self._keep(key, *known)
        text, width = known
        return text, byte + width

    def backward(self, diary, byte, count):
        start, _, at = self._place(diary, byte, count)
        key = ("backward", at, count)
        known = self._recall(key)
        if known is None:
            first, left = at, count
            while left and first > start:
                first -= 1
                while first > start and _inner(self._memory[first]):
                    first -= 1
                left -= 1
            known = self._memory[first:at].decode("utf-8", "replace"), at - first
            self._keep(key, *known)
        text, width = known
        return text, byte - width

    def word(self, diary, byte):
        start, end, at = self._place(diary, byte)
        if at == end:
            raise ValueError("no character behind the last one")
        memory = self._memory
        if memory[at] in b" \n":
            return ""
        first = max(memory.rfind(b" ", start, at), memory.rfind(b"\n", start, at), start - 1) + 1
        ends = [p for p in (memory.find(b" ", at, end), memory.find(b"\n", at, end)) if p >= 0]
        return memory[first:min(ends, default=end)].decode("utf-8", "replace")
