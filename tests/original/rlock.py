lock = threading.RLock()
def outer(name):
    with lock:
        if lock.acquire(False):
            print(name, "again")
            lock.release()
def other():
    if lock.acquire(False):
        print("other")
        lock.release()
    else:
        print("held")
a = threading.Thread(target=outer, args=("a",))
b = threading.Thread(target=other)
a.start()
b.start()
a.join()
b.join()
