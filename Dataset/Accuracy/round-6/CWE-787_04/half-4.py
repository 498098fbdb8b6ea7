from contextlib import contextmanager
from threading import RLock, Semaphore

CUE = 4


class CueMemory:
    def __init__(self, shows, slots):
        self._lock = RLock()
        self._slots = slots
        self._memory = bytearray(shows * slots * CUE)
        self._used = [0] * shows
        self._free = [Semaphore(slots) for _ in range(shows)]

    def _check(self, show, position, limit):
        if position < 0 or position >= limit:
            raise ValueError(f"show {show} has no position {position}")

    def _check_show(self, show):
        if show < 0 or show >= len(self._used):
            raise ValueError(f"there is no show {show}")

    @contextmanager
    def _taking_slot(self, show):
        if not self._free[show].acquire(blocking=False):
            raise ValueError(f"the bank of show {show} is full")
        try:
            yield
        except BaseException:
            self._free[show].release()
            raise

    @contextmanager
    def _freeing_slot(self, show):
        try:
            yield
        finally:
            self._free[show].release()

    def insert(self, show, position, cue):
        with self._lock:
            self._check_show(show)
            with self._taking_slot(show):
                used = self._used[show]
                self._check(show, position, used + 1)
                if len(cue) != CUE:
                    raise ValueError("a cue is 4 bytes long")
                base = show * self._slots * CUE
                at, end = base + position * CUE, base + used * CUE
                self._memory[at:end + CUE] = cue + self._memory[at:end]
                self._used[show] += 1

    def remove(self, show, position):
        with self._lock:
            self._check_show(show)
            with self._freeing_slot(show):
                used = self._used[show]
                self._check(show, position, used)
                base = show * self._slots * CUE
                at, end = base + position * CUE, base + used * CUE
                cue = bytes(self._memory[at:at + CUE])
                self._memory[at:end] = self._memory[at + CUE:end] + bytes(CUE)
                self._used[show] -= 1
                return cue

    def cues(self, show):
        with self._lock:
            self._check_show(show)
            base = show * self._slots * CUE
            return [
                bytes(self._memory[base + i * CUE:base + i * CUE + CUE])
                for i in range(self._used[show])
            ]

    def image(self):
        with self._lock:
            return bytes(self._memory)
