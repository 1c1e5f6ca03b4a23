// Package licences knows what the program is made of beside its own code, and under
// what licences that came. It is part of the program, so that the notices go
// wherever the program goes.
package licences

import _ "embed"

// Notices are the licence texts of all that is linked in or embedded: the Go modules
// and what they bring, the language itself, fonts and scripts of the pages. They are
// written by the program in collect ("make notices").
//
//go:embed NOTICES.md
var Notices string
