"""What a request may say about a run's limits."""

import math
from dataclasses import dataclass, fields
from typing import Any

#: How many times as long as it computes a run may take by the clock, on a machine that has no more for it.
SLOWEST = 16


@dataclass(frozen=True)
class Limits:
    """Bounds of one run. The names on the wire are those of the host's `SandboxLimits`, which says what each bounds."""

    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    check_seconds: float = 5.0
    memory_mib: int = 512
    processes: int = 32
    open_files: int = 256
    disk_mib: int = 32
    output_kib: int = 64
    address_space_mib: int = 2048

    @property
    def longest_check(self) -> float:
        """Seconds by the clock after which a check ends, however little it could do in them."""
        return self.check_seconds + SLOWEST * self.cpu_seconds

    @property
    def longest_activity(self) -> float:
        """Seconds of computing and of waiting for a processor that the limit of a run can grow by: those of the import and
        of one check. A run of more is ended, and what is left of it is run check by check."""
        return 2.0 * SLOWEST * self.cpu_seconds

    @property
    def longest_run(self) -> float:
        return self.wall_seconds + self.longest_activity

    @property
    def whole_cpu_seconds(self) -> int:
        """The kernel's own limit for one process, a last bound: the tester looks at each check."""
        return math.ceil(self.longest_run)

    @staticmethod
    def parse(document: dict[str, Any]) -> "Limits":
        """From the wire's camel case; what is not named keeps its default."""
        known = {_camel(field.name): field for field in fields(Limits)}
        values = {}
        for name, value in document.items():
            if name not in known:
                raise ValueError(f"unknown limit '{name}'; the limits are {', '.join(known)}")
            values[known[name].name] = float(value) if known[name].type is float else value
        limits = Limits(**values)
        if limits.memory_mib > limits.address_space_mib:
            return Limits(**{**values, "address_space_mib": limits.memory_mib * 2})
        return limits


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join("MiB" if part == "mib" else "KiB" if part == "kib" else part.capitalize() for part in rest)
