import threading

counter = 0


def add():
    global counter
    seen = counter
    counter = seen + 1


a = threading.Thread(target=add)
b = threading.Thread(target=add)
a.start()
b.start()
a.join()
b.join()
print(counter)
