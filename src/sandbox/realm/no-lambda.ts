/** Stands in for `happens-before/lambda` in the engine of programs that do not name it. */
export {};
