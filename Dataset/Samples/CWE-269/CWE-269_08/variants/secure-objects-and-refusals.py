MACHINES = ("bench", "saw", "lathe", "laser")
OFFICES = ("people", "roles")


class Refused(PermissionError):
    pass


class Role:
    def __init__(self, rights):
        self.rights = tuple(rights)


class Person:
    def __init__(self, role=None):
        self.role = role


class Workshop:
    def __init__(self, founder):
        self.all_roles = dict(founder=Role(MACHINES + OFFICES), guest=Role(MACHINES[:1]))
        self.for_all = self.all_roles["guest"]
        self.persons = {founder: Person(self.all_roles["founder"])}

    def rights(self, name):
        person = self.persons.get(name)
        return [] if person is None else sorted(set((person.role or self.for_all).rights))

    def may(self, name, right):
        return self.rights(name).count(right) > 0

    def has_office(self, by, office):
        if not self.may(by, office):
            raise Refused(office)

    def outranks(self, by, *many):
        for rights in many:
            for right in rights:
                if not self.may(by, right):
                    raise Refused(right)

    def join(self, name):
        if name in self.persons:
            raise ValueError("known already")
        self.persons[name] = Person()

    def leave(self, by, name):
        if not (by == name and by in self.persons):
            self.has_office(by, "people")
        person = self.persons[name]
        self.outranks(by, (person.role or self.for_all).rights)
        del self.persons[name]

    def give(self, by, name, role):
        self.has_office(by, "people")
        person = self.persons[name]
        new = None if role is None else self.all_roles[role]
        self.outranks(by, self.rights(name), new.rights if new else ())
        person.role = new

    def define(self, by, role, rights):
        self.has_office(by, "roles")
        there = self.all_roles.get(role)
        self.outranks(by, rights, there.rights if there else ())
        if there is None:
            self.all_roles[role] = Role(rights)
            return
        if there is self.for_all and any(right in OFFICES for right in rights):
            raise ValueError("nobody looks after us just by walking in")
        there.rights = tuple(rights)

    def remove(self, by, role):
        self.has_office(by, "roles")
        gone = self.all_roles[role]
        self.outranks(by, gone.rights)
        if gone is self.for_all:
            raise ValueError("somebody may have it")
        for person in self.persons.values():
            if person.role is gone:
                person.role = None
        del self.all_roles[role]

    def set_standard(self, by, role):
        self.has_office(by, "roles")
        new = self.all_roles[role]
        self.outranks(by, new.rights)
        if set(new.rights) & set(OFFICES):
            raise ValueError("nobody looks after us just by walking in")
        self.for_all = new
