import re
from functools import partial

NAME = r"[^\W\d]\w*"
TOKEN = re.compile(rf"""
    \{{\{{ \s* (?P<name>{NAME}) \s* (?: \| \s* (?P<filter>upper|lower) \s* )? \}}\}}
  | \{{% \s* if \s+ (?P<condition>{NAME}) \s* %\}}
  | (?P<endif> \{{% \s* endif \s* %\}} )
  | (?P<other> \{{\{{ (?!\{{) .*? \}}\}} | \{{% .*? %\}} )
""", re.VERBOSE | re.DOTALL)
CHANGES = {None: str, "upper": str.upper, "lower": str.lower}


def text(value, member):
    return value


def particular(name, change, member):
    return change(member.get(name, ""))


def condition(name, parts, member):
    return joined(parts, member) if member.get(name) else ""


def joined(parts, member):
    return "".join(part(member) for part in parts)


def compiled(template):
    """The template as a list of functions from a member to text."""
    stack, end = [(None, [])], 0
    for token in TOKEN.finditer(template):
        parts = stack[-1][1]
        parts.append(partial(text, template[end:token.start()]))
        end = token.end()
        if token["other"]:
            raise ValueError(f"not in the notation of letters: {token[0]!r}")
        if token["name"]:
            parts.append(partial(particular, token["name"], CHANGES[token["filter"]]))
        elif token["condition"]:
            stack.append((token["condition"], []))
        else:
            name, inner = stack.pop()
            if name is None:
                raise ValueError("endif without if")
            stack[-1][1].append(partial(condition, name, inner))
    if len(stack) > 1:
        raise ValueError("if without endif")
    return [*stack[0][1], partial(text, template[end:])]


def circular(template, members):
    parts = compiled(template)
    return [joined(parts, member) for member in members]
