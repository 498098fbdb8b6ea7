"""Names of properties that reach other places of a JSON text: by a path, in SQL functions or by hand, or by leaving the path.

`hidden` is the name of a property that is not to be reached, and holds an object with the names `leaves`; `ordinary` is
one that may be. See the SQLite documentation, "JSON Functions And Operators": `$.a.b`, `$."a b"`, `$[0]`, `->>`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from probes.grammars import evasions, sql
from probes.grammars.ranked import in_turn

#: How one step of a path is spelled, the step being N.
_STEPS = ("N", '"N"', "['N']", '["N"]', '\\"N\\"', "'N'", "[N]", "`N`", "N ")
#: What is between two steps.
_BORDERS = (".", '"."', "/", '".', '."', "'.'", "]['", '"]["', "' -> '", "' ->> '", ":", "__", "->", "..", '".."', "|", "\\.", "\0.", ". ", "%", ",", "][", "~1", "#")
_ROOTS = ("$", "$.", "", "@", "..", "*", "$.*", "$..*", "%", "#", "$[0]", "[0]", "$[#-1]", '"', "'", '""', "$$", "$.\"", ".", "[#-1]", "?", "_", "[]", "0", "-1")


def properties(ordinary: str, hidden: str, leaves: Sequence[str], rests: Sequence[str], columns: Sequence[str] = ()) -> Iterator[str]:
    """Texts for the place of a property, none of which is one; `rests` are for SQL around it, as in `sql.values`."""
    yield from (f"{hidden}.{leaves[0]}", f'{hidden}"."{leaves[0]}', f"$.{hidden}.{leaves[0]}", f"{leaves[0]}", hidden, "$")
    inner = [f"{hidden}{border}{leaf}" for border in _BORDERS for leaf in leaves[:1]]
    left = [f"x{quote}{bracket} {rest} --" for rest in rests for quote in ("'", "\"'", "'||char(34)", "''", "') ", '"') for bracket in ("", ")", "))")]
    found = in_turn(
        inner,
        _spelled(hidden, leaves),
        _whole(hidden, leaves),
        itertools.chain(left, sql.values(ordinary, rests, columns)),
        (other for text in (f"{hidden}.{leaves[0]}", f'{hidden}"."{leaves[0]}', hidden) for other in evasions.evading(text)),
        _behind(ordinary, hidden, leaves),
    )
    yield from (text for text in found if text != ordinary)


def _spelled(hidden: str, leaves: Sequence[str]) -> Iterator[str]:
    """The hidden name, and the way to what it holds, in other letters or quotes."""
    coded = "".join(f"\\u{ord(sign):04x}" for sign in hidden[:1]) + hidden[1:]
    for name in (f'"{hidden}"', coded, hidden.upper(), f" {hidden}", f"{hidden} ", f"{hidden}\0", f"\0{hidden}", f"{hidden}\0x", f'{hidden}"', f'"{hidden}'):
        yield from (name, f"{name}.{leaves[0]}", f"$.{name}")
    for step in _STEPS:
        first, last = step.replace("N", hidden), step.replace("N", leaves[0])
        yield from (f"{first}.{last}", f"$.{first}.{last}", f"$.{first}", f"{first}{last}", f"${first}{last}", f"{first}", f"{first[1:]}.{last[:-1]}")
    yield from (f"{hidden[:-1]}%", f"{hidden[:-1]}_", f"{hidden[:-1]}?", f"{hidden[:3]}*", f"{hidden}%", f"%{hidden}%", f"[{hidden[0]}]{hidden[1:]}", f".*{hidden}", f"{hidden}|x")
    yield from ("".join(chr(ord(sign) + 0xFEE0) for sign in hidden), hidden.replace("i", "\u0131"), hidden.replace("f", "\u017f"), f"{hidden}\n", f"{hidden}\u200b")
    yield from (hidden.swapcase(), hidden.capitalize(), f"{hidden}\ufeff", f"\t{hidden}", f"'{hidden}'", f"{hidden};", f"{hidden}' || '")


def _whole(hidden: str, leaves: Sequence[str]) -> Iterator[str]:
    """Everything, the names of leaves for whoever looks at all depths, and texts of the JSON itself."""
    yield from _ROOTS[:6]
    yield from leaves
    yield from _ROOTS[6:]
    yield from (f'{hidden}":{{"{leaves[0]}', f'": {{"{leaves[0]}', f"{leaves[0]}%", f"%{leaves[0]}", f"%{leaves[0]}%", f".{leaves[0]}", f"..{leaves[0]}", f"*.{leaves[0]}", f"$..{leaves[0]}")
    yield from (f'x", "{hidden}', f'x": "", "{hidden}', f'"{leaves[0]}"', f"${leaves[0]}", f"{leaves[0]} ", f'x","$.{hidden}.{leaves[0]}', f"x','$.{hidden}.{leaves[0]}", f"x\"', '$.{hidden}.{leaves[0]}")


def _behind(ordinary: str, hidden: str, leaves: Sequence[str]) -> Iterator[str]:
    """A property that is there, and a way on from it."""
    for way in (f"', '$.{hidden}.{leaves[0]}", f"\"', '$.{hidden}.{leaves[0]}", f"\",\"$.{hidden}", f".{hidden}", f"\".\"{hidden}", f", {hidden}", f"\n{hidden}", f"|{hidden}", f"/../{hidden}/{leaves[0]}"):
        yield f"{ordinary}{way}"
    yield from (f"{ordinary}')||json_extract(card,'$.{hidden}", f"{ordinary}') OR ('1'='1", f"{ordinary}\"') OR '1' = ('1", f"x') IS NULL OR ('", f"x\"') IS NULL OR ('")
