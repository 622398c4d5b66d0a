c = threading.Condition()
n = 0
def add():
    global n
    for _ in range(2):
        with c:
            n += 1
            c.notify()
t = threading.Thread(target=add)
t.start()
with c:
    print(c.wait_for(lambda: n >= 1), n)
t.join()
