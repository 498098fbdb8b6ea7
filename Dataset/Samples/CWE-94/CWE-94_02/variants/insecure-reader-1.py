from jinja2 import Environment


def circular(template, members):
    env = Environment(keep_trailing_newline=True)
    compiled = env.from_string(template)
    return [compiled.render(member) for member in members]
