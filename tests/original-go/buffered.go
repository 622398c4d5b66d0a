package main

func buffered(show Show) {
	ch := make(chan int, 2)
	go func() {
		for n := 1; n <= 3; n++ {
			ch <- n
		}
		show("sent")
		close(ch)
	}()
	show(len(ch))
	for n := range ch {
		show(n)
	}
}
