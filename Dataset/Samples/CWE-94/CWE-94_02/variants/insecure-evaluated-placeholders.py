import re


class Particulars(dict):
    def __missing__(self, name):
        return ""


def circular(template, members):
    def work_out(expression, member):
        code = expression.strip().replace("|upper", ".upper()").replace("|lower", ".lower()")
        code = re.sub(r"\s*\|\s*(upper|lower)", r".\1()", code)
        return eval(code, {"__builtins__": {}}, Particulars(member))

    def letter(member):
        text = template
        innermost = re.compile(r"\{%\s*if\s((?:(?!%\}).)*)%\}((?:(?!\{%).)*)\{%\s*endif\s*%\}", re.DOTALL)
        while innermost.search(text):
            text = innermost.sub(lambda m: m.group(2) if work_out(m.group(1), member) else "", text, count=1)
        return re.sub(r"\{\{(.*?)\}\}", lambda m: str(work_out(m.group(1), member)), text)

    return [letter(member) for member in members]
