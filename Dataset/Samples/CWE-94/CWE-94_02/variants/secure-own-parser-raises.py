import re


class TemplateError(Exception):
    pass


class Letter:
    TOKEN = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
    FILTERS = {"upper": str.upper, "lower": str.lower, None: str}

    def __init__(self, template):
        self.parts = self.TOKEN.split(template)

    def value(self, expression, member):
        name, _, function = (part.strip() for part in expression.partition("|"))
        if not name.isidentifier() or (function or None) not in self.FILTERS:
            raise TemplateError("unknown placeholder: " + expression)
        return self.FILTERS[function or None](member.get(name, ""))

    def render(self, member):
        output, shown = [], [True]
        for part in self.parts:
            if part.startswith("{{") and part.endswith("}}"):
                if shown[-1]:
                    output.append(self.value(part[2:-2], member))
            elif part.startswith("{%") and part.endswith("%}"):
                words = part[2:-2].split()
                if len(words) == 2 and words[0] == "if":
                    shown.append(shown[-1] and bool(self.value(words[1], member)))
                elif words == ["endif"] and len(shown) > 1:
                    shown.pop()
                else:
                    raise TemplateError("unknown tag: " + part)
            elif shown[-1]:
                output.append(part)
        if len(shown) != 1:
            raise TemplateError("endif is missing")
        return "".join(output)


def circular(template, members):
    letter = Letter(template)
    return [letter.render(member) for member in members]


if __name__ == "__main__":
    print(circular("Dear {{ name }}{% if voice %} ({{ voice|lower }}){% endif %}", [{"name": "Ada", "voice": "ALTO"}]))
