package verdict

import "rolecall/press/claims"

// KeyOf is what the ruling on a claim is remembered by.
func KeyOf(c claims.Claim) any { return keyOf(c) }
