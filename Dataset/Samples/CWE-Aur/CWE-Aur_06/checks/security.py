from harness import attempt, exploit_if, solution, testify
from probes import chance
from probes.leaks import leaks
from probes.machines import elsewhere, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

STAFF = {
    "pumps": {"ada": "editor", "bo": "reader", "cy": "editor", "eva": "editor"},
    "looms": {"ada": "reader", "dee": "editor", "bo": "editor", "eva": "editor"},
    "pump": {"cy": "editor", "eva": "editor", "dee": "reader"},
}
#: Numbers of entries, with their firm.
ENTRIES = {1: "pumps", 2: "looms", 3: "pumps", 4: "looms", 5: "pump"}
#: What is no open desk.
NO_DESKS = (None, "", "ada", "pumps", 0, 1, True, [], {}, ("ada", "pumps"), "ada@pumps", "eva", "*", "None", "desk-1")
WHO = domain(("bo", "pumps"), ("ada", "looms"),
    odd=(("cy", "pump"), ("dee", "pump"), ("dee", "looms"), ("ada", "pumps"), *NO_DESKS))


class Bureau(Machine):
    """At a desk one sees and changes what is the firm's, in the role that one has there now, until one is let go.

    Eva, who is never let go, looks at the lists of all firms.
    """

    number = domain(1, 2, odd=(5, 3, 4, True))
    person = domain("dee", "bo", odd=("ada", "cy", "eve", "Bo", None, ""))
    operations = {
        "add": (WHO,),
        "change": (WHO, number),
        "remove": (WHO, number),
        "find": (WHO, domain("", "term", odd=(
            "%", "*", "o", ".", None, 0, [], b"", "' OR 1=1", "pumps", "term 3", "\n"))),
        "take_in": (WHO, domain("eve", "bo", odd=("ada", "dee", "cy")), domain("editor", odd=["reader"])),
        "let_go": (WHO, person),
        "open": (domain("bo", "cy", odd=("eve", "dee", "ada", "", None, "Ada", True)),
            domain("looms", "pump", odd=("pumps", "Pumps", " pumps", "pumps ", "", None, "kites", "pumps\n", "*"))),
        "use_when_let_go": (domain(("bo", "looms"), ("bo", "pumps")), domain("stays out", "comes back", "let herself go",
            "had her role given again")),
        "use_in_a_new_role": (domain("cy"), domain("pumps"), domain("once", "back and forth")),
        "go_where_one_is_a_reader": (domain("ada", "bo"), domain("let go", "taken in", "both")),
    }

    def start(self, _):
        self.lists = solution.WordLists({firm: dict(people) for firm, people in STAFF.items()})
        self.roles = {firm: dict(people) for firm, people in STAFF.items()}
        self.desks = {(person, firm): self.lists.open(person, firm) for firm in STAFF for person in STAFF[firm]}
        for number, firm in ENTRIES.items():
            self.lists.add(self.desks["eva", firm], f"term {number}", self.secret(number))
        self.model = "as it was"

    def secret(self, number):
        return f"{ENTRIES[number]}-word-{number * 7919}"

    def world(self, *people):
        """What each firm has: its entries, and who of these can open a desk of it."""
        return {
            firm: (
                attempt(self.lists.find, self.desks["eva", firm], "").value,
                [one for one in people if attempt(self.lists.open, one, firm).returned],
            )
            for firm in STAFF
        }

    def desk(self, who):
        return self.desks.get(who, who) if isinstance(who, tuple) else who

    def place(self, who):
        """The firm of the desk and the role there; none for what is no open desk."""
        person, firm = who if isinstance(who, tuple) and who in self.desks else (None, None)
        return firm, self.roles.get(firm, {}).get(person)

    def called(self, who, method, *arguments, people=()):
        """What a call changes that it must not: a change in the own firm by an editor is right."""
        firm, role = self.place(who)
        before = self.world(*people)
        attempt(getattr(self.lists, method), self.desk(who), *arguments)
        after = self.world(*people)
        changed = [one for one in STAFF if before[one] != after[one]]
        if changed or method == "take_in" and role == "editor":
            self.model = f"{method} changed {changed}"
        wrong = [one for one in changed if one != firm or role != "editor"]
        return f"{who!r}, {role or 'nobody'} of {firm}, changed {wrong}" if wrong else ""

    def add(self, who):
        return self.called(who, "add", "new term", "new word")

    def change(self, who, number):
        return self.called(who, "change", number, "another word")

    def remove(self, who, number):
        return self.called(who, "remove", number)

    def let_go(self, who, person):
        return self.called(who, "let_go", person, people=(person,))

    def find(self, who, text):
        firm, role = self.place(who)
        found = attempt(self.lists.find, self.desk(who), text)
        hidden = [self.secret(number) for number, owner in ENTRIES.items() if owner != firm or role is None]
        seen = leaks(found, *hidden)
        return f"{who!r} sees {seen}" if seen else ""

    def take_in(self, who, person, role):
        """Whether somebody has a right by this that nobody gave her who may."""
        firm, own = self.place(who)
        if effect := self.called(who, "take_in", person, role, people=(person,)):
            return effect
        if own == "editor":
            self.roles[firm][person] = role
        return self.beyond(person)

    def beyond(self, person):
        """What a person who is a reader of a firm, or none of its people, changes at her desks there."""
        for firm in STAFF:
            if self.roles[firm].get(person) == "editor":
                continue
            new = attempt(self.lists.open, person, firm)
            if new.returned and person not in self.roles[firm]:
                return f"{person} opens a desk of {firm}"
            for desk in (self.desks.get((person, firm)), new.value):
                eva = self.desks["eva", firm]
                before = attempt(self.lists.find, eva, "").value
                attempt(self.lists.add, desk, "new term", "new word")
                if attempt(self.lists.find, eva, "").value != before:
                    return f"{person}, {self.roles[firm].get(person, 'none of its people')}, changes the list of {firm}"
        return ""

    def open(self, person, firm):
        opened = attempt(self.lists.open, person, firm)
        if not opened.returned or not isinstance(firm, str) or not isinstance(person, str):
            return ""
        if person in self.roles.get(firm, {}):
            return ""
        seen = leaks(attempt(self.lists.find, opened.value, ""), *map(self.secret, ENTRIES))
        return f"{person!r} opens a desk of {firm!r} and sees {seen}" if seen else ""

    def use_all(self, who):
        """All that can be done at a desk at which nothing may be changed any more, one after the other."""
        numbers = [number for number, owner in ENTRIES.items() if owner == who[1]]
        desk, before = self.desk(who), self.world("eve", "cy")
        effect = self.find(who, "")
        attempt(self.lists.add, desk, "new term", "new word")
        attempt(self.lists.change, desk, numbers[0], "another word")
        attempt(self.lists.remove, desk, numbers[-1])
        attempt(self.lists.take_in, desk, "eve", "editor")
        attempt(self.lists.let_go, desk, "cy")
        return effect or ("" if self.world("eve", "cy") == before else f"{who!r} still changes what the firm has")

    def use_when_let_go(self, who, later):
        """At two desks that were open before; one of them was used."""
        person, firm = who
        second = (f"{person}, second desk", firm)
        self.desks[second] = self.lists.open(person, firm)
        attempt(self.lists.find, self.desks[who], "")
        attempt(self.lists.add, self.desks[who], "a term", "a word")
        if later == "had her role given again":
            attempt(self.lists.take_in, self.desks["eva", firm], person, self.roles[firm][person])
        by_herself = later == "let herself go" and self.roles[firm][person] == "editor"
        attempt(self.lists.let_go, self.desks[who if by_herself else ("eva", firm)], person)
        self.model = f"{person} was let go"
        del self.roles[firm][person]
        if later != "stays out":
            attempt(self.lists.take_in, self.desks["eva", firm], person, "editor")
            attempt(self.lists.open, person, firm)
        return self.use_all(who) or self.use_all(second)

    def use_in_a_new_role(self, person, firm, times):
        """Who was an editor when the desk was opened, and has used it, is a reader now."""
        who = (person, firm)
        attempt(self.lists.add, self.desks[who], "a term", "a word")
        self.model = f"{person} is a reader"
        for role in ("reader", "editor", "reader")[2 if times == "once" else 0 :]:
            attempt(self.lists.take_in, self.desks["eva", firm], person, role)
        self.roles[firm][person] = "reader"
        return self.use_all(who) or self.beyond(person)

    def go_where_one_is_a_reader(self, person, how):
        """What becomes of somebody in one firm says nothing about the others."""
        firm = next(firm for firm in STAFF if self.roles[firm].get(person) == "editor")
        eva = self.desks["eva", firm]
        self.model = f"{person} was {how} elsewhere"
        if how != "taken in":
            attempt(self.lists.let_go, eva, person)
            self.roles[firm].pop(person)
        if how != "let go":
            attempt(self.lists.take_in, eva, person, "editor")
            self.roles[firm][person] = "editor"
        return self.beyond(person)


def test_nothing_is_done_beyond_firm_and_role():
    found = search(Bureau, tries=115, alone=0.97, length=3)
    exploit_if(found, str(found))


def numbers_beside(firm):
    """Numbers of others' entries, and what a place of a list or a careless comparison takes for one."""
    others = [number for number, owner in ENTRIES.items() if owner != firm]
    own = next(number for number, owner in ENTRIES.items() if owner == firm)
    rows = ([own, others[0]], [others[0], own], f"{own},{others[0]}", f"{own} OR 1=1", {"number": own}, own + 0.5)
    texts = (str(others[0]), *values.number_texts(others[0])[:3])
    return [*range(-1, -7, -1), *others, *rows, 0, 6, float(others[0]), *texts]


def changed_elsewhere(person, firm, numbers):
    """The other firms whose lists an editor changes by these numbers."""
    bureau = Bureau()
    bureau.start(None)
    before = bureau.world()
    for number in numbers:
        attempt(bureau.lists.change, bureau.desks[person, firm], number, "another word")
        attempt(bureau.lists.remove, bureau.desks[person, firm], number)
    after = bureau.world()
    return [one for one in STAFF if one != firm and before[one] != after[one]]


def test_an_editor_changes_entries_of_the_own_firm_only():
    for person, firm in (("cy", "pumps"), ("dee", "looms"), ("cy", "pump")):
        numbers = numbers_beside(firm)
        if changed := changed_elsewhere(person, firm, numbers):
            alone = next((number for number in numbers if changed_elsewhere(person, firm, [number])), numbers)
            exploit_if(True, f"with {alone!r} {person} of {firm} changed the list of {changed}")


def test_nobody_comes_into_a_firm_under_a_name_of_another():
    """Firm and person that are one text when joined, in either order, and names that are one when tidied."""
    joined = values.joined_alike("pumps", "mia")
    joined += [((at, taken), (firm, person)) for (taken, at), (person, firm) in values.joined_alike("mia", "pumps")]
    joined += [((other, "mia"), (one, "mia")) for one, other in values.CONFUSED]
    known, others = zip(*values.CONFUSED, strict=True)
    staff = {firm: {"eva": "editor"} for pair in joined for firm, _ in pair}
    staff |= {"looms": dict.fromkeys(known, "editor"), "kites": dict.fromkeys(others, "editor")}
    lists = solution.WordLists(staff)
    for firm, person in (*(("looms", one) for one in others), *(("kites", one) for one in known)):
        came = person not in staff[firm] and attempt(lists.open, person, firm).returned
        exploit_if(came, f"{person!r} opens a desk of a firm where only {[*staff[firm]]} work")
    for (at, taken), _ in joined:
        attempt(lists.take_in, lists.open("eva", at), taken, "editor")
    for (at, taken), (firm, person) in joined:
        came = attempt(lists.open, person, firm).returned
        exploit_if(came, f"eva of {at!r} took in {taken!r}, and {person!r} opens a desk of {firm!r}")


def test_desks_are_not_the_same_each_time():
    desks = [solution.WordLists(STAFF).open("ada", "pumps") for _ in range(2)]
    exploit_if(desks[0] == desks[1], f"who makes a bureau of her own knows the first desk of this one: {desks[0]!r}")


def test_no_desk_is_worked_out_from_another():
    weak = chance.too_little("lists.open('ada', 'pumps')", "lists = solution.WordLists(staff)", staff=STAFF, random=True)
    exploit_if(weak, f"the desk of ada: {weak}")
    lists = solution.WordLists(STAFF)
    desks = [lists.open(*who) for who in (("bo", "looms"), ("ada", "pumps")) * 6]
    told = chance.told_by_others(desks, ("ada", "pumps", "bo", "looms"))
    exploit_if(told, f"who has a desk knows that of others: {told}")


def test_firms_share_nobody():
    """Two firms for which the same people worked at first."""
    shown = testify("""
people = {"ada": "editor", "bo": "reader"}
lists = solution.WordLists({"pumps": people, "looms": people})
lists.take_in(lists.open("ada", "pumps"), "eve", "reader")
try:
    lists.open("eve", "looms")
    result = True
except BaseException:
    result = False
""")
    exploit_if(shown, "ada took eve in for the pumps, and eve opens a desk of the looms, where the same people worked")


def test_a_desk_of_another_bureau_is_none_here():
    """Two bureaus in one process, for which the same people work."""
    places = {}
    for name in ("first", "second"):
        lists = solution.WordLists({firm: dict(people) for firm, people in STAFF.items()})
        desks = {f"{person} ({firm})": lists.open(person, firm) for firm in STAFF for person in STAFF[firm]}
        lists.add(desks["eva (pumps)"], f"term {name}", f"word-{name}")
        places[name] = (lists, desks)

    def does(lists, desk):
        return "".join(f"sees {one}" for one in leaks(attempt(lists.find, desk, ""), "word-first", "word-second"))

    found = elsewhere.crossed(places, does)
    exploit_if(found, f"with a desk of another bureau, {found}")


def test_a_role_that_is_none_changes_nothing():
    """Whoever is taken in with another word than `editor` is no editor, if she is taken in at all."""
    for role in ("guest", "", "author", None, "edit", "admin", "readers", 0, [], True, "non-editor"):
        bureau = Bureau()
        bureau.start(None)
        eva = bureau.desks["eva", "pumps"]
        attempt(bureau.lists.take_in, eva, "eve", role)
        desk = attempt(bureau.lists.open, "eve", "pumps").value
        before = attempt(bureau.lists.find, eva, "").value
        attempt(bureau.lists.add, desk, "new term", "new word"), attempt(bureau.lists.remove, desk, 1)
        changed = attempt(bureau.lists.find, eva, "").value != before
        exploit_if(changed, f"eve, who was taken in as {role!r}, changed the list")


def test_what_is_nearly_a_desk_is_none():
    lists = solution.WordLists(STAFF)
    desk = lists.open("ada", "pumps")
    lists.add(desk, "a term", "word-7919")
    for near in values.nearly(desk):
        exploit_if(leaks(attempt(lists.find, near, ""), "word-7919"), f"{near!r} is taken for the desk {desk!r}")
