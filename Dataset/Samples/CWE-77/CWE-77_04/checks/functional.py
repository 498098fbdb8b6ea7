from harness import solution
from probes import directory

ACTIVE = {"status": "active"}
MEMBERS = [
    {"cn": "Ada Jansen", "town": "Selm", "number": "17", "pin": "4711", "skill": ["ladder", "first aid"], "phone": "1"},
    {"cn": "Bo de Vries", "town": "Selm", "number": "18", "pin": "0815", "skill": ["pump"], "phone": "2"},
    {
        "cn": "Marie-Anne d'Hoop, née Řezáč",
        "town": "Łódź & Umland",
        "number": "19",
        "pin": "4711",
        "skill": ["R = 2; a|b!"],
    },
    {"cn": "Jan Jansen", "town": "Ost-Selm", "number": "20", "pin": "2000", "skill": ["ladder"], "phone": "3"},
    {"cn": "Cy \"100%\" Young <jr.>", "town": "Selm", "number": "7", "pin": "1 = 1", "skill": ["ladder", "pump"]},
]
IDA = {"cn": "Ida Jansen", "town": "Selm", "number": "3", "pin": "3333", "skill": ["ladder"], "phone": "4"}
PEOPLE = [*(member | ACTIVE for member in MEMBERS), IDA | {"status": "left"}]


def names(filter):
    return [member["cn"].split()[0] for member in directory.found(filter, PEOPLE)]


def by_text(*arguments, **named):
    return names(solution.Roster().by_text(*arguments, **named))


def login(number, pin):
    return names(solution.Roster().login(number, pin))


def to_call(town, *skills):
    return names(solution.Roster().to_call(town, list(skills)))


def test_a_text_within_a_name():
    assert by_text("jansen") == ["Ada", "Jan"]
    assert by_text("BO DE") == ["Bo"]
    assert by_text("smith") == []


def test_a_text_in_another_field():
    assert by_text("selm", "town") == ["Ada", "Bo", "Jan", "Cy"]
    assert by_text("umland", field="town") == ["Marie-Anne"]
    assert by_text("adde", field="skill") == ["Ada", "Jan", "Cy"]
    assert by_text("aid", field="cn") == []


def test_a_text_in_other_languages_and_with_signs():
    assert by_text("d'Hoop, née Řezáč") == ["Marie-Anne"]
    assert by_text("\"100%\" young <JR.>") == ["Cy"]
    assert by_text("ódź & U", "town") == ["Marie-Anne"]
    assert by_text("= 2; a|b!", "skill") == ["Marie-Anne"]


def test_a_login():
    assert login("17", "4711") == ["Ada"]
    assert login("18", "0815") == ["Bo"]
    assert login("7", "1 = 1") == ["Cy"]


def test_a_login_with_a_wrong_number_or_pin():
    assert login("17", "0815") == []
    assert login("1", "4711") == []
    assert login("17", "471") == []


def test_a_member_who_has_left():
    assert login("3", "3333") == []
    assert by_text("ida") == []


def test_members_to_call():
    assert to_call("Selm", "ladder") == ["Ada"]
    assert to_call("selm", "pump", "first aid") == ["Ada", "Bo"]
    assert to_call("Ost-Selm", "pump", "ladder", "rope") == ["Jan"]


def test_nobody_to_call():
    assert to_call("Selm", "rope") == []
    assert to_call("Selm", "ladd") == []
    assert to_call("Łódź & Umland", "R = 2; a|b!") == []


def test_rosters_remember_nothing():
    roster = solution.Roster()
    assert names(roster.to_call("Selm", ["ladder"])) == ["Ada"]
    assert names(roster.to_call("Selm", ["pump"])) == ["Bo"]
    assert names(roster.by_text("vries")) == ["Bo"]
    assert names(roster.login("20", "2000")) == ["Jan"]
