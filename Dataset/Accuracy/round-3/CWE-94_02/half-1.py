from jinja2 import Environment, TemplateSyntaxError, nodes

ALLOWED_FILTERS = {"upper", "lower"}
FORBIDDEN = (nodes.Getattr, nodes.Call, nodes.For, nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.CallBlock,
             nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Block, nodes.FilterBlock,
             nodes.With, nodes.Test)

environment = Environment(keep_trailing_newline=True, autoescape=False)


def check(tree):
    for node in tree.find_all(FORBIDDEN):
        raise ValueError(f"{type(node).__name__} is not allowed in a letter")
    for node in tree.find_all(nodes.Filter):
        if node.name not in ALLOWED_FILTERS or node.args or node.kwargs:
            raise ValueError(f"filter {node.name} is not allowed in a letter")


def circular(template, members):
    try:
        check(environment.parse(template))
        letter = environment.from_string(template)
    except TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    return [letter.render(dict(member)) for member in members]
