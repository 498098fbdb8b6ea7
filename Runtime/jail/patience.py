"""Time limits on a busy machine: what a process waits for a processor is not its fault, up to a bound."""

_NANOSECONDS = 1e-9
#: In limits, and in seconds.
_MOST_LIMITS, _MOST_SECONDS = 2.0, 30.0


def waited(processes: list[int]) -> float:
    """Seconds that the processes could have run and had no processor, in sum; 0 where the kernel does not say.

    Of each only the first thread counts. Tester and solution wait for each other, so their waits do not overlap.
    """
    total = 0.0
    for pid in processes:
        try:
            with open(f"/proc/{pid}/schedstat") as file:
                total += int(file.read().split()[1]) * _NANOSECONDS
        except (OSError, IndexError, ValueError):
            continue
    return total


def extension(limit: float, without_processor: float) -> float:
    """By how many seconds a limit is extended. Bounded, as a solution can keep processors busy itself."""
    return max(0.0, min(without_processor, largest_extension(limit)))


def largest_extension(limit: float) -> float:
    return min(limit * _MOST_LIMITS, _MOST_SECONDS)
