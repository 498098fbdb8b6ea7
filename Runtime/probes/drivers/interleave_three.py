# Needs the driver `interleave`, and is called by it.


def run_of_three(solution, setup, steps, after, watch, values, points, processes):
    """Stops the first step at one point, and then shows the third step what the others take for theirs alone.

    If the second had to wait, it is stopped at its point when the first has ended, and the third comes in there. If not,
    the first is stopped again when it has changed `watch`, and the third comes in there.
    Returns what was observed (None when the first ended before its point), and of the second "free" when it did not have
    to wait, "early" when it stopped before that, "stopped", or "through" when it ended before its point.
    """
    names = {"solution": solution, **values}
    exec(setup, names)
    first = Actor(steps[0], names, processes, points[0])
    racing[:] = [first]
    first.start()
    if first.until((b"s", b"d")) != b"s":
        first.finish()
        return None, "free"
    second = Actor(steps[1], names, processes, points[1], parks=True)
    third = Actor(steps[2], names, processes, parks=True)
    racing[:] = [first, second, third]
    rest = second.started_to_rest()
    early = rest == b"s"  # before it had to wait: nothing is learnt at this point
    if early:
        second.open()
        rest = second.until_at_rest()
    waited = rest != b"d"
    state = "early" if early and waited else "free"
    if waited:
        first.open()
        first.until((b"d",))
        if rest == b"w":
            second.open()
        if not early:
            state = "stopped" if second.until_past_sleep() == b"s" else "through"
        rest = third.started_to_rest()
        if state == "stopped":
            second.open()
    else:
        before = evaluated(watch, names)["value"] if watch else None
        while watch:
            first.open(b"n")
            if first.until((b"s", b"d")) != b"s":
                break
            seen = evaluated(watch, names)
            if seen["error"] is None and seen["value"] != before:
                break
        if not watch:
            first.open()
            first.until((b"d",))
        rest = third.started_to_rest()
        if watch and first.outcome is None:
            first.open()
    if rest == b"w":
        (second if waited else first).until((b"d",))
        third.open()
    outcomes = [actor.finish() for actor in (first, second, third)]
    found = {"point": points[0], "line": first.line, "outcomes": outcomes, "order": [0, 1, 2]}
    found["after"] = evaluated(after, names) if after else None
    return found, state


def explored_with_three(one, most):
    """One point of the first step after another; for each place at which the second waits, every point behind it."""
    runs = []
    end = cpu_seconds() + BUDGET_CPU_SECONDS
    known = None  # so many points the second has passed where it waits, at the deepest place that was explored
    for first in range(1, most + 1):
        place, new = None, known is None
        for second in range((known or 0) + 1, most + 1):
            found, rest = one((first, second))
            if found is None or len(runs) >= most or cpu_seconds() > end:
                return runs
            runs.append(found)
            if any(outcome["error"] == "Stalled" for outcome in found["outcomes"]):
                return runs
            if rest == "early":
                new = True
                continue
            if rest == "free" or not new:
                break
            place = second - 1 if place is None else place
            if rest == "through":
                break
        known = known if place is None else place
    return runs
