def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
def fail():
    raise ValueError("spilt")
def leave():
    raise SystemExit(3)
a = threading.Thread(target=fail, name="a")
b = threading.Thread(target=leave, name="b")
a.start()
b.start()
a.join()
b.join()
print("end")
