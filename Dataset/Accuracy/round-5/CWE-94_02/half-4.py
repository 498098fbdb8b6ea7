import re

from jinja2 import Environment, TemplateSyntaxError

ANY = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#", re.DOTALL)
PLACEHOLDER = re.compile(r"\{\{\s*([^\W\d]\w*)\s*(?:\|\s*(upper|lower)\s*)?\}\}")
CONDITION = re.compile(r"\{%\s*(?:if\s+[^\W\d]\w*|endif)\s*%\}")

environment = Environment(keep_trailing_newline=True)
environment.globals.clear()


def literal(text):
    return re.sub(r"\{+[{%#]", lambda m: "{{ '" + m[0] + "' }}", text)


def fill(template, member):
    def particular(match):
        name, case = match.groups()
        value = member.get(name, "")
        if case:
            value = getattr(value, case)()
        return literal(value)

    return PLACEHOLDER.sub(particular, template)


def circular(template, members):
    for match in ANY.finditer(template):
        if not PLACEHOLDER.fullmatch(match[0]) and not CONDITION.fullmatch(match[0]):
            raise ValueError(f"not allowed in a template: {match[0]}")
    try:
        environment.parse(template)
    except TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    return [environment.from_string(fill(template, m)).render(m) for m in members]
