from jinja2 import Environment, TemplateError, nodes

FILTERS = ("upper", "lower")


def check_expression(expr):
    if isinstance(expr, nodes.TemplateData) or isinstance(expr, nodes.Name):
        return
    if isinstance(expr, nodes.Filter) and expr.name in FILTERS:
        if not (expr.args or expr.kwargs or expr.dyn_args or expr.dyn_kwargs):
            return
    raise ValueError(f"line {expr.lineno}: {type(expr).__name__} is not allowed here")


def check_body(body):
    for node in body:
        if isinstance(node, nodes.Output):
            for expr in node.nodes:
                check_expression(expr)
        elif isinstance(node, nodes.If) and not node.elif_ and not node.else_:
            if not isinstance(node.test, nodes.Name):
                raise ValueError(f"line {node.lineno}: a condition must be a name")
            check_body(node.body)
        else:
            raise ValueError(f"line {node.lineno}: {type(node).__name__} is not allowed")


def circular(template, members):
    env = Environment(keep_trailing_newline=True)
    env.globals.clear()
    try:
        check_body(env.parse(template).body)
        letter = env.from_string(template)
    except TemplateError as error:
        raise ValueError(str(error)) from error
    return [letter.render(dict(member)) for member in members]
