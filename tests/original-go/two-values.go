package main

func twoValues(show Show) {
	ch := make(chan int, 1)
	go func() {
		ch <- 7
		close(ch)
	}()
	select {
	case n, ok := <-ch:
		show(n, ok)
	default:
		show("nothing yet")
	}
	_, ok := <-ch
	show(ok)
}
