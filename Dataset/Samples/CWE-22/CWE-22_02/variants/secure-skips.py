import os
import tarfile


def parts_of(name):
    return [part for part in name.split("/") if part not in ("", ".")]


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    result, title = [], ""
    with tarfile.open(archive, "r:gz") as tar:
        for info in tar.getmembers():
            if not info.isfile() or info.name.startswith("/") or ".." in parts_of(info.name):
                if not info.isdir():
                    print("skipped", info.name)
                continue
            path = os.path.join(folder, *parts_of(info.name))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            content = tar.extractfile(info).read()
            with open(path, "wb") as out:
                out.write(content)
            if info.name == "index.txt":
                title = content.decode().split("\n")[0]
            result.append(info.name)
        for info in tar.getmembers():
            if info.isdir() and not info.name.startswith("/") and ".." not in parts_of(info.name):
                os.makedirs(os.path.join(folder, *parts_of(info.name)), exist_ok=True)
    result.sort()
    return dict(title=title, files=result)
