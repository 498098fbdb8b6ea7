import re

from jinja2 import Environment, Template, TemplateSyntaxError, nodes

CR = "\udc0d"
TAG_OR_CR = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})|\r", re.S)
FILTERS = {"upper", "lower"}

environment = Environment(
    autoescape=False,
    keep_trailing_newline=True,
    comment_start_string="\udc00{#",
    comment_end_string="#}\udc00",
)
environment.globals.clear()


def _check_expression(node):
    if isinstance(node, nodes.TemplateData):
        node.data = node.data.replace(CR, "\r")
        return
    if isinstance(node, nodes.Filter):
        if node.name not in FILTERS or node.args or node.kwargs:
            raise ValueError(f"this filter is not allowed: {node.name}")
        node = node.node
    if not isinstance(node, nodes.Name):
        raise ValueError(f"only a plain name may stand here (line {node.lineno})")


def _check_body(body):
    """Walk through the parsed template; only known nodes may occur."""
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                _check_expression(part)
        elif isinstance(node, nodes.If):
            if not isinstance(node.test, nodes.Name):
                raise ValueError(f"a condition is one name (line {node.lineno})")
            _check_body(node.body)
        else:
            raise ValueError(f"this tag is not allowed (line {node.lineno})")


def circular(template, members):
    source = TAG_OR_CR.sub(
        lambda match: match[1].replace("\r", " ") if match[1] else CR, template
    )
    try:
        tree = environment.parse(source)
        _check_body(tree.body)
        code = environment.compile(tree)
    except TemplateSyntaxError as error:
        raise ValueError(f"the template cannot be read: {error}") from None
    letter = Template.from_code(environment, code, {})
    return [letter.render(dict(member)) for member in members]
