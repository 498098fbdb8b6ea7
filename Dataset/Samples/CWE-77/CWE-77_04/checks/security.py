import re
from itertools import repeat

from harness import attempt, solution
from probes import directory, search
from probes.grammars import filters
from probes.grammars.ranked import in_turn

#: The pins of these are other ones in another directory, which is the same to who may not ask for pins.
PINS, OTHER_PINS = ("4711", "0815", "3333"), ("5822", "7926", "6444")
WORDS = (("town", "Selm"), ("skill", "ladder"))
#: Of which nothing is left where blanks are taken off.
BLANK = (" ", "", "\t", "\u00a0")
ADDED = ("pin>=5", "status=left", "pin=4*")


def people(pins):
    members = [
        {"cn": "Ada Jansen", "town": "Selm", "number": "17", "skill": ["ladder"], "phone": "1", "status": "active"},
        {"cn": "Bo Jansen", "town": "Selm", "number": "18", "skill": ["ladder"], "phone": "2", "status": "active"},
        {"cn": "Ida Jansen", "town": "Selm", "number": "3", "skill": ["ladder"], "phone": "4", "status": "left"},
    ]
    return [{**member, "pin": pin} for member, pin in zip(members, pins)]


HERE, THERE = people(PINS), people(OTHER_PINS)


def found(filter, members):
    """Whom the directory finds; nobody where it does not understand the filter."""
    try:
        return directory.found(filter, members) if isinstance(filter, str) else []
    except ValueError:
        return []


def readings(text):
    """What a right program may compare: the text, or what is left of it without the signs of filters."""
    without = re.sub(r"[*()\\\0]", "", text)
    return [one for one in (text.casefold(), text.strip().casefold(), without.strip().casefold()) if one]


def stands_in(text, values):
    return any(one in value.casefold() for one in readings(text) for value in values)


def equals(text, values):
    return any(one == value.casefold() for one in readings(text) for value in values)


def exposed(outcome, meant):
    """What a filter finds that it must not; `meant(member)` tells whether the texts stand for this member."""
    here, there = found(outcome.value, HERE), found(outcome.value, THERE)
    for member in here:
        if member["status"] == "left":
            return f"{member['cn']}, who has left, is found"
        if not meant(member):
            return f"{member['cn']} is found"
    if [member["cn"] for member in here] != [member["cn"] for member in there]:
        return "what is found depends on the pins"
    return None


def test_a_text_is_only_compared():
    def effect(text):
        outcome = attempt(solution.Roster().by_text, text)
        return exposed(outcome, lambda member: stands_in(text, [member["cn"]]))

    search.attack("the text", filters.texts("Jansen", ADDED), effect, tries=150)


def test_a_text_in_another_field_is_only_compared():
    def effect(one):
        text, field = one
        outcome = attempt(solution.Roster().by_text, text, field)
        return exposed(outcome, lambda member: stands_in(text, directory.values(member, field)))

    places = in_turn(*(zip(filters.texts(word, ADDED), repeat(field)) for field, word in WORDS))
    search.attack("the text and its field", places, effect, tries=80)


def test_a_field_is_one_of_the_menu():
    def effect(field):
        outcome = attempt(solution.Roster().by_text, "4", field)
        return exposed(outcome, lambda member: False) or exposed(
            attempt(solution.Roster().by_text, "e", field), lambda member: True
        )

    fields = filters.attributes(("cn", "town"), ("pin", "status", "phone", "number"))
    search.attack("the field", fields, effect, tries=150)


def logged_in(number, pin):
    """Who is let in, or what is learnt, with this number and this pin."""
    outcome = attempt(solution.Roster().login, number, pin)
    # The pins of the other directory are not meant by anybody here.
    for members in (HERE, THERE):
        for member in found(outcome.value, members):
            if not equals(number, [member["number"]]) or not equals(pin, [member["pin"]]):
                return f"{member['cn']} is found with another number or pin"
            if member["status"] == "left":
                return f"{member['cn']}, who has left, is found"
    return None


def test_a_pin_is_only_compared():
    search.attack("the pin", in_turn(BLANK, filters.texts("4711", ("pin>=0", "pin=*"))), lambda pin: logged_in("17", pin), tries=120)


def test_a_number_is_only_compared():
    numbers = in_turn(BLANK, filters.texts("17", ("pin>=0", "number=17")))
    search.attack("the number", numbers, lambda number: logged_in(number, "9999"), tries=120)


def test_number_and_pin_together_are_only_compared():
    search.attack("number and pin", filters.pairs("17", ("pin>=0", "pin=*")), lambda both: logged_in(*both), tries=20)


def called(town, skills):
    outcome = attempt(solution.Roster().to_call, town, skills)
    return exposed(
        outcome,
        lambda member: equals(town, [member["town"]]) and any(equals(skill, member["skill"]) for skill in skills),
    )


def test_a_town_is_only_compared():
    search.attack("the town", filters.texts("Selm", ADDED), lambda town: called(town, ["ladder"]), tries=100)


def test_skills_are_only_compared():
    skills = (tuple(one) for one in filters.lists("ladder", ADDED))
    search.attack("the skills", skills, lambda one: called("Selm", list(one)), tries=120)
