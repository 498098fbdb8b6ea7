import re
from jinja2 import Environment, TemplateError

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}")
PLACEHOLDER = re.compile(rf"\s*{NAME}\s*(\|\s*(upper|lower)\s*)?")
STATEMENT = re.compile(rf"\s*(if\s+{NAME}|endif)\s*")


def validate(template):
    for tag in TAG.finditer(template):
        placeholder, statement = tag.groups()
        if placeholder is not None and not PLACEHOLDER.fullmatch(placeholder):
            raise ValueError(f"not allowed: {tag[0]}")
        if statement is not None and not STATEMENT.fullmatch(statement):
            raise ValueError(f"not allowed: {tag[0]}")


def circular(template, members):
    validate(template)
    environment = Environment(autoescape=False, keep_trailing_newline=True)
    environment.globals.clear()
    try:
        letter = environment.from_string(template)
        return [letter.render(**member) for member in members]
    except TemplateError as error:
        raise ValueError("bad template") from error
