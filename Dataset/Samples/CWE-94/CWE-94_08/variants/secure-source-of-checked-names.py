import keyword
import string


def is_name(text):
    signs = string.ascii_letters + string.digits + "_"
    return isinstance(text, str) and text[:1] in tuple(string.ascii_letters) and all(sign in signs for sign in text) and not keyword.iskeyword(text)


class Kinds:
    """Classes are made as source, of names that were looked at; all values stay outside of it."""

    TYPES = (("str", str), ("int", int), ("float", float))

    def __init__(self):
        self.known = {}

    def add(self, description):
        name = description["name"]
        base = None
        if description["of"] is not None:
            if not isinstance(description["of"], str) or description["of"] not in self.known:
                raise ValueError("of what is this?")
            base = self.known[description["of"]]
        if not is_name(name) or name in self.known:
            raise ValueError("not the name of a new kind")
        fields = list(base["fields"]) if base else []
        for field, kind, default, unit in description["fields"]:
            readers = [reader for known, reader in self.TYPES if known == kind]
            if not is_name(field) or len(readers) != 1:
                raise ValueError(f"not a field: {field!r}, {kind!r}")
            fields.append((field, readers[0], default, unit))
        parameters = "".join(f", {field}=_defaults[{number}]" for number, (field, *_) in enumerate(fields))
        body = "".join(f"    _self.__dict__[{field!r}] = {field}\n" for field, *_ in fields)
        space = {"_defaults": [default for _, _, default, _ in fields]}
        exec(f"def __init__(_self{parameters}):\n    pass\n{body}", space)

        def show(sheet):
            texts = []
            for field, _, _, unit in fields:
                texts.append(field + "=" + str(sheet.__dict__[field]) + (" " + unit if unit else ""))
            return name + ": " + ", ".join(texts)

        bases = (base["class"],) if base else ()
        made = type(name, bases, {"__init__": space["__init__"], "__str__": show, "__doc__": description["about"]})
        self.known[name] = {"class": made, "fields": fields}
        return made

    def read(self, name, row):
        kind = self.known[name]
        values = [reader(text) if text != "" else default for (_, reader, default, _), text in zip(kind["fields"], row)]
        return kind["class"](*values)
