import ast
import math
import string
from itertools import chain

RIGHT = True
FIRST, REST = set(string.ascii_uppercase), set(string.ascii_uppercase + string.digits + "_")
VISIBLE_CONTROLS = {**{i: f"<{i:02x}>" for i in chain(range(32), range(127, 160), (0x2028, 0x2029), range(0xD800, 0xE000))}, 9: " "}


def node(value):
    match value:
        case float() if math.isnan(value):
            return ast.Call(ast.Name("float"), [ast.Constant("nan")], [])
        case None | bool() | int() | float() | str():
            return ast.Constant(value)
        case list() if all(isinstance(item, str) for item in value):
            return ast.List([ast.Constant(item) for item in value])
    raise ValueError(f"a {type(value).__name__} is no value of a setting")


class Settings(dict):
    def __init__(self, club):
        super().__init__()
        self.head = ast.Expr(ast.Constant(club))

    def put(self, name, value, note=""):
        letters = list(name)
        if not letters or letters[0] not in FIRST or not REST.issuperset(letters):
            raise ValueError(name)
        assignment = ast.Assign([ast.Name(name)], node(value))
        self[name] = self._text(assignment) + ("  # " + note.translate(VISIBLE_CONTROLS) if note else "")

    @staticmethod
    def _text(statement):
        return ast.unparse(ast.fix_missing_locations(ast.Module([statement], [])))

    def source(self):
        return "".join(line + "\n" for line in chain([self._text(self.head)], self.values()))
