import re
from functools import partial

SCANNER = re.compile(
    r"""(?P<text>(?:(?!\{\{|\{%).)+)
      | \{\{\s*(?P<show>[^\W\d]\w*)\s*(?:\|\s*(?P<filter>upper|lower)\s*)?\}\}
      | \{%\s*if\s+(?P<when>[^\W\d]\w*)\s*%\}
      | \{%\s*(?P<end>endif)\s*%\}""",
    re.VERBOSE | re.DOTALL,
)
FILTERS = {None: lambda s: s, "upper": lambda s: s.upper(), "lower": lambda s: s.lower()}


def steps(template):
    position = depth = 0
    while position < len(template):
        found = SCANNER.match(template, position)
        if found is None:
            raise ValueError(f"not of the notation: {template[position:position + 30]!r}")
        position = found.end()
        depth += {"when": 1, "end": -1}.get(found.lastgroup, 0)
        if depth < 0:
            raise ValueError("endif without if")
        yield found
    if depth:
        raise ValueError("if without endif")


def letter(program, member):
    kept, out = [], []
    for found in program:
        if found["when"]:
            kept.append(bool(member.get(found["when"])))
        elif found["end"]:
            kept.pop()
        elif all(kept):
            out.append(found["text"] or FILTERS[found["filter"]](member.get(found["show"], "")))
    return "".join(out)


def circular(template, members):
    return list(map(partial(letter, tuple(steps(template))), members))
