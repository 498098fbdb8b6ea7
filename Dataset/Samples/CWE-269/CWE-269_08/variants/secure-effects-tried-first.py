import copy


class State:
    def __init__(self, founder):
        self.roles = {"founder": frozenset(("bench", "laser", "lathe", "people", "roles", "saw")), "guest": frozenset(["bench"])}
        self.standard = "guest"
        self.people = {founder: "founder"}

    def of(self, name):
        if name not in self.people:
            return frozenset()
        return self.roles[self.standard if self.people[name] is None else self.people[name]]


class Workshop:
    """Each change is made on a copy, which is kept if nothing about it is wrong."""

    def __init__(self, founder):
        self._state = State(founder)

    def _change(self, by, right, touched, change):
        state = copy.deepcopy(self._state)
        mine = state.of(by)
        if right and right not in mine:
            raise PermissionError(by)
        below = touched(state)
        change(state)
        if state.roles[state.standard] & {"people", "roles"}:
            raise PermissionError("the standard role is for everybody")
        if not below | touched(state) <= mine:
            raise PermissionError("somebody may more than " + str(by))
        self._state = state

    def join(self, name):
        if name in self._state.people:
            raise ValueError(name)
        self._state.people[name] = None

    def leave(self, by, name):
        right = None if by == name and name in self._state.people else "people"
        self._change(by, right, lambda state: state.of(name), lambda state: state.people.pop(name))

    def give(self, by, name, role):
        def change(state):
            state.people[name]
            if role is not None:
                state.roles[role]
            state.people[name] = role

        if role is None and not self._state.of(name) <= self._state.of(by):
            raise PermissionError(by)
        # Back to the standard role is open to all.
        self._change(by, "people", lambda state: state.of(name) if role is not None else frozenset(), change)

    def define(self, by, role, rights):
        self._change(by, "roles", lambda state: state.roles.get(role, frozenset()), lambda state: state.roles.update({role: frozenset(rights)}))

    def remove(self, by, role):
        def change(state):
            if role == state.standard:
                raise ValueError("the standard role")
            del state.roles[role]
            state.people.update({name: None for name, one in state.people.items() if one == role})

        self._change(by, "roles", lambda state: state.roles.get(role, frozenset()), change)

    def set_standard(self, by, role):
        def change(state):
            state.roles[role]
            state.standard = role

        self._change(by, "roles", lambda state: state.roles.get(role, frozenset()), change)

    def rights(self, name):
        return sorted(self._state.of(name))

    def may(self, name, right):
        return right in self._state.of(name)
