package main

func selectBoth(show Show) {
	a := make(chan int, 1)
	b := make(chan int, 1)
	go func() { a <- 1 }()
	b <- 2
	for i := 0; i < 2; i++ {
		select {
		case n := <-a:
			show("a", n)
		case n := <-b:
			show("b", n)
		}
	}
}
