"""Payloads that leave a file behind if, and only if, they ran.

The content of the file is worked out by the payload, so storing, echoing or naming a file after it sets nothing off.

    ran = markers.fired_by(lambda marker: marker.shell_attacks("a.txt"), lambda payload: solution.archive(payload))
    exploit_if(ran, f"the name ran as a command: {ran}")
"""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import harness
from probes import code_payloads, constants, given, naming, pickle_payloads, seals, shell_payloads, wrapping
from probes.code_payloads import format_leaks

__all__ = ["Marker", "fired_by", "format_leaks", "new", "runs"]

_MODULES = "."
#: Those of `python_attacks` that pass most filters of words.
_PASSING_FILTERS = (
    "open",
    "no import, no open",
    "letters of another alphabet",
    "eval of codes",
    "escapes",
    "frames of a generator",
    "globals of a class",
    "lambda",
)


class Marker:
    """One marker. Its payloads may be used many times; a new one is needed where several attacks must be told apart.

    Where it lies, what it is called and what it holds is different in every run. What becomes of it the tester knows from
    the kernel: a marker that was made and taken away again, moved, emptied or made unreadable is not overlooked.
    """

    def __init__(self) -> None:
        self.name = naming.word()
        self._factors = (naming.factor(), naming.factor())
        #: A folder of its own, so that nothing else can happen in it.
        self._folder: str = harness.box.mkdir(f"{_place()}/{naming.word()}", mode=0o777)
        self.path = f"{self._folder}/{self.name}"
        self._events = self._cleared = len(harness.box.watch.look())
        self._has_fired = False
        self._module = ""
        harness.look_later(self._late_trace)

    @property
    def fired(self) -> bool:
        """Has a payload of this marker run?"""
        self._look()
        return self._has_fired

    def clear(self) -> None:
        """Takes away what the payloads left, so that the next one can be told from them."""
        self._look()
        # What was made before the last time was taken away then; what became of anything since is an event of its own.
        for path in self._proofs(event.path for event in harness.box.watch.events[self._cleared :]):
            harness.box.remove(path)
        self._events = self._cleared = len(harness.box.watch.look())
        self._has_fired = False

    def _look(self) -> None:
        """Follows up what has happened in the box since the last look."""
        events = harness.box.watch.look()
        new, self._events = events[self._events :], len(events)
        if harness.box.watch.gap:
            harness.doubt(f"the box could not be watched: {harness.box.watch.gap}")
        if not new:
            return
        if 0 < harness.box.most_files // 2 < sum(event.kind == "came" for event in new):
            harness.doubt("so many files were made that there may have been no room for a marker")
        if self._proofs(event.path for event in new):
            self._has_fired = True
            return
        for event in new:
            path = harness.box.path(f"/box/{event.path}")
            if path == self._folder and event.kind != "came":
                harness.doubt("the folder of a marker was changed: it may have been there")
            elif path.startswith(self._folder + "/") and event.name != f"{self.name}script":
                harness.doubt("something was where only a marker can be, and what it was cannot be told")
            elif event.name == self.name:
                self._doubt_unless_stored(path)

    def _doubt_unless_stored(self, path: str) -> None:
        """A file of the marker's name is no proof: a program may store a payload, or name a file after it."""
        try:
            content = harness.box.read(path)
        except OSError:
            content = b""
        if not content.strip() or self.name.encode() not in content and not given.holds(content):
            harness.doubt("a marker was there, and what it held could not be read")

    def _late_trace(self) -> str | None:
        return "a payload ran after the check had looked" if self.fired else None

    def _proofs(self, paths: Iterable[str]) -> list[str]:
        """Which of the files hold the proof, whatever they are called: a payload's file may have been moved."""
        proof = str(self._factors[0] * self._factors[1]).encode()
        found = []
        for path in dict.fromkeys(paths):
            try:
                if (
                    stat.S_ISREG(harness.box.stat(f"/box/{path}").st_mode)
                    and harness.box.read(f"/box/{path}").strip() == proof
                ):
                    found.append(f"/box/{path}")
            except FileNotFoundError:
                continue
            except OSError as error:
                if error.errno not in (errno.ENOTDIR, errno.ELOOP):
                    harness.doubt(f"a file could not be read: {error.strerror}")
        return found

    # Shell

    @property
    def shell(self) -> str:
        """A shell command made of builtins: `echo $((61010*47919))>/tmp/…/…`."""
        return f"echo $(({self._product}))>{self.path}"

    @property
    def shell_plain(self) -> str:
        """The same without a slash; it writes into the folder that the shell is in."""
        return f"echo $(({self._product}))>{self.name}"

    @property
    def shell_quiet(self) -> str:
        """`shell` in octal codes: no slash, quote, or any of `;&|<>` is in it."""
        return shell_payloads.quiet(self.shell)

    def script(self) -> list[str]:
        """Plants a shell script; returns the two words that run it, made of letters, digits and slashes."""
        path = f"{self._folder}/{self.name}script"
        harness.box.write(path, self.shell.encode() + b"\n")
        return ["/bin/sh", harness.box.path(path)]

    def words(self) -> dict[str, str]:
        """What the words of the grammars stand for; see `runs`."""
        interpreter, path = self.script()
        harness.box.write(f"/box/bin/{self.name}tool", f"#!/bin/sh\n{self.shell}\n".encode(), mode=0o755)
        return {
            "TOOL": f"{self.name}tool",
            "SCRIPT": f"{interpreter} {path}",
            "PATH": path,
            "CMD": self.shell,
            "PLAIN": self.shell_plain,
            "QUIET": self.shell_quiet,
            "PYTHON": self.python,
            "BARE": self.python_bare,
            "STATEMENT": self.statement,
        }

    def shell_attacks(self, value: str = "x") -> dict[str, str]:
        """Payloads around an ordinary value, by the way in which they break out of it."""
        return shell_payloads.attacks(value, self.shell, self.shell_plain)

    # Python

    @property
    def _product(self) -> str:
        return f"{self._factors[0]}*{self._factors[1]}"

    @property
    def python(self) -> str:
        """A Python expression that writes the marker."""
        return code_payloads.expression(self.path, self._product)

    @property
    def python_bare(self) -> str:
        """The same for an `eval` without builtins."""
        return code_payloads.bare_expression(self.path, self._product)

    @property
    def statement(self) -> str:
        """A Python statement that writes the marker."""
        return f"import os\nwith open({self.path!r}, 'w') as file: file.write(str({self._product}))"

    def python_attacks(self, value: str = "1") -> dict[str, str]:
        """Expressions and statements that write the marker, many of them made to pass a list of forbidden words."""
        return code_payloads.attacks(value, self.path, self._product)

    def templates(self, value: str = "x") -> dict[str, str]:
        """Templates (Jinja2, Mako, home-made braces) that write the marker when they are rendered."""
        return code_payloads.templates(value, self.path, self._product)

    def module(self, name: str, folder: str = _MODULES) -> str:
        """Plants `name.py` in a folder of the box; importing it writes the marker. Returns its path."""
        path = f"{folder}/{name.replace('.', '/')}.py"
        harness.box.write(path, f"{self.statement}\ndef run(*_, **__): return 'run'\nmain = run\n".encode())
        return str(harness.box.path(path))

    def lazy_module(self, name: str) -> None:
        """Plants `name.py` and has the solution load it; looking `thing` up in it writes the marker (PEP 562)."""
        body = self.statement.replace("\n", "\n        ")
        source = f"def __getattr__(name):\n    if name == 'thing':\n        {body}\n        return len\n"
        source += "    raise AttributeError(name)\n"
        harness.box.write(f"{_MODULES}/{name}.py", source.encode())
        harness.testify("import importlib\nimportlib.import_module(name)\nresult = None", name=name)

    # Serialised data

    def pickle(self, protocol: int = 4) -> bytes:
        """A pickle that writes the marker when it is loaded."""
        return pickle_payloads.reduce(self.python, protocol)

    def pickles(self) -> dict[str, bytes]:
        """Pickles that write the marker, by several roads; made for unpicklers that allow some names."""
        return pickle_payloads.payloads(
            self.python, self.path, self._product, self._helper(), constants.strings()
        )

    def _helper(self) -> str:
        """The name of a planted module that sets the marker off when it is imported."""
        if not self._module:
            self._module = naming.word()
            self.module(self._module)
        return self._module

    def yamls(self) -> dict[str, str]:
        """YAML documents that write the marker when a loader makes Python objects."""
        return code_payloads.yamls(self.python)

    def repacked(self, own: bytes | str) -> dict[str, Any]:
        """Hostile data in the wrapping of something that the solution wrote itself: same type, same layers.

        Layers are base64, base85, hexadecimal, zlib, gzip, bz2, lzma, and a digest without a key before or after.
        """
        texts = {f"yaml {name}": text for name, text in self.yamls().items()}
        texts |= {"python": self.python, "python without builtins": self.python_bare}
        attacks = self.python_attacks()
        texts |= {f"python, {name}": attacks[name] for name in _PASSING_FILTERS}
        return wrapping.repacked(own, self.pickles(), {name: text.encode() for name, text in texts.items()})

    def sealed(
        self, own: bytes | str, words: Iterable[str | bytes] = (), contexts: Iterable[str] = ()
    ) -> dict[str, Any]:
        """Hostile data under a seal like that of `own`, which the solution wrote itself: its own, none, or of a key.

        The keys are what programs fall back to, what this one's source holds, and `words`, which the attacker knows.
        `contexts` are what may be sealed with the data, such as the name of its file.
        """
        known = [*words, *constants.strings()]
        first = {name: data for name, data in self.pickles().items() if not name.startswith("eval, protocol")}
        hostile = {"eval": self.pickle(), **first, "python": self.python.encode()}
        made = seals.forged(_as_bytes(own), hostile, known, contexts)
        return _like(own, made)

    def other_formats(self, own: bytes | str) -> dict[str, Any]:
        """Hostile data behind another word than the one with which `own` tells its version or format."""
        payloads = {"pickle": self.pickle(), "pickle, protocol 0": self.pickle(0), "python": self.python_bare.encode()}
        wraps = wrapping.of_other_formats(_as_bytes(own), constants.strings())
        made = {f"{name} {how}": wrap(data) for how, wrap in wraps.items() for name, data in payloads.items()}
        return _like(own, made)

    def embedded(self, own: bytes | str) -> dict[str, Any]:
        """Hostile documents made of one in JSON that the solution wrote itself, in the same wrapping."""
        functions = ("eval", "builtins.eval", "exec", "os.system", "subprocess.getoutput")
        calls = [(name, self.shell if "." in name and "eval" not in name else self.python) for name in functions]
        words = constants.strings()
        return wrapping.embedded(own, self.pickles(), calls) | wrapping.invented(
            own, words, [("builtins.eval", self.python), ("eval", self.python), ("os.system", self.shell)]
        )


def _as_bytes(own: bytes | str) -> bytes:
    return own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)


def _like(own: bytes | str, made: dict[str, bytes]) -> dict[str, Any]:
    """The data as `own` is: bytes, or text without what is none."""
    if isinstance(own, str):
        return {name: data.decode() for name, data in made.items() if data.isascii()}
    return dict(made)


def _place() -> str:
    """A folder of the box that every solution may write to."""
    return naming.chosen(("/box", "/box/tmp", "/box/work", "/tmp", "/box/shm"))


def new() -> Marker:
    """A fresh marker, different from all others."""
    return Marker()


def runs(
    use: Callable[[Any], Any], more: Callable[[Marker], Mapping[str, str]] = lambda marker: {}
) -> Callable[[Any], str | None]:
    """An effect for `search.attack`: does `use(candidate)`, within `attempt`, run the code that the candidate holds?

    In the candidate, a text or a list or tuple of texts, these words stand for what the marker is set off by:
    CMD, PLAIN, QUIET, SCRIPT, PATH and TOOL (a program on the solution's PATH) for the shell (`probes.grammars.shell`),
    PYTHON, BARE and STATEMENT for Python;
    `more` tells, for a marker, what further words stand for.
    """
    marker = new()
    words = {**marker.words(), **more(marker)}

    def effect(candidate: Any) -> str | None:
        harness.attempt(use, _filled(candidate, words))
        if not marker.fired:
            return None
        marker.clear()
        return "it ran"

    return effect


def _filled(candidate: Any, words: Mapping[str, str]) -> Any:
    if isinstance(candidate, (list, tuple)):
        return type(candidate)(_filled(part, words) for part in candidate)
    if isinstance(candidate, str):
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        return re.sub("|".join(longest_first), lambda match: words[match[0]], candidate)
    return candidate


def fired_by(payloads: Callable[[Marker], Mapping[str, Any]], use: Callable[[Any], Any]) -> list[str]:
    """Uses every payload within `attempt`; returns the names of those after which the marker was there."""
    marker, ran = new(), []
    for name, payload in payloads(marker).items():
        harness.attempt(use, payload)
        if marker.fired:
            ran.append(name)
            marker.clear()
    return ran
