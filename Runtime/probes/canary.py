"""Buffers with a guarded edge: was anything written beyond it, or read from there?

    run = canary.call("solution.put(buffer, 12, data)", buffer=canary.Region(16), data=b"A" * 8)
    exploit_if(run.regions["buffer"].overrun, "bytes past the region were written")

Testimony: the buffers live in the solution's process. Where a solution keeps its own memory, ask it by its methods.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from probes import drivers, naming
from probes.outcome import Outcome

KINDS = ("bytearray", "array", "memoryview", "ctypes", "pointer", "mmap", "file")


class Region:
    """A buffer of `size` bytes that begins with `content` and is otherwise zero.

    Kinds: "bytearray" and "array" (growth shows), "memoryview" (a window of a larger bytearray), "ctypes" (a `c_char`
    array within a larger structure), "pointer" (the address of such an array), "mmap", "file" (an open temporary file).
    """

    def __init__(self, size: int, kind: str = "bytearray", content: bytes = b"") -> None:
        if kind not in KINDS or len(content) > size:
            raise ValueError(
                f"kind {kind!r} is none of {', '.join(KINDS)}, or {len(content)} bytes do not fit into {size}"
            )
        self.size, self.kind = size, kind
        self.initial = content.ljust(size, b"\0")


class Slab(Region):
    """A buffer whose first `used` bytes are valid; `secret` lies right behind them, left over from an earlier use."""

    def __init__(self, size: int, used: bytes, kind: str = "bytearray") -> None:
        self.secret = naming.secret("stale").encode()[: max(8, size - len(used))]
        if len(used) + len(self.secret) > size:
            raise ValueError(f"{size} bytes hold no secret behind {len(used)} used ones")
        super().__init__(size, kind, used + self.secret)


@dataclass(frozen=True)
class RegionAfter:
    """A region after the call. A buffer that was closed has no content and counts as unchanged."""

    initial: bytes
    content: bytes
    before_changed: bool
    after_changed: bool

    @property
    def length(self) -> int:
        return len(self.content)

    @property
    def changed(self) -> bool:
        return self.content != self.initial

    @property
    def grew(self) -> bool:
        return self.length > len(self.initial)

    @property
    def shrank(self) -> bool:
        return self.length < len(self.initial)

    @property
    def overrun(self) -> bool:
        """Were bytes outside of the region changed, or did it grow or shrink?"""
        return self.before_changed or self.after_changed or self.length != len(self.initial)


@dataclass(frozen=True)
class CanaryRun:
    """What the expression came to, and the regions by the names of the arguments."""

    outcome: Outcome
    regions: dict[str, RegionAfter]


def call(expression: str, setup: str = "", **arguments: Any) -> CanaryRun:
    """Evaluates the expression with a buffer for every `Region` among the arguments; the others are plain data."""
    wanted = {name: value for name, value in arguments.items() if isinstance(value, Region)}
    values = {name: value for name, value in arguments.items() if name not in wanted}
    buffers = {name: (region.kind, region.initial) for name, region in wanted.items()}
    call = "observe(solution, _setup, _expression, _buffers, _values)"
    report = drivers.run("canary", call, _setup=setup, _expression=expression, _buffers=buffers, _values=values)
    regions = {}
    for name, region in wanted.items():
        found = report["regions"][name] or {"content": region.initial, "before": True, "after": True}
        regions[name] = RegionAfter(region.initial, found["content"], not found["before"], not found["after"])
    return CanaryRun(Outcome.of(report["outcome"]), regions)
