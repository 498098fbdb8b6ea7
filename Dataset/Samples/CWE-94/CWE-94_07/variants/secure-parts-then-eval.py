import re

VALUE = r'(?:"[^"\\\r\n]*"|-?[0-9]+(?:\.[0-9]+)?)'
COMPARISON = re.compile(
    r"(species|place|observer|count|tide)\s*"
    rf"(?:(==|!=|<=|>=|<|>)\s*({VALUE})|in\s*\(\s*({VALUE}(?:\s*,\s*{VALUE})*)\s*\))"
)

def value(text):
    return text[1:-1] if text[0] == '"' else float(text)


class Notices:
    """What is evaluated is made of brackets, `not`, `and`, `or` and the numbers of comparisons only."""

    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        comparisons, skeleton, place, text = [], [], 0, rule.strip(" \t")
        while place < len(text):
            if found := COMPARISON.match(text, place):
                comparisons.append((found[1], found[2] or "in", re.findall(VALUE, found[3] or found[4])))
                skeleton.append(f" x[{len(comparisons) - 1}] ")
            elif found := re.compile(r"rare\b").match(text, place):
                comparisons.append(("rare", "", []))
                skeleton.append(f" x[{len(comparisons) - 1}] ")
            elif found := re.compile(r"(?:and|or|not)\b|[()]|[ \t]+").match(text, place):
                skeleton.append(found[0].strip() and f" {found[0]} ")
            else:
                raise ValueError("this is no rule")
            place = found.end()
        source = "".join(skeleton).strip()
        if re.search(r"(?:\]|\))\s*\(|\(\s*\)", source):
            raise ValueError("something is missing between brackets")
        try:
            code = compile(source, "<rule>", "eval")
        except SyntaxError:
            raise ValueError("this is no rule") from None
        self._rules[person] = code, comparisons

    def told(self, sighting):
        def holds(field, sign, values):
            own = sighting[field]
            if not sign:
                return own
            if sign == "in":
                return own in map(value, values)
            other = value(values[0])
            return {"==": own == other, "!=": own != other}[sign] if "=" == sign[-1] and sign[0] in "=!" else (
                (own < other) if sign[0] == "<" else (own > other)) or (sign[-1] == "=" and own == other)

        return sorted(
            person
            for person, (code, comparisons) in self._rules.items()
            if eval(code, {"__builtins__": {}}, {"x": [holds(*one) for one in comparisons]})
        )
