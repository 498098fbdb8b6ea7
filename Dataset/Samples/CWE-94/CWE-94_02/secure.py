from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Filter)


def circular(template, members):
    environment = SandboxedEnvironment(keep_trailing_newline=True)
    try:
        tree = environment.parse(template)
    except TemplateSyntaxError as error:
        raise ValueError(f"line {error.lineno} of the template: {error.message}") from error
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, ALLOWED):
            raise ValueError(f"line {node.lineno} of the template: {type(node).__name__} is not allowed")

    letter = environment.from_string(template)
    letters = []
    for member in members:
        letters.append(letter.render(member))
    return letters
