package main

func unbuffered(show Show) {
	ch := make(chan int)
	for n := 1; n <= 2; n++ {
		go func(n int) {
			ch <- n
			show("sent", n)
		}(n)
	}
	a := <-ch
	b := <-ch
	show(a, b)
}
