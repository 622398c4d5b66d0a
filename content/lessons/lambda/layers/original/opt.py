"""What Lambda does with layers, on one machine."""
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

work = Path(tempfile.mkdtemp())
handler = work / "handler.py"
handler.write_text(
    """
import sys

import numbering
import vat

while net := sys.stdin.readline():
    total = int(net) * (100 + vat.percent) / 100
    print(f"invoice {numbering.next()}: {total:.0f}")
"""
)


def publish(name, file, text):
    """A version of a layer: "x" refuses to write it again."""
    path = work / f"{name}.zip"
    with zipfile.ZipFile(path, "x") as layer:
        layer.writestr(f"python/{file}", text)
    return path


def environment(*layers):
    """A process, and an /opt that is its own copy."""
    opt = tempfile.mkdtemp(dir=work)
    for layer in layers:  # In order: the later file wins.
        zipfile.ZipFile(layer).extractall(opt)
    process = subprocess.Popen(
        [sys.executable, "-u", handler],
        env={"PYTHONPATH": f"{opt}/python"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def invoke(net):
        process.stdin.write(f"{net}\n")
        process.stdin.flush()
        return process.stdout.readline().strip()

    return invoke


count = """
last = 0

def next():
    global last
    last += 1
    return last
"""
numbering = publish("numbering-1", "numbering.py", count)
vat_1 = publish("vat-1", "vat.py", "percent = 19")
shop = environment(numbering, vat_1)
print("shop:  ", shop(100))

vat_2 = publish("vat-2", "vat.py", "percent = 7")
hotel = environment(numbering, vat_2)
print("hotel: ", hotel(100))
print("shop:  ", shop(100))

print("1 then 2:", environment(numbering, vat_1, vat_2)(100))
print("2 then 1:", environment(numbering, vat_2, vat_1)(100))

vat_1.unlink()
print("version 1 is deleted")
print("shop:  ", shop(100))
try:
    publish("vat-2", "vat.py", "percent = 5")
except FileExistsError:
    print("version 2 is there already")
