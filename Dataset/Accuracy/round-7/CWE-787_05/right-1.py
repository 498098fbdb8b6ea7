from dataclasses import dataclass, field


@dataclass(slots=True)
class Combinations:
    """The memory is one int; bit n of it is bit n of the image."""

    organists: int
    pistons: int
    stops: int
    _bits: int = field(default=0, init=False, repr=False)

    def __post_init__(self):
        if min(self.organists, self.pistons, self.stops) < 1:
            raise ValueError("all three sizes must be positive")

    def _base(self, organist: int, piston: int) -> int:
        if organist not in range(self.organists):
            raise ValueError(f"{organist=} does not exist")
        if piston not in range(self.pistons):
            raise ValueError(f"{piston=} does not exist")
        return self.stops * (piston + self.pistons * organist)

    def _flag(self, stop: int) -> int:
        if stop not in range(self.stops):
            raise ValueError(f"{stop=} does not exist")
        return 1 << stop

    def draw(self, organist: int, piston: int, stop: int) -> None:
        self.store(organist, piston, self.recall(organist, piston) | self._flag(stop))

    def cancel(self, organist: int, piston: int, stop: int) -> None:
        self.store(organist, piston, self.recall(organist, piston) & ~self._flag(stop))

    def store(self, organist: int, piston: int, mask: int) -> None:
        difference = self.recall(organist, piston) ^ mask
        if mask < 0 or mask.bit_length() > self.stops:
            raise ValueError("mask needs stops that the organ does not have")
        self._bits ^= difference << self._base(organist, piston)

    def recall(self, organist: int, piston: int) -> int:
        return (self._bits >> self._base(organist, piston)) % (1 << self.stops)

    def image(self) -> bytes:
        total = self.organists * self.pistons * self.stops
        return self._bits.to_bytes(-(total // -8), "little")
