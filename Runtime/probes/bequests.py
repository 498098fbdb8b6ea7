"""What a program that starts others has open, and in its environment, in every way in which it may come to them.

    seen = bequests.left("shop.apply('guest', 'reel.mid')", setup=…, program="guest")
    exploit_if(seen, seen[0])

Things of several kinds are open under low and high numbers, marked as to be inherited; the limit of numbers may be
lower than they are, as it is when it was lowered later. Variables are set by `os.environ`, as bytes, and without it, as
libraries in C do. The program that is started is a fake that notes what it finds.

Testimony: things are opened in the solution's process. What the fake finds is evidence.
"""

from __future__ import annotations

import json
from typing import Any

import harness
from probes import database

#: Where things are open: near the streams, and beyond what limits and lists of numbers reach.
NUMBERS = (7, 40, 255, 256, 511, 700, 1023, 1024, 1500, 2047, 2500, 4095, 4096, 5000)
#: What stands before, behind and within a name for those who look for it in a longer one, or take signs off.
_AROUND = ("_", "X", "S", "2", " ", "\n", "-", ".", ",", "|", ":", "\t", "\r", "\x1f", "\xad", "/", "*")
_LOOK = """
import json, os
found, names = [], os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else range(4096)
for number in map(int, names):
    try:
        one = os.fstat(number)
    except OSError:
        continue
    found.append([number, one.st_dev, one.st_ino])
held = [os.fsdecode(name) for name, value in os.environb.items() if %r in value]
with open(%r, "w") as report:
    json.dump([found, held], report)
"""
_OPEN = """
import os, resource, socket, sys
_path = os.path.join(os.getcwd(), "bequest.txt")
with open(_path, "w") as _file:
    _file.write("held")
_pipe, _pair = os.pipe(), socket.socketpair()
_kinds = {"a file": os.open(_path, os.O_RDWR), "a folder": os.open(os.getcwd(), os.O_RDONLY), "a pipe": _pipe[1],
          "a socket": _pair[0].fileno(), "a file to read": os.open(_path, os.O_RDONLY)}
_soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
_top = [number for number in _numbers if number < _soft]
_taken, _known = [], []
_appeared, _office, _file_name = [], os.getpid(), getattr(solution, "__file__", "") or ""
def _appear():
    # What another thread of the same program opens at this moment, to be inherited.
    if os.getpid() == _office and len(_appeared) < 400:
        _appeared.append(os.open(_later, os.O_RDWR))
        os.set_inheritable(_appeared[-1], True)
def _heard(event, arguments):
    state = getattr(sys, "_bequests_of_the_check", None)
    if state and event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.system", "os.exec", "os.spawn"):
        state()
def _traced(frame, event, argument):
    if frame.f_code.co_filename != _file_name:
        return None
    if event == "line":
        _appear()
    return _traced
if _meanwhile:
    _later = os.path.join(os.getcwd(), "bequest-of-another-thread.txt")
    with open(_later, "w") as _file:
        _file.write("held")
    _one = os.stat(_later)
    _known.append(["a file that another thread opened meanwhile", "of its own", _one.st_dev, _one.st_ino])
    if not hasattr(sys, "_bequests_of_the_check"):
        sys.addaudithook(_heard)
_set = [(name.encode(), _value.encode()) for name in _plain] + [(b"SHOP_\\xff", _value.encode())] * bool(_plain)
try:
    for _turn, _number in enumerate(_top):
        _kind = list(_kinds)[_turn % len(_kinds)]
        try:
            os.fstat(_number)
        except OSError:
            os.dup2(_kinds[_kind], _number, inheritable=True)
            _taken.append(_number)
            _one = os.fstat(_number)
            _known.append([_kind, _number, _one.st_dev, _one.st_ino])
    if _limit:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(_limit, _soft), _hard))
    for _name, _text in _set:
        os.environb[_name] = _text
    for _name in _hidden:
        os.putenv(_name, _value)
    try:
        if _meanwhile:
            sys._bequests_of_the_check = _appear
            sys.settrace(_traced)
        exec(_expression)
    except Exception:
        pass
finally:
    if _meanwhile:
        sys.settrace(None)
        sys._bequests_of_the_check = None
    for _number in _appeared:
        try:
            os.close(_number)
        except OSError:
            pass
    resource.setrlimit(resource.RLIMIT_NOFILE, (_soft, _hard))
    for _name, _text in _set:
        os.environb.pop(_name, None)
    for _name in _hidden:
        os.unsetenv(_name)
    for _number in (*_taken, *_kinds.values(), _pipe[0]):
        try:
            if _number != _pair[0].fileno():
                os.close(_number)
        except OSError:
            pass
    _pair[0].close()
    _pair[1].close()
result = _known
"""


def near(*names: str) -> tuple[str, ...]:
    """Names of variables that careless looks take for one of `names`: pieces of them, alone and joined, longer ones, folded ones.

    Whoever writes `in "PATH LANG"`, forgets a comma, cuts a name, has a pattern without an end, or ignores case.
    """
    found: dict[str, None] = {}
    joined = ["".join(names), "".join(reversed(names)), *(between.join(names) for between in (" ", ",", "|", ", ", ":", "\n", ";"))]
    for text in (*names, *joined):
        found |= dict.fromkeys(text[start : start + size] for size in range(1, min(len(text), 6) + 1) for start in range(len(text) - size + 1))
        found[text] = None
    for name in names:
        found |= dict.fromkeys(one for sign in _AROUND for one in (name + sign, sign + name, name + sign + "KEY", "KEY" + sign + name))
        found |= dict.fromkeys((name.lower(), name.title(), name.swapcase(), name[::-1], name * 2, name[:-1] + "\xe9", name[0] + "X" * (len(name) - 1), name[0] + "X" + name[1:], f"X{name}X", "".join(sorted(name)), name[:2] * 2))
        found |= dict.fromkeys(name[:place] + "X" + name[place + 1 :] for place in range(len(name)))
        found |= dict.fromkeys("".join(chr(ord(sign) + 0xFEE0) for sign in name[:size]) + name[size:] for size in (1, len(name)))
        found |= dict.fromkeys(name.replace(*pair) for pair in (("K", "\u212a"), ("S", "\u017f"), ("A", "\xc0"), ("I", "\u0131")))
    return tuple(one for one in found if one not in names and "=" not in one and "\0" not in one)


def left(
    expression: str,
    setup: str = "",
    *,
    program: str = "guest",
    limit: int = 0,
    meanwhile: bool = False,
    plain: tuple[str, ...] = (),
    hidden: tuple[str, ...] = (),
    **values: Any,
) -> list[str]:
    """What the program finds that is not its own, when `expression` starts it; empty if it finds nothing, or is not started.

    `setup` comes first, in the same names. `limit` is that of the numbers of open files while it runs, if any;
    `plain` are variables (such as `near` gives) that are set by `os.environ`, `hidden` ones that are set behind its back. With `meanwhile`,
    another thread opens a file before each line of the solution, and when a program is started.
    """
    report, value = f"bequest-{program}.json", database.secret("variable")
    harness.box.remove(report)
    harness.program(program, code=_LOOK % (value.encode(), harness.box.path(report)))
    given: dict[str, Any] = {"_numbers": list(NUMBERS), "_limit": limit, "_meanwhile": meanwhile, "_plain": list(plain), "_hidden": list(hidden)}
    known = harness.testify(setup + "\n" + _OPEN, _expression=expression, _value=value, **given, **values)
    if not harness.box.exists(report):
        return []
    found, held = json.loads(harness.box.text(report))
    there = {tuple(one) for one in found}
    # The number counts only for what many may have open by themselves, such as a folder.
    opened = [
        f"{kind} is open under the number {number}"
        for kind, number, device, inode in known
        if ((number, device, inode) in there if kind == "a folder" else any(one[1:] == (device, inode) for one in there))
    ]
    return opened + [f"its environment holds {name}" for name in sorted(held)]
