import ast
import re

SPLIT = re.compile(r"(\{\{(?!\{).*?\}\}|\{%.*?%\})", re.S)
GRAMMAR = re.compile(
    r"""\{\{ \s* (?P<value>[^\W\d]\w*) \s* (?:\| \s* (?P<case>upper|lower) \s*)? \}\}
      | \{% \s* if \s+ (?P<cond>[^\W\d]\w*) \s* %\}
      | \{% \s* (?P<end>endif) \s* %\}""",
    re.X,
)


def lookup(name):
    return ast.Call(
        ast.Attribute(ast.Name("member", ast.Load()), "get", ast.Load()),
        [ast.Constant(name), ast.Constant("")], [])


def emit(expression):
    return ast.Expr(ast.Call(ast.Name("write", ast.Load()), [expression], []))


class Compiler:
    """Templates become Python syntax trees; nothing from a template gets there but constants."""

    def __init__(self):
        self.body = [ast.Pass()]
        self.outer = []

    def feed(self, piece, is_tag):
        if not is_tag:
            self.body.append(emit(ast.Constant(piece)))
            return
        found = GRAMMAR.fullmatch(piece)
        if found is None:
            raise ValueError("refused: " + piece)
        match found.lastgroup:
            case "value":
                self.body.append(emit(lookup(found["value"])))
            case "case":
                method = {"upper": "upper", "lower": "lower"}[found["case"]]
                self.body.append(emit(ast.Call(
                    ast.Attribute(lookup(found["value"]), method, ast.Load()), [], [])))
            case "cond":
                inner = [ast.Pass()]
                self.body.append(ast.If(lookup(found["cond"]), inner, []))
                self.outer.append(self.body)
                self.body = inner
            case "end":
                if not self.outer:
                    raise ValueError("endif without if")
                self.body = self.outer.pop()

    def code(self):
        if self.outer:
            raise ValueError("if without endif")
        module = ast.fix_missing_locations(ast.Module(self.body, []))
        return compile(module, "<circular letter>", "exec")


def circular(template, members):
    compiler = Compiler()
    for number, piece in enumerate(SPLIT.split(template)):
        compiler.feed(piece, number % 2 == 1)
    code = compiler.code()

    letters = []
    for member in members:
        lines = []
        exec(code, {"__builtins__": {}, "member": member, "write": lines.append})
        letters.append("".join(lines))
    return letters
