// Command pauses copies Go files into a folder, with a call of pause before every statement, and a table of their programs beside them.
//
// Usage: pauses FOLDER FILE.go...
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	folder := os.Args[1]
	table := "package main\n\nvar programs = map[string]func(Show){\n"
	for _, path := range os.Args[2:] {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		check(err)
		ast.Inspect(file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.BlockStmt:
				node.List = withPauses(node.List)
			case *ast.CaseClause:
				node.Body = withPauses(node.Body)
			case *ast.CommClause:
				node.Body = withPauses(node.Body)
			}
			return true
		})
		var text bytes.Buffer
		check(format.Node(&text, files, file))
		name := strings.TrimSuffix(filepath.Base(path), ".go")
		check(os.WriteFile(filepath.Join(folder, "program-"+name+".go"), text.Bytes(), 0o644))
		table += fmt.Sprintf("\t%q: %s,\n", name, functionIn(file))
	}
	check(os.WriteFile(filepath.Join(folder, "table.go"), []byte(table+"}\n"), 0o644))
}

// functionIn returns the name of the one function of a file: the program.
func functionIn(file *ast.File) string {
	for _, declaration := range file.Decls {
		if function, ok := declaration.(*ast.FuncDecl); ok {
			return function.Name.Name
		}
	}
	panic("a file without a program")
}

func withPauses(statements []ast.Stmt) []ast.Stmt {
	var all []ast.Stmt
	for _, statement := range statements {
		switch statement.(type) {
		case *ast.CaseClause, *ast.CommClause:
			// The cases of a select are no statements of their own.
			return statements
		}
		pause := &ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent("pause")}}
		all = append(all, pause, statement)
	}
	return all
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
