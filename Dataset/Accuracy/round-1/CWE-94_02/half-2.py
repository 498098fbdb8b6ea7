import re

from jinja2 import Environment, TemplateSyntaxError

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
PLACEHOLDER = re.compile(rf"\s*{NAME}\s*(?:\|\s*(?:upper|lower)\s*)?")
TAG = re.compile(rf"\s*(?:if\s+{NAME}|endif)\s*")

env = Environment(keep_trailing_newline=True)
env.globals.clear()


def check(template):
    for inside in re.findall(r"\{\{(.*?)\}\}", template):
        if not PLACEHOLDER.fullmatch(inside):
            raise ValueError("not a placeholder: {{" + inside + "}}")
    for inside in re.findall(r"\{%(.*?)%\}", template):
        if not TAG.fullmatch(inside):
            raise ValueError("not a condition: {%" + inside + "%}")


def circular(template, members):
    check(template)
    try:
        letter = env.from_string(template)
    except TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    return [letter.render(member) for member in members]
