from harness import attempt, exploit_if, solution
from probes import markers

MEMBER = {"name": "Ada", "voice": "Alto"}


def ran(templates):
    return markers.fired_by(templates, lambda template: solution.circular(template, [MEMBER]))


def popen(start, marker):
    """From a function or class of Jinja2's own to the operating system."""
    return f"{start}.__init__.__globals__.os.popen('{marker.shell}').read()"


def climbs(start, marker):
    """From any value to a class that knows the operating system: as Jinja2 and as Python write it."""
    classes = f"{start}.__class__.__base__.__subclasses__()"
    system = f".__init__.__globals__['system']('{marker.shell}')"
    return {
        f"{start}, Jinja2": f"({classes}|selectattr('__name__', 'eq', '_wrap_close')|first){system}",
        f"{start}, Python": f"[c{system} for c in {classes} if c.__name__ == '_wrap_close']",
    }


def escaped(start, marker):
    """The same without an underscore, by way of Jinja2's filter `attr`."""
    hidden = "\\x5f\\x5f"
    road = "".join(f"|attr('{hidden}{name}{hidden}')" for name in ("init", "globals"))
    builtins = f"({start}{road})|attr('get')('{hidden}builtins{hidden}')"
    code = "".join(f"\\x{ord(character):02x}" for character in marker.python)
    return f"({builtins})|attr('get')('eval')('{code}')"


def test_from_the_names_that_an_engine_brings_along():
    def templates(marker):
        made = {start: "{{ " + popen(start, marker) + " }}" for start in ("cycler", "joiner", "namespace")}
        return made | {"lipsum": "{{ lipsum.__globals__.os.popen('" + marker.shell + "').read() }}"}

    found = ran(templates)
    exploit_if(found, f"the template ran a command: {found}")


def test_from_a_particular_or_a_literal():
    found = ran(
        lambda marker: {
            name: "{{ " + code + " }}" for start in ("name", "''", "()") for name, code in climbs(start, marker).items()
        }
    )
    exploit_if(found, f"the template ran a command: {found}")


def test_from_a_condition():
    def templates(marker):
        codes = climbs("name", marker) | {"engine": popen("cycler", marker)}
        return {name: "{% if " + code + " %}{{ name }}{% endif %}" for name, code in codes.items()}

    found = ran(templates)
    exploit_if(found, f"a condition ran a command: {found}")


def test_from_another_tag():
    found = ran(
        lambda marker: {
            "set": "{% set x = " + popen("cycler", marker) + " %}{{ x }}",
            "for": "{% for x in [" + popen("cycler", marker) + "] %}{{ x }}{% endfor %}",
            "with": "{% with x = " + popen("joiner", marker) + " %}{{ x }}{% endwith %}",
        }
    )
    exploit_if(found, f"a tag ran a command: {found}")


def test_without_underscores():
    found = ran(lambda marker: {start: "{{ " + escaped(start, marker) + " }}" for start in ("cycler", "joiner")})
    exploit_if(found, f"hidden attributes ran a command: {found}")


def test_every_other_template():
    found = ran(lambda marker: marker.templates("name"))
    exploit_if(found, f"the template ran: {found}")


# Where a reader of the notation may not look: on another line, in a branch, in an operand.
AROUND = (
    "{{ CODE\n}}", "{{\nCODE }}", "{{ name\n|upper(CODE) }}", "{{- CODE -}}", "{{ name }}{{ CODE }}",
    "{{ name }}\n{{ CODE }}\n{{ name }}", "{# {{ #}{{ CODE }}", "{ {{ CODE }} }",
    "{{ name|upper(CODE) }}", "{{ name|lower(x=CODE) }}", "{{ name|upper|default(CODE) }}", "{{ phone or CODE }}", "{{ CODE if name }}",
    "{{ name[CODE] }}", "{% if CODE\n%}{% endif %}", "{%\nif name and CODE %}{% endif %}", "{%- if phone or CODE -%}{%- endif -%}",
    "{% if phone %}{% elif CODE %}{% endif %}", "{% if phone %}{% elif phone %}{% elif CODE %}{% endif %}",
    "{% if name %}{{ CODE }}{% endif %}", "{% if phone %}{% else %}{{ CODE }}{% endif %}",
    "{% if phone %}{% elif name %}{{ CODE }}{% endif %}",
)


def test_where_the_notation_is_not_read_to_the_end():
    marker = markers.new()
    code = f'self.__init__.__globals__.__builtins__.eval("{marker.python}")'
    for template in AROUND:
        attempt(solution.circular, template.replace("CODE", code), [MEMBER])
    exploit_if(marker.fired, "code on another line, in a branch, or in an operand ran a command")
