package main

func nilChannel(show Show) {
	a := make(chan int)
	b := make(chan int)
	go func() { a <- 1; close(a) }()
	go func() { b <- 2; close(b) }()
	for a != nil || b != nil {
		select {
		case n, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			show("a", n)
		case n, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			show("b", n)
		}
	}
	show("end")
}
