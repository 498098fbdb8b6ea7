import functools
import logging
import mmap
import threading

log = logging.getLogger(__name__)


def guarded(extra):
    """Check show and position before the bank is touched; `extra` is 1 where the place behind the last cue counts."""
    def wrap(method):
        @functools.wraps(method)
        def inner(self, show, position, *rest):
            with self._mutex:
                fill = self._fill.get(show)
                if fill is None:
                    log.warning("unknown show %r", show)
                    raise ValueError("unknown show")
                if not -1 < position < fill + extra:
                    log.warning("unknown position %r", position)
                    raise ValueError("unknown position")
                return method(self, show, position, *rest)
        return inner
    return wrap


class CueMemory:
    def __init__(self, shows, slots):
        self._mutex = threading.Lock()
        self._bank = 4 * slots
        self._size = shows * self._bank
        self._map = mmap.mmap(-1, self._size)
        self._fill = dict.fromkeys(range(shows), 0)

    @guarded(extra=1)
    def insert(self, show, position, cue):
        if len(cue) != 4:
            raise ValueError("a cue has 4 bytes")
        fill = self._fill[show]
        if 4 * (fill + 1) > self._bank:
            raise ValueError("the bank is full")
        here = show * self._bank + 4 * position
        if fill > position:
            self._map.move(here + 4, here, 4 * (fill - position))
        self._map[here:here + 4] = cue
        self._fill[show] = fill + 1

    @guarded(extra=0)
    def remove(self, show, position):
        fill = self._fill[show]
        here = show * self._bank + 4 * position
        behind = 4 * (fill - position - 1)
        cue = self._map[here:here + 4]
        if behind:
            self._map.move(here, here + 4, behind)
        self._map[here + behind:here + behind + 4] = bytes(4)
        self._fill[show] = fill - 1
        return cue

    def cues(self, show):
        with self._mutex:
            if show not in self._fill:
                raise ValueError("unknown show")
            start = show * self._bank
            return [self._map[o:o + 4] for o in range(start, start + 4 * self._fill[show], 4)]

    def image(self):
        with self._mutex:
            return self._map[:self._size]
