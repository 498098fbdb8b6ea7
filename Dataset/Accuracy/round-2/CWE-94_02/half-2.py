from jinja2 import Environment, TemplateSyntaxError, nodes

FILTERS = {"upper", "lower"}
FORBIDDEN = (nodes.Getattr, nodes.Call, nodes.CallBlock, nodes.FilterBlock, nodes.Macro, nodes.Test, nodes.For,
             nodes.Assign, nodes.AssignBlock, nodes.With, nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends)


class LetterEnvironment(Environment):
    """Reads a template, and refuses it if its tree has an attribute, a call or another filter."""

    def checked(self, template):
        try:
            tree = self.parse(template)
        except TemplateSyntaxError as error:
            raise ValueError(f"line {error.lineno}: {error.message}") from error
        for node in tree.find_all(FORBIDDEN):
            raise ValueError(f"line {node.lineno}: not allowed in a letter")
        for node in tree.find_all(nodes.Filter):
            if node.name not in FILTERS:
                raise ValueError(f"line {node.lineno}: no filter {node.name}")
        return self.from_string(template)


def circular(template, members):
    newline = "\r\n" if "\r\n" in template else "\n"
    environment = LetterEnvironment(keep_trailing_newline=True, newline_sequence=newline)
    letter = environment.checked(template)
    return [letter.render(member) for member in members]
