import threading
import time

Condition, Event, Thread = (
    threading.Condition, threading.Event, threading.Thread
)


def started(target, n):
    threads = [
        Thread(target=target, daemon=True) for _ in range(n)
    ]
    for thread in threads:
        thread.start()
    time.sleep(0.1)  # until they wait
    return threads


def ended(threads):
    for thread in threads:
        thread.join(0.2)
    return sum(not thread.is_alive() for thread in threads)


bell, heard = Event(), []


def pupil():
    heard.append((bell.wait(), bell.is_set()))


pupils = started(pupil, 5)
bell.set()
bell.clear()
ended(pupils)
print("set, clear, five wait: ", set(heard))
late = started(bell.wait, 1)
goes = "goes" if ended(late) else "waits"
print("one who comes later:   ", goes)

oven = Condition()
try:
    oven.notify()
except RuntimeError as error:
    print("notify, no lock held:  ", error)


def empty_plates(keeps_looking):
    cakes, plates = [], []

    def eat():
        with oven:
            if keeps_looking:
                oven.wait_for(lambda: cakes)
            elif not cakes:
                oven.wait()
            plates.append(cakes.pop() if cakes else None)

    eaters = started(eat, 2)
    with oven:
        cakes.append("cake")
        oven.notify_all()
    ended(eaters)
    return plates.count(None)


for how, keeps_looking in ("if", False), ("wait_for", True):
    rounds = sum(empty_plates(keeps_looking) for _ in range(20))
    print(f"{how + ', 20 rounds:':23}", rounds, "empty plates")

boats = threading.Semaphore(1)
boats.release()
both = boats.acquire(False), boats.acquire(False)
print("one boat, a release:   ", both)
try:
    threading.BoundedSemaphore(1).release()
except ValueError as error:
    print("the same, bounded:     ", error)

bus, numbers = threading.Barrier(3), []
started(lambda: numbers.append(bus.wait()), 3)
print("a barrier of three:    ", sorted(numbers))
