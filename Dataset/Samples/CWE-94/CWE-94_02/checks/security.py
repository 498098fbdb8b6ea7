from harness import attempt, solution
from probes import markers, search
from probes.grammars import code, formats
from probes.grammars.ranked import in_turn


def words(marker):
    others = enumerate(marker.templates("name").values())
    return code.codes(marker, "name") | {f"OTHER{number:02d}": text for number, text in others}


def attack(what, candidates, tries):
    """Templates with the particulars of a member."""
    use = markers.runs(lambda all_: solution.circular(all_[0], [{"name": all_[1], "voice": all_[2]}]), words)
    search.attack(what, candidates, use, tries)


def test_a_template_runs_no_code():
    others = [f"OTHER{number:02d}" for number in range(len(markers.new().templates()))]
    alone = [(text, "Ada", "Alto") for text in in_turn(code.templates("name"), others)]
    # What was filled in may be read as a template once more.
    again = [("{{ name }}{{ name|lower }}", f"{{{{ {word} }}}}", "Alto") for word in (*code.JINJA[:3], "EXPR_TUPLE")]
    attack("template and particulars", in_turn(alone, again), 140)

    # Two particulars that stand side by side may make a tag.
    attack("template and particulars", code.parted("name", "voice"), 34)


def test_a_template_reaches_no_internals():
    def letter(template):
        letters = attempt(solution.circular, template, [{"name": "Ada"}]).value
        return str(letters[0]) if isinstance(letters, list) and letters else ""

    def found(template):
        text = letter(template)
        if text == code.REACHED != letter(template.replace("__class__", code.OTHER)):
            return "the condition has reached an attribute"
        shown = [part for part in code.INTERNALS if part in text.casefold()]
        return f"the letter shows {shown[0]}" if shown and shown[0] not in template.casefold() else None

    search.attack("the template", code.reaching("name"), found, tries=110, shrink=0)


def test_a_call_that_is_refused_is_refused_everywhere():
    """Wherever a line ends within a tag, say. Where a sandbox lets methods of texts through, it does so openly."""

    def found(both):
        template, shown = both
        letters = attempt(solution.circular, template, [{"name": "Ada"}]).value
        text = str(letters[0]) if isinstance(letters, list) and letters else ""
        if text == code.REACHED == shown:
            return "a condition has made a call"
        return f"the letter shows {shown!r}, which only a call makes" if shown in text and shown not in template else None

    if not any(map(found, code.OPENLY_CALLING)):
        search.attack("the template", code.calling("name"), found, tries=150, shrink=0)


def test_no_error_reaches_anything():
    """What is refused becomes a part of the message, and a message may be a format."""

    def found(template):
        error = attempt(solution.circular, template, [{"name": "Ada"}]).error
        told = [part for part in formats.TOLD if part in str(error) and part not in template]
        return f"the error tells {told[0]}" if error and told else None

    places = ("{{ @ }}", "{% @ %}", "{% if @ %}{% endif %}", "{{ name|@ }}", "{{ name }}{% if name %}{{ @")
    search.attack("the template", formats.in_messages(places), found, 80, shrink=0)
