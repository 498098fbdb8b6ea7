"""A program that the solution starts reads a file in pieces, and the file changes between two of them.

seen = midway.read_across("stove.switch_on('mild')", "panel.set('SAUNA_A', 'xxx')", folder, "start.sh", "stove.env", setup=…)

What comes back is what a reader of such blocks got in the middle of it: a part of the old file, and then one of the new,
if that was written in its place. A shell takes its script so. Testimony: both expressions run in the solution's process.
"""

from __future__ import annotations

import harness
from probes import drivers

#: So much at once does a shell read.
BLOCK_BYTES = 8192
_SCRIPT = """#!/bin/sh
exec 3<{name}
dd bs={size} count=1 <&3 >{seen} 2>/dev/null
: >{begun}
while [ ! -e {changed} ]; do sleep 0.002; done
cat <&3 >>{seen}
"""


def read_across(
    start: str, change: str, folder: str, script: str, name: str, /, *, setup: str = "", **values: object
) -> bytes | None:
    """What the script in this folder, which `start` runs, reads of the file `name` while `change` is made.

    None: it was not run, or whoever makes the change waits until the script has ended, as is right as well.
    """
    words = {word: f"{folder}/.{word}" for word in ("seen", "begun", "changed")}
    for path in words.values():
        harness.box.remove(path)
    inside = {word: f"./.{word}" for word in words}
    before = harness.box.read(f"{folder}/{script}")
    harness.box.write(f"{folder}/{script}", _SCRIPT.format(name=f"./{name}", size=BLOCK_BYTES, **inside), mode=0o755)
    try:
        request = "changed_meanwhile(solution, _setup, _start, _change, _begun, _changed, _values)"
        paths = {f"_{word}": harness.box.path(words[word]) for word in ("begun", "changed")}
        made = drivers.run("midway", request, _setup=setup, _start=start, _change=change, _values=values, **paths)
        return harness.box.read(words["seen"]) if made else None
    finally:
        harness.box.write(f"{folder}/{script}", before)
        for path in words.values():
            harness.box.remove(path)
