class Roster:
    def by_text(self, text, field="cn"):
        return f"(&(status=active)({field}=*{text}*))"

    def login(self, number, pin):
        return f"(&(status=active)(number={number})(pin={pin}))"

    def to_call(self, town, skills):
        any_skill = "".join(f"(skill={skill})" for skill in skills)
        return f"(&(status=active)(phone=*)(town={town})(|{any_skill}))"
