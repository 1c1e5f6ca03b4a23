package verdict

// bounds is what is certain and what is possible of a figure.
type bounds struct{ low, high float64 }

// against rules on a figure: whether what is claimed, within a tolerance, is certain,
// impossible or neither.
func (b bounds) against(value, tolerance float64, bound string) Verdict {
	low, high := value-tolerance, value+tolerance
	switch bound {
	case "more":
		return half(b, func(x float64) bool { return x > value })
	case "least":
		return half(b, func(x float64) bool { return x >= value-tolerance })
	case "less":
		return half(b, func(x float64) bool { return x < value })
	case "most":
		return half(b, func(x float64) bool { return x <= value+tolerance })
	}
	switch {
	case b.low >= low && b.high <= high:
		return Supported
	case b.high < low || b.low > high:
		return Contradicted
	}
	return Unverifiable
}

func half(b bounds, holds func(float64) bool) Verdict {
	switch low, high := holds(b.low), holds(b.high); {
	case low && high:
		return Supported
	case !low && !high:
		return Contradicted
	}
	return Unverifiable
}
