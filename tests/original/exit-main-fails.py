def work():
    print("thread")
    print("again")
threading.Thread(target=work).start()
print("main")
raise ValueError("spilt")
