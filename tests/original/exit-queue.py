q = queue.Queue()
def work():
    while True:
        print("got", q.get())
        q.task_done()
threading.Thread(target=work, daemon=True).start()
q.put(1)
q.put(2)
q.join()
print("main")
