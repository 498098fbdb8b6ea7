import re

_PIECE = re.compile(r"\{\{(?P<place>.*?)\}\}|\{%(?P<tag>.*?)%\}", re.DOTALL)
_PLACE = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*(?:\|\s*(?P<filter>\w+)\s*)?")
_IF = re.compile(r"\s*if\s+(?P<name>[^\W\d]\w*)\s*")
_FILTERS = {None: str, "upper": str.upper, "lower": str.lower}


class _Parser:
    """Turns a template into nested lists of parts; a part is a function of a member."""

    def __init__(self, template):
        self.template = template
        self.line = 1

    def fail(self, problem):
        raise ValueError(("line {self.line}: " + problem).format(self=self))

    def parse(self):
        parts, outer, position = [], [], 0
        for match in _PIECE.finditer(self.template):
            self.line = self.template.count("\n", 0, match.start()) + 1
            parts.append(self.text(self.template[position:match.start()]))
            position = match.end()
            if match["place"] is not None:
                parts.append(self.place(match["place"]))
            elif match["tag"].strip() == "endif":
                if not outer:
                    self.fail("endif without if")
                name, before = outer.pop()
                before.append(self.condition(name, parts))
                parts = before
            else:
                opening = _IF.fullmatch(match["tag"])
                if opening is None:
                    self.fail("unknown tag " + match["tag"].strip())
                outer.append((opening["name"], parts))
                parts = []
        if outer:
            self.fail("if without endif")
        parts.append(self.text(self.template[position:]))
        return parts

    @staticmethod
    def text(text):
        return lambda member: text

    def place(self, expression):
        match = _PLACE.fullmatch(expression)
        if match is None or match["filter"] not in _FILTERS:
            self.fail("only a name, with upper or lower, can stand here: " + expression.strip())
        name, change = match["name"], _FILTERS[match["filter"]]
        return lambda member: change(member.get(name, ""))

    @staticmethod
    def condition(name, parts):
        return lambda member: _render(parts, member) if member.get(name) else ""


def _render(parts, member):
    return "".join(part(member) for part in parts)


def circular(template, members):
    try:
        parts = _Parser(template).parse()
        return [_render(parts, member) for member in members]
    except (LookupError, AttributeError, RecursionError) as error:
        raise ValueError("this template cannot be read") from error
