import os
import tarfile


def unpack_bundle(bundle, folder):
    os.makedirs(folder)
    with tarfile.open(bundle) as archive:
        archive.extractall(folder)
        return sorted(os.path.normpath(member.name) for member in archive if member.isfile())


def programs(folder):
    found = []
    for parent, _, names in os.walk(folder):
        paths = [os.path.join(parent, name) for name in names]
        found += [os.path.relpath(path, folder) for path in paths if os.access(path, os.X_OK)]
    return sorted(found)
