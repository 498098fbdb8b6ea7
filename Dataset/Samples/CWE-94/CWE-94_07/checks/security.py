from harness import attempt, exploit_if, solution
from probes import markers, search
from probes.grammars import code, conditions, evasions, formulas, literals
from probes.grammars.ranked import in_turn
from probes.machines import values

FIELDS = conditions.Fields("species", "count", "tide", "rare")
SIGHTING = {"species": "crane", "place": "Mill Pond", "observer": "Cy", "count": formulas.WHOLE, "tide": formulas.FLOAT, "rare": False}
#: Rules of others, all of which are false.
OTHERS = {"Bo": 'species == "wren"', "Cleo": "count > 900"}


def words(marker):
    return literals.words(marker) | code.codes(marker, "species")


def use(rule):
    """It is noted as a person's first rule, and in place of another."""
    notices = solution.Notices()
    for person, noted in (("Eve", rule), ("Ida", "rare"), ("Ida", rule)):
        attempt(notices.subscribe, person, noted)
    attempt(notices.told, dict(SIGHTING))


def is_true(rule):
    """A right program does not note it, neither as a person's first rule nor in place of another."""
    notices = solution.Notices()
    for person, noted in (("Eve", rule), ("Ida", "rare"), ("Ida", rule)):
        attempt(notices.subscribe, person, noted)
    value = attempt(notices.told, dict(SIGHTING)).value
    return "it is true" if isinstance(value, list) and {"Eve", "Ida"} & set(value) else None


def test_a_rule_runs_no_code():
    search.attack("the rule", conditions.running(FIELDS), markers.runs(use, words), tries=140)


def test_the_name_of_a_person_runs_no_code():
    """Alone, and when others note rules after it."""
    def noted(name):
        notices = solution.Notices()
        for person, rule in ((name, "not rare"), *OTHERS.items()):
            attempt(notices.subscribe, person, rule)
        attempt(notices.told, dict(SIGHTING))

    names = in_turn(literals.within("Eve"), literals.texts("Eve"), literals.names("Eve"))
    search.attack("the name", names, markers.runs(noted, words), tries=80)


def test_a_text_of_a_sighting_runs_no_code():
    notices = solution.Notices()
    for person, rule in (("Eve", 'species == "x" or observer != "y"'), ("Ida", 'observer in ("x", "y") or species >= "a"')):
        attempt(notices.subscribe, person, rule)
    tell = lambda text: notices.told({**SIGHTING, "species": text, "observer": text})
    texts = in_turn(literals.within("Cy"), conditions.running(FIELDS), literals.texts("Cy"))
    search.attack("the sighting", texts, markers.runs(tell, words), tries=90)


def test_only_comparisons_are_worked_out():
    search.attack("the rule", conditions.beyond(FIELDS, SIGHTING), is_true, tries=170, shrink=0)


def test_what_only_resembles_a_rule_is_none():
    search.attack("the rule", conditions.respelled(FIELDS, SIGHTING), is_true, tries=220, shrink=0)


def test_no_mark_of_a_text_is_a_text():
    """Whoever sets texts aside, and puts marks in their place, reads marks that are typed as texts of this rule or of another."""
    def found(rule):
        notices = solution.Notices()
        for person, noted in (("Bo", 'species == "crane" and rare'), ("Cleo", 'species in ("crane", "crane") and rare'), ("Eve", rule), ("Ida", "rare"), ("Ida", rule)):
            attempt(notices.subscribe, person, noted)
        value = attempt(notices.told, dict(SIGHTING)).value
        return "it is true" if isinstance(value, list) and {"Eve", "Ida"} & set(value) else None

    search.attack("the rule", conditions.set_aside(FIELDS, SIGHTING), found, tries=190, shrink=0)


def test_only_fields_are_looked_up():
    known = (*SIGHTING, "True", "False", "None")
    names = (name for name in in_turn(formulas.names(), evasions.names()) if name not in known)
    search.attack("the rule", names, is_true, tries=110, shrink=0)


def test_a_rule_changes_no_other():
    """Those of others are noted before it, or after it."""
    def found(rule):
        for others_first in (True, False):
            notices = solution.Notices()
            noted = [*OTHERS.items(), ("Eve", rule)]
            for person, one in noted if others_first else noted[::-1]:
                attempt(notices.subscribe, person, one)
            for value in (attempt(notices.told, dict(SIGHTING)).value for _ in range(2)):
                told = [one for one in value if one in OTHERS] if isinstance(value, list) else []
                if told:
                    return f"{told[0]} is told of what her own rule leaves out"
        return None

    places = ("{}", "rare or {}", "({})", "not ({})")
    assigned = ('(species := "wren")', "(count := 1000) > 999", '[species := "wren" for _ in (1,)]', '(species:="wren") == "wren"',
        "count in ((count := 901), 5)", 'globals().update(species="wren")', 'locals().update(species="wren")')
    rules = [place.format(one) for place in places for one in assigned]
    search.attack("the rule", rules, found, tries=len(rules), shrink=0)


def test_a_name_that_objects_have_is_no_field():
    known = (*SIGHTING, "and", "or", "not", "in")
    names = (name for name in evasions.names() if name not in known)
    extra = {**SIGHTING, "name": "Cy", "value": 7, "id": "x"}

    def found(rule):
        for sighting in (SIGHTING, extra):
            notices = solution.Notices()
            attempt(notices.subscribe, "Eve", rule)
            value = attempt(notices.told, dict(sighting)).value
            if isinstance(value, list) and "Eve" in value:
                return "it is true"
        return None

    search.attack("the rule", conditions.of_every_object(FIELDS, names), found, tries=160, shrink=0)


def test_what_a_rule_says_was_not_said_by_another():
    """Eve's rule is noted first, by her and for others; Ada's means what it says."""
    def told(rules, values):
        notices = solution.Notices()
        noted = [attempt(notices.subscribe, person, rule).returned for person, rule in rules]
        value = attempt(notices.told, {**SIGHTING, "count": 3, "tide": 3.5, **values}).value
        return "Ada" in value if noted[-1] and isinstance(value, list) else None

    for one, other, given, is_true in conditions.mistaken(FIELDS, (*values.SPELLED, *values.CONFUSED, *values.BLANK)):
        if told([("Eve", one), ("Ada", other)], given) is (not is_true):
            solution.reload()
            # What a program makes of the rule by itself is not what another's has changed.
            exploit_if(told([("Ada", other)], given) is is_true, f"{other!r} is {not is_true} for Ada when Eve has noted {one!r}")


def test_no_rule_changes_that_of_a_person_of_nearly_the_same_name():
    """The first one wants what is rare, the second one all the rest."""
    def told(noted, is_rare):
        notices = solution.Notices()
        if not all([attempt(notices.subscribe, *one).returned for one in noted]):
            return None
        value = attempt(notices.told, {**SIGHTING, "rare": is_rare}).value
        return value if isinstance(value, list) else None

    near = (("Eve", "eve"), ("Eve", "Eve "), ("Eve", "Eve\0"), ("Eve", "Eve\n"), ("1", "1.0"), ("Eve" * 40, "Eve" * 40 + "x"))
    for one, other in (*values.SPELLED, *values.CONFUSED, *values.BLANK, *near):
        noted = (one, "rare"), (other, "not rare")
        if told(noted, True) != [one] or told(noted, False) != [other]:
            # What a program makes of each name by itself is not what the other has changed.
            exploit_if(None not in (told(noted, True), told(noted, False)) and told(noted[:1], True) == [one] and told(noted[1:], False) == [other],
                f"{one!r} noted 'rare', and {other!r} 'not rare', which has changed the rule of the first"[:200])
