import atexit
import sys
import threading
import time


def service(name, seconds):
    try:
        time.sleep(seconds)
        print(name, "has done its work")
    finally:
        print(name, "tidies up")


def parent():
    child = threading.Thread(target=time.sleep, args=(0,))
    print("child of a daemon: daemon =", child.daemon)


def leaves():
    sys.exit("nobody reads this")


atexit.register(print, "atexit")

thread = threading.Thread(target=service, args=("thread", 0.2))
daemon = threading.Thread(
    target=service, args=("daemon", 0.5), daemon=True
)
thread.start()
daemon.start()

for target in parent, leaves:
    other = threading.Thread(target=target, daemon=True)
    other.start()
    other.join()

try:
    daemon.daemon = False
except RuntimeError as error:
    print("RuntimeError:", error)
print("main ends")
