import re

PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*(?:\|\s*(upper|lower)\s*)?\}\}")
INNERMOST = re.compile(r"\{%\s*if\s+(\w+)\s*%\}((?:(?!\{%).)*)\{%\s*endif\s*%\}", re.DOTALL)


def conditions(text, member):
    while True:
        text, count = INNERMOST.subn(lambda found: found[2] if member.get(found[1]) else "", text)
        if count == 0:
            return text


def placeholder(found, member):
    value = member.get(found[1], "")
    return getattr(value, found[2])() if found[2] else value


def circular(template, members):
    letters = []
    for member in members:
        text = conditions(template, member)
        letters.append(PLACEHOLDER.sub(lambda found: placeholder(found, member), text))
    return letters
