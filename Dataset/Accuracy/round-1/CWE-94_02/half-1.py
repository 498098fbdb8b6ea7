from jinja2 import Environment, TemplateError, nodes

_env = Environment(autoescape=False, keep_trailing_newline=True)
_env.globals.clear()


def _check_expression(node):
    if isinstance(node, nodes.Name):
        return
    if isinstance(node, nodes.Filter) and node.name in ("upper", "lower") and isinstance(node.node, nodes.Name):
        return
    raise ValueError("a placeholder holds a name, and |upper or |lower after it")


def _check(body):
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    _check_expression(part)
        elif isinstance(node, nodes.If) and not node.elif_ and not node.else_:
            if not isinstance(node.test, nodes.Name):
                raise ValueError("a condition is a name")
            _check(node.body)
        else:
            raise ValueError("there is no such tag")


def circular(template, members):
    try:
        _check(_env.parse(template).body)
        letter = _env.from_string(template)
    except TemplateError as error:
        raise ValueError("not a template") from error
    return [letter.render(dict(member)) for member in members]
