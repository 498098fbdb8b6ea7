import re

from jinja2 import Environment, TemplateSyntaxError

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
PLACEHOLDER = re.compile(rf"\s*{NAME}\s*(\|\s*(upper|lower)\s*)?")
TAG = re.compile(rf"\s*(if\s+{NAME}|endif)\s*")
EXPRESSION = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}")


def check(template):
    for found in EXPRESSION.finditer(template):
        inside, tag = found.groups()
        if inside is not None and not PLACEHOLDER.fullmatch(inside):
            raise ValueError(f"not allowed in a letter: {found[0]}")
        if tag is not None and not TAG.fullmatch(tag):
            raise ValueError(f"not allowed in a letter: {found[0]}")


def circular(template, members):
    check(template)
    environment = Environment(keep_trailing_newline=True)
    environment.globals.clear()
    try:
        letter = environment.from_string(template)
    except TemplateSyntaxError as error:
        raise ValueError(f"not a letter: {error}") from error
    return [letter.render(member) for member in members]
