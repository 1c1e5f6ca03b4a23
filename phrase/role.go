package phrase

import "rolecall"

// leadWords explain the lead, which is no role that anybody is credited in.
const leadWords = "lead (first billed)"

// Role is a role in words, the lead explained: "executive producer".
func Role(r rolecall.Role) string {
	if r == rolecall.Lead {
		return leadWords
	}
	return r.Words()
}

// Roles are several in a role, the lead explained: "executive producers".
func Roles(r rolecall.Role) string {
	if r == rolecall.Lead {
		return leadWords
	}
	return r.Plural()
}

// RoleOf is what so many people in a role are called: "director", "directors".
func RoleOf(n int, r rolecall.Role) string { return Agree(n, Role(r), Roles(r)) }
