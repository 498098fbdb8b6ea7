from harness import attempt, solution
from probes import markers, search
from probes.grammars import code
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
