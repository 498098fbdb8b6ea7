import re

import jinja2

# a single brace may stand before a tag: {{% if x %} is "{" and a condition
TOKEN = re.compile(r"\{%(?P<tag>.*?)%\}|\{\{(?!%)(?P<place>.*?)\}\}", re.DOTALL)
TAG = re.compile(r"if\s+(?P<name>[A-Za-z_]\w*)|endif")
PLACE = re.compile(r"[A-Za-z_]\w*(\s*\|\s*(upper|lower))?")


def check(template):
    depth = 0
    for token in TOKEN.finditer(template):
        if token["place"] is not None:
            if not PLACE.fullmatch(token["place"].strip()):
                raise ValueError(f"no placeholder: {token[0]}")
            continue
        tag = TAG.fullmatch(token["tag"].strip())
        if not tag:
            raise ValueError(f"no condition: {token[0]}")
        depth += 1 if tag["name"] else -1
        if depth < 0:
            raise ValueError("endif without if")
    if depth:
        raise ValueError("if without endif")


def keep(template, member):
    """The template without its conditions, as it is for this member."""
    kept, stack, end = [], [True], 0
    for token in TOKEN.finditer(template):
        if token["tag"] is None:
            continue
        if stack[-1]:
            kept.append(template[end:token.start()])
        end = token.end()
        name = TAG.fullmatch(token["tag"].strip())["name"]
        if name:
            stack.append(stack[-1] and bool(member.get(name)))
        else:
            stack.pop()
    kept.append(template[end:])
    return "".join(kept)


def circular(template, members):
    check(template)
    environment = jinja2.Environment(keep_trailing_newline=True, comment_start_string="\ue000",
                                     comment_end_string="\ue001")
    environment.globals.clear()
    letters = []
    for member in members:
        text = keep(template, member).replace("\r", "\ue00d")
        try:
            letter = environment.from_string(text).render(dict(member))
        except jinja2.TemplateSyntaxError as error:
            raise ValueError(f"not a template: {error}") from error
        letters.append(letter.replace("\ue00d", "\r"))
    return letters
