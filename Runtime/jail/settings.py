"""What a request may say about a run's limits."""

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Limits:
    """Bounds of one run. The names on the wire are those of the host's `SandboxLimits`."""

    cpu_seconds: int = 5
    wall_seconds: float = 10.0
    check_seconds: float = 5.0
    memory_mib: int = 512
    processes: int = 32
    open_files: int = 256
    disk_mib: int = 32
    output_kib: int = 64
    address_space_mib: int = 2048

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
