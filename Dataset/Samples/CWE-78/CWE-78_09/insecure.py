import os
import subprocess


class Chronicle:
    def __init__(self, folder, index):
        self.folder = folder
        self.index = index

    def discs(self):
        if not os.path.exists(self.index):
            return {}
        with open(self.index, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        return {label: names for label, *names in rows}

    def _burn(self, label, names):
        files = " ".join(f'"{name}"' for name in names)
        subprocess.run(f'burn --label "{label}" -- {files}', shell=True, cwd=self.folder)

    def burn(self, label):
        printed = subprocess.run(f'unburnt --null "{self.folder}"', shell=True, stdout=subprocess.PIPE).stdout
        names = printed.decode("utf-8").split("\0")[:-1]
        count = 0
        for start in range(0, len(names), 8):
            count += 1
            self._burn(f"{label} {count}", names[start : start + 8])
            with open(self.index, "a", encoding="utf-8") as file:
                file.write("\t".join([f"{label} {count}", *names[start : start + 8]]) + "\n")
        return count

    def again(self, label):
        self._burn(label, self.discs()[label])
