from jinja2 import Environment, TemplateSyntaxError


def circular(template, members):
    environment = Environment(keep_trailing_newline=True)
    try:
        letter = environment.from_string(template)
    except TemplateSyntaxError as error:
        raise ValueError(f"line {error.lineno} of the template: {error.message}") from error

    letters = []
    for member in members:
        letters.append(letter.render(member))
    return letters
