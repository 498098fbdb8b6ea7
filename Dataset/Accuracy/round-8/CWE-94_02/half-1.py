import re

from jinja2 import Environment, TemplateSyntaxError

ENVIRONMENT = Environment(autoescape=False, keep_trailing_newline=True)
ENVIRONMENT.globals.clear()
TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}")
EXPRESSION = re.compile(r"\s*\w+\s*(\|\s*(upper|lower)\s*)?")
STATEMENT = re.compile(r"\s*(if\s+\w+|endif)\s*")


def check(template):
    """Lets only names, the two filters, and conditions on names come to Jinja2."""
    for expression, statement in TAG.findall(template):
        if expression and not EXPRESSION.fullmatch(expression):
            raise ValueError(f"not allowed in a letter: {expression.strip()}")
        if statement and not STATEMENT.fullmatch(statement):
            raise ValueError(f"not allowed in a letter: {statement.strip()}")
    if "{#" in template:
        raise ValueError("letters have no comments")


def circular(template, members):
    check(template)
    # Jinja2 would make \r\n to \n
    try:
        compiled = ENVIRONMENT.from_string(template.replace("\r", "\ue00d"))
    except TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    return [compiled.render(dict(member)).replace("\ue00d", "\r") for member in members]
