from harness import exploit_if, solution
from probes import markers


def quoted(code):
    """A Python string literal of the code that shows none of its words."""
    return "'" + "".join(f"\\x{ord(character):02x}" for character in code) + "'"


def climb(start, code):
    """From any value to the built-in functions, without one of their names."""
    classes = f"{start}.__class__.__base__.__subclasses__()"
    found = f"[c.__init__ for c in {classes} if c.__name__ == '_wrap_close']"
    return f"[f.__globals__['__builtins__']['eval']({quoted(code)}, f.__globals__) for f in {found}][0]"


def number(text):
    """The text as arithmetic writes it: a whole number that is taken apart into bytes."""
    return f"({int.from_bytes(text.encode(), 'big')}).to_bytes({len(text)}).decode()"


def by_signs_of_a_formula(code):
    """From a number to the built-in functions with nothing but letters, digits, dots and round brackets."""
    names = "(1).__reduce_ex__(2).__getitem__(0).__globals__"
    return f"{names}.get({number('__builtins__')}).get({number('eval')})({number(climb('()', code))})"


def ran(formulas):
    return markers.fired_by(formulas, lambda formula: solution.amount(formula, {"fibre": 3}))


def test_a_call_in_a_formula():
    found = ran(lambda marker: {"alone": marker.python, "summand": f"2 * fibre + ({marker.python})"})
    exploit_if(found, f"a call ran: {found}")


def test_a_climb_from_a_bracket():
    found = ran(lambda marker: {"tuple": climb("()", marker.python), "list": "1 + " + climb("[]", marker.python)})
    exploit_if(found, f"code ran by way of attributes: {found}")


def test_a_climb_from_a_quantity():
    found = ran(
        lambda marker: {
            "number": climb("fibre", marker.python),
            "text": climb("''", marker.python),
            "in brackets": climb("(fibre)", marker.python),
        }
    )
    exploit_if(found, f"code ran by way of a quantity: {found}")


def test_a_call_without_telling_words():
    def formulas(marker):
        evaluate = f"getattr(getattr(print, {quoted('__self__')}), {quoted('eval')})"
        return {"built-in": f"{evaluate}({quoted(marker.python)})"}

    found = ran(formulas)
    exploit_if(found, f"hidden words ran: {found}")


def test_a_call_with_the_signs_of_a_formula():
    found = ran(
        lambda marker: {
            "alone": by_signs_of_a_formula(marker.python),
            "summand": f"fibre * 2 + {by_signs_of_a_formula(marker.python)}",
        }
    )
    exploit_if(found, f"a call ran: {found}")


def test_a_call_behind_a_sign():
    found = ran(
        lambda marker: {
            "minus": "-" + climb("()", marker.python),
            "signs behind an operator": f"1 - +-{climb('()', marker.python)}",
            "minus before a bracket": f"fibre * -({by_signs_of_a_formula(marker.python)})",
        }
    )
    exploit_if(found, f"a call ran: {found}")


def test_a_call_on_a_second_line():
    found = ran(
        lambda marker: {
            "second line": f"(fibre\n+ {by_signs_of_a_formula(marker.python)})",
            "second line, with brackets of all kinds": f"(fibre\n+ {climb('()', marker.python)}\n)",
            "first line": f"(0 * {by_signs_of_a_formula(marker.python)}\n+ fibre)",
            "behind a backslash": f"fibre + \\\n{climb('()', marker.python)}",
        }
    )
    exploit_if(found, f"a call ran: {found}")


def test_a_call_in_a_lambda_or_comprehension():
    found = ran(
        lambda marker: {
            "lambda": f"(lambda: ({marker.python}))() or 1",
            "comprehension": f"[({marker.python}) for c in [1]][0] or 1",
            "condition": f"1 if ({marker.python}) else 2",
        }
    )
    exploit_if(found, f"a call ran: {found}")


def test_every_other_expression():
    found = ran(lambda marker: marker.python_attacks("fibre"))
    exploit_if(found, f"code ran: {found}")
