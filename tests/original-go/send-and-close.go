package main

func sendAndClose(show Show) {
	ch := make(chan int, 1)
	go func() { close(ch) }()
	ch <- 1
	show("sent")
}
