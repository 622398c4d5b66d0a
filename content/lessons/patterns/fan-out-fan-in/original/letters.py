from concurrent.futures import ThreadPoolExecutor
from threading import Event

b_is_done = Event()


def translate(letter):
    if letter == "a":
        b_is_done.wait()
    if letter == "b":
        b_is_done.set()
    return letter.upper()


with ThreadPoolExecutor(max_workers=2) as desks:
    print(list(desks.map(translate, "abc")))

taken = 0


def letters():
    global taken
    for letter in "abcdefgh" * 125:
        taken += 1
        yield letter


with ThreadPoolExecutor(max_workers=2) as desks:
    pages = desks.map(translate, letters())
    print("taken before the first page is read:", taken)
