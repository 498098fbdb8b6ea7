import re

from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_NAME = r"[^\W\d]\w*"
_ALLOWED = re.compile(
    rf"\{{\{{\s*(?P<name>{_NAME})\s*(?P<filter>\|\s*(?:upper|lower)\s*)?\}}\}}"
    rf"|\{{%\s*if\s+(?P<condition>{_NAME})\s*%\}}"
    r"|\{%\s*endif\s*%\}"
)
# everything in a template that Jinja2 would work out
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def _environment():
    environment = ImmutableSandboxedEnvironment(keep_trailing_newline=True, autoescape=False)
    environment.globals.clear()
    for name in set(environment.filters) - {"upper", "lower"}:
        del environment.filters[name]
    environment.tests.clear()
    return environment


def _translate(match):
    """The Jinja2 code for a piece of ours. A particular may have any name, also `self` or `in`:
    with `p_` before it, it means nothing else to Jinja2."""
    found = _ALLOWED.fullmatch(match[0])
    if found is None:
        raise ValueError(f"this cannot stand in a template: {match[0]!r}")
    if found["name"]:
        return f"{{{{ p_{found['name']}{found['filter'] or ''} }}}}"
    if found["condition"]:
        return f"{{% if p_{found['condition']} %}}"
    return "{% endif %}"


def circular(template, members):
    # Jinja2 makes all line breaks alike; ours stay as they are
    try:
        code = _CODE.sub(_translate, template).replace("\r", "{{ cr }}")
        letter = _environment().from_string(code)
        return [
            letter.render({f"p_{name}": text for name, text in member.items()}, cr="\r")
            for member in members
        ]
    except (TemplateError, TypeError, RecursionError) as error:
        raise ValueError("this is no template") from error
