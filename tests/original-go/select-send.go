package main

func selectSend(show Show) {
	in := make(chan int)
	out := make(chan int)
	go func() { in <- 1 }()
	go func() { show("got", <-out) }()
	for i := 0; i < 2; i++ {
		select {
		case n := <-in:
			show("received", n)
		case out <- 2:
			show("sent")
		}
	}
}
