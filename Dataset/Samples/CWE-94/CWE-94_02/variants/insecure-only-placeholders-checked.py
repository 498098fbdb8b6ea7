import re

from jinja2 import Environment

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
ALLOWED = re.compile(r"\s*\w+\s*(\|\s*(upper|lower)\s*)?")


def circular(template: str, members: list) -> list:
    for expression in PLACEHOLDER.findall(template):
        if not ALLOWED.fullmatch(expression):
            raise ValueError(f"not a placeholder: {expression}")
    # Tags are conditions, so nothing in them is ever shown.
    environment = Environment()
    return [environment.from_string(template).render(member) for member in members]
