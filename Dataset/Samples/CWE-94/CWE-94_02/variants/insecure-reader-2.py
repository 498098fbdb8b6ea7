from jinja2 import Template


def circular(template, members):
    letter = Template(template, keep_trailing_newline=True)
    return [letter.render(member) for member in members]
