c = threading.Condition()
def waiter():
    with c:
        print(c.wait(0.002))
t = threading.Thread(target=waiter)
t.start()
with c:
    c.notify()
    print("notified")
t.join()
