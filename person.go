package rolecall

// Person is somebody credited.
type Person struct {
	ID string
	// Name is the name the person goes by now; a former name is never held.
	Name string
	// NativeName is the name in the person's own script, where it differs.
	NativeName string
	// Gender is what the statements about the person come to: see Resolve.
	Gender Gender
	// Conflict says that statements of the deciding precedence disagree, which
	// is why Gender is Unknown.
	Conflict bool
}
