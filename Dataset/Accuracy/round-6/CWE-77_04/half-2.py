import re

SEARCHABLE = re.compile(r"^cn|town|skill$")


def _value(text):
    if not isinstance(text, str) or text == "":
        raise ValueError("a text is needed")
    return re.sub(r"[\\*()\0]", lambda m: "\\%02x" % ord(m[0]), text)


def _active(*filters):
    return "(&{}(!(status=left)))".format("".join(filters))


class Roster:
    def by_text(self, text, field="cn"):
        if not SEARCHABLE.match(field):
            raise ValueError("no such field: " + repr(field))
        return _active("({}=*{}*)".format(field, _value(text)))

    def login(self, number, pin):
        return _active("(number={})".format(_value(number)), "(pin={})".format(_value(pin)))

    def to_call(self, town, skills):
        wanted = ["(skill={})".format(_value(skill)) for skill in skills]
        if not wanted:
            raise ValueError("no skills")
        return _active("(town={})".format(_value(town)), "(phone=*)", "(|{})".format("".join(wanted)))
