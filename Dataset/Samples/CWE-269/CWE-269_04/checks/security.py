from harness import attempt, exploit_if, inconclusive, solution, testify
from probes import constants
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PEOPLE = ("Ada", "Ben", "Cleo", "Dan")
TITLES = ("coins", "beads")
RIGHTS = ("read", "write")


class Excavation(Machine):
    """Nobody reads, writes or decides but by ownership, or by a right that the present owner has given."""

    #: Cleo may write in Ada's notebook, and Dan read; or there is nothing of the kind.
    variants = ({"Cleo": "write", "Dan": "read"}, {"Cleo": "write", "Dan": "read"}, {})
    person = domain("Ada", "Ben", "Cleo", "Dan", odd=[*values.alike("Ada")[:14], *values.NOTHING[:4]])
    other = domain("Ben", "Ada", "Cleo", "Dan", odd=[*values.alike("Ben")[:4]])
    title = domain("coins", odd=("beads", "Coins", "coins "))
    right = domain("write", "read")
    operations = {
        "share": (person, title, other, right),
        "hand_over": (person, title, other),
        "unshare": (person, title, other),
        "delete": (person, title),
        "create": (person, title),
        "share_with_oneself_and_hand_over": (domain("Ada"), title, other, domain("write", "read")),
        "delete_and_create": (domain("Ada"), title, domain("Ben", "Ada")),
        "hand_over_and_back": (domain("Ada"), title, domain("Ben", "Cleo")),
        "add": (person, title),
    }

    def start(self, rights):
        self.books = solution.Notebooks()
        self.decided, self.looks = set(), 0
        #: Title → [owner, rights that the owner has given].
        self.model = {"coins": ["Ada", dict(rights)], "beads": ["Ben", {}]}
        for title, (owner, given) in self.model.items():
            self.books.create(owner, title)
            for other, right in given.items():
                self.books.share(owner, title, other, right)
        if self.books.titles("Ada") != ["coins"]:
            inconclusive("the notebooks do not show what was made")

    def owns(self, person, title):
        self.decided.add(title)
        return title in self.model and self.model[title][0] == person

    def share(self, person, title, other, right):
        attempt(self.books.share, person, title, other, right)
        if self.owns(person, title) and other != person:
            meant = right.strip().lower() if isinstance(right, str) else ""
            if meant in RIGHTS:
                self.model[title][1][other] = meant
            if right not in RIGHTS:
                self.take_away(title)

    def take_away(self, title):
        """What the owner did may have ended rights that she gave."""
        given = self.model[title][1]
        for other in [one for one in given if not attempt(self.books.lines, one, title).returned]:
            del given[other]

    def unshare(self, person, title, other):
        done = attempt(self.books.unshare, person, title, other).returned
        if self.owns(person, title) and done:
            self.model[title][1].pop(other, None)

    def hand_over(self, person, title, other):
        done = attempt(self.books.hand_over, person, title, other).returned
        if self.owns(person, title) and done:
            if other == person:
                self.take_away(title)
            else:
                self.model[title] = [other, {}]

    def delete(self, person, title):
        done = attempt(self.books.delete, person, title).returned
        if self.owns(person, title) and done:
            del self.model[title]

    def create(self, person, title):
        done = attempt(self.books.create, person, title).returned
        self.decided.add(title)
        if title not in self.model and done:
            self.model[title] = [person, {}]

    def add(self, person, title):
        attempt(self.books.add, person, title, "a find")
        self.decided.add(title)

    def share_with_oneself_and_hand_over(self, person, title, other, right):
        self.share(person, title, person, right)
        self.hand_over(person, title, other)

    def delete_and_create(self, person, title, other):
        self.delete(person, title)
        self.create(other, title)

    def hand_over_and_back(self, person, title, other):
        """What was given before has ended, though the owner is the same again."""
        self.hand_over(person, title, other)
        self.hand_over(other, title, person)

    def wrong(self):
        """Looks at the notebooks about which somebody has decided since it last looked, and at the titles in turn."""
        for title, (owner, rights) in self.model.items():
            if title not in self.decided:
                continue
            if not attempt(self.books.lines, owner, title).returned:
                return f"{owner!r} has lost {title!r}"
            strangers = [one for one in PEOPLE if one != owner and rights.get(one) != "write"]
            for person in strangers:
                can_read = person not in rights and attempt(self.books.lines, person, title).returned
                if can_read or attempt(self.books.add, person, title, "forged").returned:
                    return f"{person}, who has {'no right' if person not in rights else 'the right to read'} in " \
                        f"{owner}'s {title!r}, {'read it' if can_read else 'wrote in it'}"
            for person in rights:
                if not attempt(self.books.lines, person, title).returned:
                    return f"{person!r} has lost the right that {owner!r} gave in {title!r}"
        self.decided.clear()
        self.looks += 1
        one = PEOPLE[self.looks % len(PEOPLE)]
        listed = set(attempt(self.books.titles, one).value or ()) - self.readable(one)
        return f"{one} was shown the titles {sorted(listed)}, which are not hers to read" if listed else ""

    def readable(self, person):
        return {title for title, (owner, rights) in self.model.items() if person == owner or person in rights}


class Rights(Excavation):
    """The owner gives a right that there is not."""

    variants = ({"Dan": "read"},)


KEEP = """
books = solution.Notebooks()
books.create("Ada", "coins")
books.add("Ada", "coins", "a find")
books.share("Ada", "coins", "Ben", "read")
kept = books.lines("Ben", "coins")
if isinstance(kept, list):
    kept.append("forged")
result = [str(line) for line in books.lines("Ada", "coins")]
"""


def test_what_a_reader_was_shown_is_not_the_notebook():
    exploit_if("forged" in testify(KEEP), "Ben, who has the right to read, wrote in the list that lines gave him")


def test_a_right_is_for_one_title_and_one_person():
    """Two titles and two names that are the same when they are joined."""
    for by in values.BORDERS:
        for hers, other in ((f"coins{by}x", f"x{by}Eve"), (f"x{by}coins", f"Eve{by}x")):
            books = solution.Notebooks()
            books.create("Ada", hers)
            books.create("Eve", "coins")
            attempt(books.share, "Eve", "coins", other, "write")
            can_write = attempt(books.add, "Eve", hers, "forged").returned
            exploit_if(can_write, f"Eve gave {other!r} a right in 'coins', and wrote in Ada's {hers!r} then")


def test_there_are_two_rights_only():
    """Another one may be what the program calls the owner's, or a part or a row of the two."""
    words = [word for word in constants.strings() if word.isidentifier() and word not in RIGHTS]
    odd = ["owner", "all", "read,write", "", "Read", "write ", "readwrite", "r", "admin", *words[:12], 1, 3, 7, None,
        True]
    Rights.operations = {"share": (domain("Ada"), domain("coins"), domain("Ben", "Dan"), domain(*odd))}
    found = search(Rights, tries=2 * len(odd), alone=1)
    exploit_if(found, str(found))


def test_rights_end_with_the_ownership_that_they_came_from():
    found = search(Excavation, tries=210, alone=0.6, length=5)
    exploit_if(found, str(found))
