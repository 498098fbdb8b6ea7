import re

import jinja2

PLACEHOLDER = re.compile(r"\{\{-?(.*?)-?\}\}", re.S)
TAG = re.compile(r"\{%-?\s*(\w+)(.*?)-?%\}", re.S)
PARTICULAR = re.compile(r"\s*[A-Za-z_]\w*\s*")
FILTERED = re.compile(r"\s*[A-Za-z_]\w*\s*(\|\s*(upper|lower)\s*)?")


class Circular:
    def __init__(self, template):
        for match in PLACEHOLDER.finditer(template):
            if not FILTERED.fullmatch(match[1]):
                raise ValueError(f"placeholder not allowed: {match[0]}")
        for match in TAG.finditer(template):
            word, rest = match.groups()
            if word == "if" and PARTICULAR.fullmatch(rest):
                continue
            if word == "endif" and not rest.strip():
                continue
            raise ValueError(f"tag not allowed: {match[0]}")
        environment = jinja2.Environment(keep_trailing_newline=True)
        environment.globals.clear()
        try:
            self.compiled = environment.from_string(template)
        except jinja2.TemplateError as error:
            raise ValueError(error.message) from None

    def letter(self, member):
        return self.compiled.render(member)


def circular(template, members):
    letters = Circular(template)
    return [letters.letter(member) for member in members]
