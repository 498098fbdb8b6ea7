"""What a hostile program writes that is the very same as the solution: its own writer, given values that are no plain ones.

    own = impostors.written("solution.dumps(value)", marker.python)
    search.attack("the message", own.values(), lambda data: attempt(solution.loads, data), tries=60)

The format need not be known: whatever the solution writes of a value's class, or by way of its pickle, names what the impostor
is called or asks for. Nothing is run while it is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import harness

#: Names of classes that a reader may call, or raise, with a text.
NAMES = (
    *("eval", "exec", "SystemExit", "KeyboardInterrupt", "builtins.eval", "os.system", "subprocess.getoutput", "GeneratorExit", "enumerate"),
    *("subprocess.CalledProcessError", "reversed", "BaseException", "importlib.import_module", "print", "type", "memoryview", "iter", "object"),
)

_WRITE = """
import builtins as _builtins, datetime as _datetime, decimal as _decimal

class _Evil:
    def __reduce_ex__(self, protocol):
        return _builtins.eval, (_codes[0],)

def _asks(base, *arguments):
    # Under the name of its base: for who looks at names only. For pickles it is a call.
    made = type(base.__name__, (base,), {"__reduce_ex__": _Evil.__reduce_ex__, "__module__": base.__module__})
    return made(*arguments)

def _called(name, base, *arguments):
    module, _, last = name.rpartition(".")
    return type(last, (base,), {"__module__": module or "builtins", "__qualname__": last})(*arguments)

def _impostors():
    yield "a call", _Evil()
    bases = [(str, "x"), (bytes, b"x"), (int, 7), (float, 0.5), (list, [1]), (tuple, (1,)), (set, {1}), (frozenset, {1}), (dict, {"a": 1})]
    for base, *arguments in [*bases, (_datetime.date, 2031, 4, 5), (_datetime.datetime, 2031, 4, 5), (_decimal.Decimal, "1.5"), (ValueError, "x"), (RuntimeError, "x")]:
        for shape in ("alone", "in a list", "in a dictionary"):
            made = _asks(base, *arguments)
            yield f"a call as {base.__name__}, {shape}", made if shape == "alone" else [made] if shape == "in a list" else {"k": made}
    for name in _names:
        for code in _codes:
            yield f"an exception {name}", _called(name, Exception, code)
        for base in (list, str):
            yield f"a {base.__name__} {name}", _called(name, base, [_codes[0]] if base is not str else _codes[0])

def _one(value):
    names = {**globals(), "value": value, "_taken": {}}
    # For who looks whether a class is what its name stands for.
    kind = type(value).__name__
    had, before = hasattr(_builtins, kind), getattr(_builtins, kind, None)
    is_swapped = isinstance(value, BaseException) and type(value).__module__ == "builtins"
    compiled = compile(_setup + "\\n_taken['made'] = " + _expression, "<written>", "exec")
    run = _builtins.exec
    try:
        if is_swapped:
            setattr(_builtins, kind, type(value))
        run(compiled, names)
    finally:
        if is_swapped:
            setattr(_builtins, kind, before) if had else delattr(_builtins, kind)
    return names["_taken"]["made"]

result = {}
for _name, _value in _impostors():
    try:
        _data = _one(_value)
    except BaseException:
        continue
    if type(_data) in (bytes, str):
        result.setdefault(_name if _name not in result else f"{_name}, {len(result)}", _data)
"""


def written(
    expression: str, codes: Sequence[str], names: Sequence[str] = NAMES, setup: str = "", **values: Any
) -> Mapping[str, bytes | str]:
    """What `expression`, in the solution's process, comes to for each impostor `value`; `setup` runs before each.

    The first of `codes` is an expression of Python; all of them are what exceptions are raised with. What cannot be written is
    left out.
    """
    given = {"_expression": expression, "_codes": list(codes), "_names": list(names), "_setup": setup}
    return dict(harness.testify(_WRITE, **given, **values))
