from jinja2 import Environment, TemplateSyntaxError, nodes

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.If, nodes.Const)


def _check(node):
    if not isinstance(node, ALLOWED):
        raise ValueError(f"{type(node).__name__} is not allowed in a template")
    for child in node.iter_child_nodes():
        _check(child)


def circular(template, members):
    environment = Environment(keep_trailing_newline=True)
    environment.globals.clear()
    try:
        _check(environment.parse(template))
        letter = environment.from_string(template)
    except TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    return [letter.render(dict(member)) for member in members]
