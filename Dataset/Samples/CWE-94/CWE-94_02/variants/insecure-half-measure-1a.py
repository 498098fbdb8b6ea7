import re

from jinja2 import Environment, TemplateSyntaxError

# Jinja turns every line end into "\n"; carriage returns travel as this mark.
CR = "\udc0d"
TAG_OR_CR = re.compile(r"(\{[{%][^{}]*\})|\r")
TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}")
PLACEHOLDER = re.compile(r"\s*[^\W\d]\w*\s*(\|\s*(upper|lower)\s*)?")
CONDITION = re.compile(r"\s*(if\s+[^\W\d]\w*|endif)\s*")

environment = Environment(
    autoescape=False,
    keep_trailing_newline=True,
    comment_start_string="\udc00{#",
    comment_end_string="#}\udc00",
)
environment.globals.clear()


def _check(template):
    """Refuse everything that is not in the notation for circulars."""
    for tag in TAG.finditer(template):
        placeholder, condition = tag.groups()
        if placeholder is not None:
            if not PLACEHOLDER.fullmatch(placeholder):
                raise ValueError(f"not a placeholder: {tag.group()}")
        elif not CONDITION.fullmatch(condition):
            raise ValueError(f"not a condition: {tag.group()}")


def circular(template, members):
    _check(template)
    source = TAG_OR_CR.sub(
        lambda match: match[1].replace("\r", " ") if match[1] else CR, template
    )
    try:
        letter = environment.from_string(source)
    except TemplateSyntaxError as error:
        raise ValueError(f"the template cannot be read: {error}") from None
    return [letter.render(dict(member)).replace(CR, "\r") for member in members]
