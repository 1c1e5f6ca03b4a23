// Package rolecall is the vocabulary of the project and its rules of counting:
// titles, people, credits, what sources state of a person's gender, and how all
// of that becomes a number that can be trusted.
//
// Three rules shape every type here. A person counts once for a title and a
// role, however often a source lists them. Gender is only ever what a source
// states; "unknown" is an answer and is carried into every share as a bound. And
// a number says its unit: people, credits, or titles.
//
// The package does no input or output and uses the standard library only, so
// that the rules can be read, tested and cited by themselves. docs/method.md
// says the same for people who do not read Go.
package rolecall
