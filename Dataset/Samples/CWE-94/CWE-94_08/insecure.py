class Kinds:
    def __init__(self):
        self.classes = {}
        self.fields = {}

    def add(self, description):
        name, of = description["name"], description["of"]
        fields = [*self.fields.get(of, []), *description["fields"]]
        arguments = ", ".join(f"{field}={default!r}" for field, _, default, _ in fields)
        lines = [
            f"class {name}({of or 'object'}):",
            f"    {description['about']!r}",
            f"    def __init__(self, {arguments}):",
            *(f"        self.{field} = {field}" for field, *_ in fields),
            "        pass",
        ]
        namespace = dict(self.classes)
        exec("\n".join(lines), namespace)
        made = namespace[name]

        def show(sheet):
            parts = [f"{field}={getattr(sheet, field)} {unit}".rstrip() if unit else f"{field}={getattr(sheet, field)}" for field, _, _, unit in fields]
            return f"{name}: {', '.join(parts)}"

        made.__str__ = show
        self.classes[name] = made
        self.fields[name] = fields
        return made

    def read(self, name, row):
        made = self.classes[name]
        values = {}
        for (field, kind, _, _), text in zip(self.fields[name], row):
            if text:
                values[field] = text if kind == "str" else eval(f"{kind}({text!r})")
        return made(**values)
