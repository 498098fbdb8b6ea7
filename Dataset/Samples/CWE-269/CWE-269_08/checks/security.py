import itertools

from harness import attempt, exploit_if, inconclusive, solution, testify
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

RIGHTS = ("bench", "laser", "lathe", "people", "roles", "saw")
ROLES = {"trainer": ["bench", "saw", "lathe", "people"], "caretaker": ["bench", "laser", "roles"], "sawyer": ["bench", "saw"], "burner": ["laser"],
    "helper": ["bench", "people", "roles"], "nothing": []}
GIVEN = {"Ben": "trainer", "Cleo": "caretaker", "Dan": "sawyer", "Eve": None, "Fay": "helper", "Gus": "burner"}
numbers = itertools.count()
#: Who is asked for besides members.
STRANGERS = ("Zoe", "", None, "founder", "guest", "trainer", "ruth", "Ruth ")


class Book:
    """What the mail and the rules of the workshop come to."""

    def __init__(self, founder):
        self.roles = {"founder": set(RIGHTS), "guest": {"bench"}}
        self.standard = "guest"
        self.members = {founder: "founder"}

    def rights(self, name):
        if name not in self.members:
            return set()
        role = self.members[name]
        return self.roles[self.standard if role is None else role]

    def allows(self, method, *arguments):
        """Whether this may be done; there is what it speaks of."""
        if method == "join":
            return arguments[0] not in self.members
        by, *rest = arguments
        own = self.rights(by)
        if method in ("leave", "give"):
            if rest[0] not in self.members or not self.rights(rest[0]) <= own or ("people" not in own and (method == "give" or by != rest[0])):
                return False
            return method == "leave" or rest[1] is None or (rest[1] in self.roles and self.roles[rest[1]] <= own)
        if "roles" not in own or (method != "define" and rest[0] not in self.roles):
            return False
        role, before = rest[0], self.roles.get(rest[0], set())
        after = set(rest[1]) if method == "define" else before
        is_standard = method == "set_standard" or (method == "define" and role == self.standard)
        if is_standard and after & {"people", "roles"}:
            return False
        return after | before <= own and not (method == "remove" and role == self.standard)

    def join(self, name):
        self.members[name] = None

    def leave(self, _, name):
        del self.members[name]

    def give(self, _, name, role):
        self.members[name] = role

    def define(self, _, role, rights):
        self.roles[role] = set(rights)

    def remove(self, _, role):
        del self.roles[role]
        self.members = {name: None if one == role else one for name, one in self.members.items()}

    def set_standard(self, _, role):
        self.standard = role


class Quarter(Machine):
    """Nobody has a right that the rules do not give her, and nobody loses one by what is forbidden."""

    variants = ("guest", "sawyer", "burner")
    name = domain("Dan", "Eve", odd=("Ben", "Ruth", "Fay", "Zoe", "Gus", "Cleo", *values.alike("Eve")[:3], ""))
    by = domain("Ruth", "Ben", odd=("Cleo", "Fay", "Dan", "Eve", "Zoe", "", None, *values.alike("Ruth")[:4]))
    role = domain("sawyer", "guest", odd=("founder", "trainer", "caretaker", "burner", "helper", "knight", "nothing", "", "Founder", "None", "standard"))
    wanted = domain(["bench"], ["bench", "saw"], odd=(["people"], ["roles"], [*RIGHTS], ["bench", "laser"], [], ["saw", "saw", "people"], ["lathe"], ["people", "roles"]))
    operations = {
        "join": (name,),
        "leave": (by, name),
        "give": (by, name, domain(*role.usual, None, odd=role.odd)),
        "define": (by, role, wanted),
        "remove": (by, role),
        "set_standard": (by, role),
    }

    def start(self, standard):
        self.shop, self.book = solution.Workshop("Ruth"), Book("Ruth")
        for name, role in GIVEN.items():
            self.done("join", name)
        for role, rights in ROLES.items():
            self.done("define", "Ruth", role, rights)
        for name, role in GIVEN.items():
            self.done("give", "Ruth", name, role) if role else None
        self.done("set_standard", "Ruth", standard)
        if self.shop.rights("Ben") != sorted(ROLES["trainer"]):
            inconclusive("nobody has a role")

    @property
    def model(self):
        return [self.book.members, self.book.roles, self.book.standard]

    def done(self, method, *arguments):
        """What may be done counts if it was; what may not be done changes nothing."""
        allowed = self.book.allows(method, *arguments)
        if attempt(getattr(self.shop, method), *arguments).returned and allowed:
            getattr(self.book, method)(*arguments)
        return "" if allowed else self.ask(lost_by=str(arguments[0]))

    def all(self, *calls):
        return next(filter(None, [self.done(*call) for call in calls]), "")

    def ask(self, lost_by=""):
        for name in dict.fromkeys((*self.book.members, *GIVEN, "Ruth", "Zoe")):
            told, real = attempt(self.shop.rights, name).value, self.book.rights(name)
            told = {right for right in told if right in RIGHTS} if isinstance(told, list) else set()
            if more := sorted(told - real):
                return f"{name!r} has {more}"
            if lost_by and real - told:
                return f"{lost_by} took {sorted(real - told)} from {name}"
        return ""

    def wrong(self):
        return self.ask() or self.tell()

    def tell(self):
        """Two rights of each, others each time."""
        first = next(numbers)
        for place, name in enumerate(("Eve", "Dan", *STRANGERS)):
            for right in (RIGHTS[(first + place) % 6], "bench" if first % 2 else "people"):
                if right not in self.book.rights(name) and attempt(self.shop.may, name, right).value is True:
                    return f"{name!r} may do what needs {right!r}"
        return ""

    def join(self, name):
        return self.done("join", name)

    def leave(self, by, name):
        return self.done("leave", by, name)

    def give(self, by, name, role):
        return self.done("give", by, name, role)

    def define(self, by, role, rights):
        return self.done("define", by, role, rights)

    def remove(self, by, role):
        return self.done("remove", by, role)

    def set_standard(self, by, role):
        return self.done("set_standard", by, role)

    def lift_the_standard(self, by, rights, way):
        """A role gets what a standard role never has: while it is one, before, between two times that it is, and when its name is a new role's."""
        harmless = self.all(("define", "Ruth", "new", []), ("join", "Hal"))
        if way in ("after", "back"):
            harmless = harmless or self.done("set_standard", by, "new")
        if way == "back":
            harmless = harmless or self.done("set_standard", by, "nothing")
        if way == "anew":
            harmless = harmless or self.all(("set_standard", by, "new"), ("set_standard", "Ruth", "guest"), ("remove", "Ruth", "new"))
        return harmless or self.all(("define", by, "new", rights), ("set_standard", by, "new"), ("join", "Ida"), ("give", "Ben", "Dan", None))

    def made_anew(self, role, right, way):
        """Those who had the role that is gone have no role; its name comes back with more."""
        if way == "standard":
            # They were given a role that is the standard role meanwhile, and then goes.
            first = self.all(("define", "Ruth", role, ["bench"]), ("set_standard", "Ruth", role), ("set_standard", "Ruth", "guest"))
        else:
            first = self.all(("leave", "Ruth", "Eve"), ("join", "Eve"))
        return first or self.all(("give", "Ruth", "Eve", role), ("remove", "Ruth", role), ("define", "Ruth", role, [right]), ("join", "Hal"))

    def come_again(self, name, by, role):
        by = name if by == "herself" else by
        return self.all(("leave", by, name), ("give", "Ruth", name, role), ("define", name, "x", []), ("join", name), ("join", name))

    def helped(self, by, role):
        """A helper raises her own role, another's, or that of all, with what she has and has not."""
        role = {"own": GIVEN[by], "standard": self.book.standard}.get(role, role)
        own = sorted(self.book.rights(by))
        return self.all(*(("define", by, role, [*own, right]) for right in RIGHTS if right not in own), ("define", by, role, own), ("give", by, by, "founder"),
            ("give", by, "Dan", role), ("give", "Ben", "Eve", role), ("remove", by, "founder"), ("leave", by, "Ruth"), ("give", by, "Ruth", None))

    def lose_a_right(self, name, way):
        """From now on she has less; what she could do before, she does once more."""
        self.all(("give", name, "Eve", "nothing"), ("define", name, "x", ["bench"]))
        office, had = ("people" if name == "Ben" else "roles"), sorted(self.book.rights(name))
        calls = {"less": ("define", "Ruth", GIVEN[name], [office]), "define": ("define", "Ruth", GIVEN[name], ["laser"]), "give": ("give", "Ruth", name, "burner"), "remove": ("remove", "Ruth", GIVEN[name]),
            "leave": ("leave", "Ruth", name), "none": ("give", "Ruth", name, None)}
        return self.all(calls[way], ("give", name, "Eve", None), ("define", name, "x", []), ("define", name, "y", ["bench"]), ("remove", name, "x"),
            ("set_standard", name, "nothing"),
            ("define", name, "z", had), ("give", name, "Eve", "sawyer"), ("give", "Ruth", "Eve", "z"), ("leave", name, "Eve"))

    def change_the_standard(self, by, rights):
        return self.all(("define", by, self.book.standard, rights), ("join", "Hal"), ("give", "Ruth", "Dan", None))

    def refused(self, by, rights):
        """What was refused leaves nothing behind, for who comes to it later."""
        return self.all(("define", by, "knight", rights), ("give", by, "Eve", "knight"), ("give", "Ben", "Eve", "knight"), ("give", "Ruth", "Dan", "knight"), ("set_standard", by, "knight"), ("define", by, self.book.standard, rights),
            ("define", "Ruth", "knight", ["bench"]), ("give", "Ruth", "Eve", "knight"), ("give", "Ruth", "Eve", None), ("join", "Hal"))


#: Stories, with the values of their arguments.
STORIES = {
    "lift_the_standard": (("Ruth", "Fay"), (["people"], ["roles"], ["bench", "people", "roles"]), ("after", "before", "back", "anew")),
    "made_anew": (("sawyer", "trainer", "burner"), ("people", "saw", "laser"), ("remove", "standard")),
    "come_again": (("Dan", "Ben", "Cleo"), ("herself", "Ruth"), ("trainer", None)),
    "helped": (("Fay", "Ben", "Cleo"), ("sawyer", "own", "burner", "standard")),
    "lose_a_right": (("Ben", "Cleo", "Fay"), ("define", "give", "remove", "leave", "none", "less")),
    "change_the_standard": (("Ruth", "Cleo", "Fay"), ([], ["saw"], ["lathe", "laser"], ["bench"])),
    "refused": (("Cleo", "Fay", "Eve", "Ben"), (["people"], ["saw", "lathe"], ["roles", "lathe"])),
}


def test_nobody_has_more_rights_than_the_rules_give():
    found = search(Quarter, tries=110, alone=0.75, length=4)
    exploit_if(found, str(found))


def test_no_right_outlives_what_it_came_from():
    for name, domains in STORIES.items():
        for number, arguments in enumerate(itertools.product(*domains)):
            quarter = Quarter()
            quarter.start(Quarter.variants[number % 3])
            effect = getattr(quarter, name)(*arguments) or quarter.wrong()
            exploit_if(effect, f"{name}{arguments}, the standard role was {Quarter.variants[number % 3]}: {effect}")


def test_a_second_workshop_knows_nobody_of_the_first():
    one, other = Quarter(), Quarter()
    one.start("guest"), other.start("nothing")
    effect = one.all(("define", "Ruth", "sawyer", ["laser", "people"]), ("join", "Hal"), ("leave", "Ruth", "Gus")) or other.wrong()
    exploit_if(effect, f"in another workshop, {effect}")
    fresh = solution.Workshop("Olga")
    known = [name for name in (*GIVEN, "Ruth") if attempt(fresh.rights, name).value]
    exploit_if(known, f"{known} have rights in a workshop that they never joined")


#: What a caller does with a list after it was given, or with one that it got; and what members can do then.
SHARED = """
shop = solution.Workshop("Ruth")
shop.define("Ruth", "caretaker", ["bench", "roles"])
shop.join("Cara"), shop.give("Ruth", "Cara", "caretaker"), shop.join("Cleo")
def tried(method, *arguments):
    try:
        return getattr(shop, method)(*arguments)
    except Exception:
        return None
ticked = ["bench"]
{calls}
result = [[name, sorted(one for one in ("laser", "people", "saw") if shop.may(name, one) is True or one in (tried("rights", name) or ()))] for name in ("Cara", "Cleo", "Zoe")]
"""
LISTS = (
    'tried("define", "Cara", "guest", ticked)\nticked += ["laser", "people"]',
    'tried("define", "Cara", "guest", ticked)\nticked[:] = ["people"]\ntried("define", "Cara", "better", ticked)',
    'tried("define", "Ruth", "caretaker", ticked)\nticked += ["saw"]\ntried("define", "Cara", "caretaker", ticked)',
    'tried("define", "Cara", "plain", ticked)\ntried("define", "Ruth", "better", ticked)\ntried("set_standard", "Ruth", "plain")\nticked += ["laser"]',
    'tried("set_standard", "Ruth", "guest")\ntried("define", "Ruth", "guest", ticked)\ntried("define", "Ruth", "other", ticked)\nticked.append("people")\ntried("define", "Cara", "other", ticked)',
    'found = tried("rights", "Cleo")\nfound += ["laser", "people"]',
    'found = tried("rights", "Cara")\nfound += ["saw"]',
    'found = tried("rights", "Zoe")\nfound += ["saw", "people"]',
    'found = tried("rights", "Cleo")\ntried("define", "Cara", "x", found)\nfound += ["laser"]\ntried("set_standard", "Cara", "x")',
    'all = tried("rights", "Ruth")\ntried("define", "Cara", "guest", ["bench"])\ntried("define", "Cara", "x", all)\nall.remove("laser")',
)


def test_a_list_is_the_callers_afterwards():
    """What was checked when it was given, or told, is no way to a right when it is changed."""
    for calls in LISTS:
        more = [one for one in testify(SHARED.format(calls=calls)) if one[1]]
        exploit_if(more, f"{calls!r}: {more[:1]} without being given it")
