import threading


def hears(what, call, *args, **kwargs):
    try:
        print(f"{what:32}", call(*args, **kwargs))
    except RuntimeError as error:
        print(f"{what:32}", f"RuntimeError: {error}")


def elsewhere(call):
    """Makes the call in a thread of its own."""
    heard = []

    def target():
        try:
            heard.append(call())
        except RuntimeError as error:
            heard.append(f"RuntimeError: {error}")

    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    return heard[0]


lock, rlock = threading.Lock(), threading.RLock()

hears("Lock, first acquire", lock.acquire)
hears("Lock, second acquire, 0.1 s", lock.acquire, timeout=0.1)
hears("Lock, released by another", elsewhere, lock.release)
hears("Lock, released once more", lock.release)

hears("RLock, first acquire", rlock.acquire)
hears("RLock, second acquire", rlock.acquire)
hears("RLock, released by another", elsewhere, rlock.release)
hears("RLock, first release", rlock.release)
hears("RLock, another tries to get it", elsewhere,
      lambda: rlock.acquire(blocking=False))
hears("RLock, second release", rlock.release)


def careless():
    lock.acquire()
    {}["nothing"]
    lock.release()


def careful():
    with lock:
        {}["nothing"]


for call in careful, careless:
    try:
        call()
    except KeyError:
        then = "held" if lock.locked() else "free"
        print(f"{call.__name__ + ', then':32}", then)
