import os
import threading
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
basket = []


def shop():
    basket.append("milk")


thread = threading.Thread(target=shop)
thread.start()
thread.join()
print("after the thread: ", basket)

basket.clear()
child = os.fork()
if child == 0:
    shop()
    os._exit(0)
os.waitpid(child, 0)
print("after the process:", basket)

lock = threading.Lock()
held, done = threading.Event(), threading.Event()


def write():
    with lock:
        held.set()
        done.wait()


writer = threading.Thread(target=write)
writer.start()
held.wait()
child = os.fork()
if child == 0:
    got_it = lock.acquire(timeout=1)
    os._exit(0 if got_it else 1)
done.set()
writer.join()
_, status = os.waitpid(child, 0)
code = os.waitstatus_to_exitcode(status)
print("the child's lock: ", ["free", "held for ever"][code])
print("the parent's lock:", "held" if lock.locked() else "free")
