import hashlib
import io


def may_enter(path, name, password):
    with io.open(path, "rb") as file:
        data = file.read()
    for line in reversed(data.split(b"\n")):
        if line[:1] == b"#" or b":" not in line:
            continue
        account, entry = line.split(b":", 1)
        if account != name.encode():
            continue
        if entry[:1] in (b"", b"*"):
            return False
        if entry[:1] != b"$":
            return entry == password.encode()
        fields = entry.split(b"$")
        if len(fields) != 4 or fields[1] != b"1" or not fields[2]:
            return False
        return hashlib.sha256(fields[2] + password.encode()).hexdigest().encode() == fields[3]
    return False
