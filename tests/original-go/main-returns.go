package main

func mainReturns(show Show) {
	go func() {
		show("g")
		show("g again")
	}()
	show("main")
}
