import os
import shutil
import tarfile


def _open(path, flags):
    return os.open(path, flags | os.O_EXCL | os.O_NOFOLLOW, 0o600)


def unpack_bundle(bundle, folder):
    os.makedirs(folder, mode=0o755)
    os.chmod(folder, 0o755)
    files = set()
    with tarfile.open(bundle) as tar:
        for member in tar:
            parts = [part for part in member.name.split("/") if part not in ("", ".")]
            if ".." in parts or member.name.startswith("/"):
                raise ValueError(f"leads outside: {member.name}")
            steps = parts if member.isdir() else parts[:-1]
            here = folder
            for part in steps:
                here = os.path.join(here, part)
                if not os.path.isdir(here):
                    os.mkdir(here, 0o755)
                    os.chmod(here, 0o755)
            if not member.isfile():
                continue
            target = os.path.join(folder, *parts)
            if os.path.lexists(target):
                os.unlink(target)
            with open(target, "wb", opener=_open) as out:
                shutil.copyfileobj(tar.extractfile(member), out)
                os.fchmod(out.fileno(), 0o755 if member.mode & 0o100 else 0o644)
            files.add("/".join(parts))
    return sorted(files)


def programs(folder):
    found = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if os.stat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
