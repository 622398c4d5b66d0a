import threading
import time


def one_line(args):
    print(f"  {args.thread.name}: {args.exc_value!r}")


def post(address):
    if not address:
        raise ValueError("no address")
    return f"posted to {address}"


def where():
    print("  runs in", threading.current_thread().name)


threading.excepthook = one_line

print("1. what join gives")
lima = threading.Thread(target=post, args=("Lima",))
lima.start()
print(" ", lima.join())

print("2. a thread that fails")
blank = threading.Thread(target=post, args=("",), name="blank")
blank.start()
blank.join()
print("  main goes on")

print("3. with brackets, and without")
for target in where(), where:
    thread = threading.Thread(target=target, name="worker")
    thread.start()
    thread.join()

print("4. a second start")
try:
    lima.start()
except RuntimeError as error:
    print(" ", error)

print("5. join with a timeout")
slow = threading.Thread(target=time.sleep, args=(0.3,))
slow.start()
print(" ", slow.join(0.1), slow.is_alive())
