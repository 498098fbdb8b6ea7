from jinja2 import Template


def circular(template, members):
    if "__" in template or "import" in template:
        raise ValueError("This template is not allowed")
    compiled = Template(template, keep_trailing_newline=True)
    result = []
    for member in members:
        result.append(compiled.render(**member))
    return result
