import threading
from concurrent.futures import ThreadPoolExecutor


def elsewhere(call):
    """What the call gives in a thread of its own."""
    heard = []

    def target():
        try:
            heard.append(call())
        except AttributeError as error:
            heard.append(f"AttributeError: {error}")

    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    return heard[0]


class Session(threading.local):
    language = "en"

    def __init__(self, server):
        made_in.append(threading.current_thread() is main)
        self.server = server


main, made_in = threading.main_thread(), []
plain = threading.local()
plain.user = "alice"
print("1.", plain.user, "/", elsewhere(lambda: plain.user))

session = Session("db1")
session.language = "fr"
other = elsewhere(lambda: session.language)
print("2.", session.language, "/", other)
print("   made in main:", made_in)

plain.basket = basket = []


def shop():
    plain.basket = basket
    plain.basket.append("tea")


elsewhere(shop)
print("3. main's basket:", plain.basket)


def handle(user):
    if user:
        plain.user = user
    return getattr(plain, "user", None)


with ThreadPoolExecutor(1) as pool:
    print("4.", list(pool.map(handle, [None, "alice", None])))
