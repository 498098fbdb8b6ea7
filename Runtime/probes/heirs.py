"""Objects that are gone, and new ones that come to lie where they lay in memory.

wrong = heirs.seen("projector.connect()", "one.say('login ada plum7')", "one.say('light 9')", "projector.connect().say('sky')", setup=...)

Whoever keeps something about an object by its `id`, and not in it, takes the new one for the old. Testimony: the
expressions run in the solution's process, as objects that the tester holds are not gone.
"""

from __future__ import annotations

import harness

#: So many are there at once, and then gone, in one turn after the other; more come after them.
CROWDS = (1, 3, 12)
_SOURCE = """
import gc
exec(_setup, globals())
def tried(expression, one):
    globals()["one"] = one
    try:
        return eval(expression, globals())
    except Exception:
        return None
    finally:
        globals()["one"] = None
result = []
for crowd in _crowds:
    gone = [eval(_make, globals()) for _ in range(crowd)]
    for place in range(crowd):
        tried(_use, gone[place])
    gone = None
    gc.collect()
    heirs = [eval(_make, globals()) for _ in range(crowd + 4)]
    for place in range(crowd + 4):
        tried(_ask, heirs[place])
    result.append(tried(_look, None))
    heirs = None
"""


def seen(make: str, use: str, ask: str, look: str, /, *, setup: str = "", **values: object) -> list[object]:
    """What `look` is after each crowd: `make` gives each of its objects, `use` is done with `one`, and then they are gone.

    New ones are made, and `ask` is done with each. What is not plain data, or cannot be worked out, is None.
    """
    named = {"_make": make, "_use": use, "_ask": ask, "_look": look, "_setup": setup, "_crowds": list(CROWDS)}
    found = harness.testify(_SOURCE, **named, **values)
    return list(found)
