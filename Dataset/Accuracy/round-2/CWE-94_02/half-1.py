import re

import jinja2

PLACEHOLDER = re.compile(r"\s*[^\W\d]\w*\s*(\|\s*(upper|lower)\s*)?")
TAG = re.compile(r"\s*(if\s+[^\W\d]\w*|endif)\s*")


def _check(template):
    """Nothing may stand between the braces but the notation of the letters."""
    for inner in re.findall(r"\{\{(.*?)\}\}", template):
        if not PLACEHOLDER.fullmatch(inner):
            raise ValueError(f"not a placeholder: {inner!r}")
    for inner in re.findall(r"\{%(.*?)%\}", template):
        if not TAG.fullmatch(inner):
            raise ValueError(f"not a condition: {inner!r}")


def circular(template, members):
    _check(template)
    environment = jinja2.Environment(
        autoescape=False, keep_trailing_newline=True,
        newline_sequence="\r\n" if "\r\n" in template else "\n")
    environment.globals.clear()
    try:
        letter = environment.from_string(template)
    except jinja2.TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    return [letter.render(member) for member in members]
