import functools
import struct
import threading


def _guarded(extra):
    """Run the method with the bank's cues once show and position are valid."""
    def deco(method):
        @functools.wraps(method)
        def wrapper(self, show, position, *args):
            with self._lock:
                now = self.cues(show)
                if position < 0 or position >= len(now) + extra:
                    raise ValueError("position out of range")
                result, after = method(self, now, position, *args)
                self._store(show, after)
                return result
        return wrapper
    return deco


class CueMemory:
    def __init__(self, shows, slots):
        if shows < 1 or slots < 1:
            raise ValueError("shows and slots are positive")
        self._lock = threading.RLock()
        self._layout = struct.Struct("4s" * slots)
        self._slots = slots
        self._lengths = dict.fromkeys(range(shows), 0)
        self._mem = bytearray(self._layout.size * shows)

    def _store(self, show, cues):
        filler = [b""] * (self._slots - len(cues))
        self._layout.pack_into(self._mem, show * self._layout.size, *cues, *filler)
        self._lengths[show] = len(cues)

    @_guarded(extra=1)
    def insert(self, now, position, cue):
        if len(now) >= self._slots or len(cue) != 4:
            raise ValueError("bank full, or not a cue of 4 bytes")
        return None, [*now[:position], bytes(cue), *now[position:]]

    @_guarded(extra=0)
    def remove(self, now, position):
        return now[position], now[:position] + now[position + 1:]

    def cues(self, show):
        with self._lock:
            if show not in self._lengths:
                raise ValueError("unknown show")
            slots = self._layout.unpack_from(self._mem, show * self._layout.size)
            return list(slots[:self._lengths[show]])

    def image(self):
        with self._lock:
            return bytes(self._mem)
