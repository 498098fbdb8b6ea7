# Needs the driver `interleave`, and is called by it.
# So often may the second have to wait before the steps are taken for ones that keep each other out.
MOST_WAITS = 3


def usual_places(solution, setup, step, values):
    """All that the first step comes to when nothing overtakes it."""
    names = {"solution": solution, **values}
    exec(setup, names)
    actor = Actor(step, names, False, NEVER)
    racing[:] = [actor]
    actor.start()
    actor.finish()
    return set(actor.trail)


def overtaken_again(solution, setup, steps, after, values, points, usual):
    """Stops the first step at one point and lets the second go through; where the first then comes to places that it
    does not come to by itself, it has found out and tries again, and at one of these the third goes through.

    Returns what was observed (None when the first ended before its point), whether the second had to wait, and the new
    places that the first came to before the third went through.
    """
    names = {"solution": solution, **values}
    exec(setup, names)
    first = Actor(steps[0], names, False, points[0])
    racing[:] = [first]
    first.start()
    if first.until((b"s", b"d")) != b"s":
        first.finish()
        return None, False, []
    second, third = (Actor(step, names, False, parks=True) for step in steps[1:])
    racing[:] = [first, second, third]
    waits = second.started_to_rest() != b"d"
    new = []
    while not waits:
        first.open(b"n")
        if first.until((b"s", b"d")) != b"s":
            break
        if first.trail[-1] not in usual:
            new.append(first.trail[-1])
            if len(new) == points[1]:
                break
    if not waits and first.outcome is None:
        third.started_to_rest()
    for actor in (first, second):
        if actor.outcome is None:
            actor.open()
            actor.until((b"d",))
    if not third.task:
        third.started_to_rest()
    third.open()
    outcomes = [actor.finish() for actor in (first, second, third)]
    found = {"point": points[0], "line": first.line, "outcomes": outcomes, "order": [0, 1, 2]}
    found["after"] = evaluated(after, names) if after else None
    return found, waits, new


def explored_again(solution, setup, steps, after, values, most):
    """One point of the first step after another; where it tries again, every place that is new, once."""
    runs, waited, seen = [], 0, set()
    usual = usual_places(solution, setup, steps[0], values)
    end = cpu_seconds() + BUDGET_CPU_SECONDS
    for first in range(1, most + 1):
        for place in range(1, most + 1):
            points = (first, place)
            found, waits, new = overtaken_again(solution, setup, steps, after, values, points, usual)
            if found is None or waited == MOST_WAITS or len(runs) >= most or cpu_seconds() > end:
                return runs
            runs.append(found)
            waited += waits
            if any(outcome["error"] == "Stalled" for outcome in found["outcomes"]):
                return runs
            if len(new) < place or place == 1 and new[0] in seen:
                break
            seen.update(new)
    return runs
