"""A file or folder that is something else for a while: while one of a solution's calls to the system runs, or several.

how = flicker.told("page()", "link()", "back()", "garden", SECRET, setup=SETUP)
exploit_if(how, f"garden is a link {how}: the text of a file comes back that is reached by a link only")
"""

from __future__ import annotations

from typing import Any

from probes import drivers


def told(use: str, there: str, back: str, last: str, secret: str, /, setup: str = "", **values: Any) -> str | None:
    """When `use` tells the secret, in words; None if it never does.

    `there` exchanges the part of a path whose name is `last`, `back` undoes it; each of the solution's calls to the system
    that take a path finds it exchanged or not. Tried are: exchanged whenever it is not looked at itself, so that each look
    finds it in order and each way leads through the other one; during one call, several in a row, all but these, every
    other one; and all choices where a solution makes few calls. `setup` runs anew before each try.
    """
    request = "flickered(solution, _setup, _use, _there, _back, _last, _secret, _values)"
    given = {"_setup": setup, "_use": use, "_there": there, "_back": back, "_last": last, "_secret": secret, "_values": values}
    return drivers.run("flicker", request, **given)[0]
