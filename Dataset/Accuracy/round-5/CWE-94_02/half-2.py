import re

from jinja2 import Environment, TemplateError

NAME = r"[^\W\d]\w*"
EXPRESSION = re.compile(rf"\s*{NAME}\s*(\|\s*(upper|lower)\s*)?")
STATEMENT = re.compile(rf"\s*(if\s+{NAME}|endif)\s*")


def validate(template):
    for inside in re.findall(r"{{(.*?)}}", template):
        if not EXPRESSION.fullmatch(inside):
            raise ValueError("not a placeholder: " + inside)
    for inside in re.findall(r"{%(.*?)%}", template):
        if not STATEMENT.fullmatch(inside):
            raise ValueError("not a condition: " + inside)


def circular(template, members):
    validate(template)
    env = Environment(autoescape=False, keep_trailing_newline=True)
    env.globals = {}
    try:
        compiled = env.from_string(template)
    except TemplateError as exc:
        raise ValueError(f"faulty template: {exc}") from exc
    return [compiled.render(**member) for member in members]
