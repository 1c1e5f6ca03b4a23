package phrase

import (
	"strconv"
	"strings"

	"rolecall"
)

// Agree is the one of two words that agrees with a number: Agree(n, "was", "were").
func Agree(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Counted is a number with its noun: "1 episode", "13 episodes".
func Counted(n int, one, many string) string { return Grouped(n) + " " + Agree(n, one, many) }

// Number is a number in figures.
func Number(n int) string { return strconv.Itoa(n) }

// Grouped is a number in figures with a thin space between thousands.
func Grouped(n int) string {
	digits := Number(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "\u202f" + digits[i:]
	}
	return digits
}

var numerals = []string{
	"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
}

// Numeral writes numbers up to twenty in words, as prose does, others in figures.
func Numeral(n int) string {
	if n >= 0 && n < len(numerals) {
		return numerals[n]
	}
	return Number(n)
}

// Numbered is Counted with the number as prose writes it: "thirteen directors".
func Numbered(n int, one, many string) string { return Numeral(n) + " " + Agree(n, one, many) }

// Of is a part of a number: "12 of 13".
func Of(part, of int) string { return Number(part) + " of " + Number(of) }

// Numbers are numbers in order as people write them: "1–3, 5, 13".
func Numbers(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, Number(numbers[i]))
		case j == i+1:
			parts = append(parts, Number(numbers[i]), Number(numbers[j]))
		default:
			parts = append(parts, Number(numbers[i])+"–"+Number(numbers[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// Those are things by their numbers: "episode 3", "seasons 1–3, 5".
func Those(one, many string, numbers []int) string {
	return Agree(len(numbers), one, many) + " " + Numbers(numbers)
}

// Range is a count without what it is of: "3", "3–7".
func Range(c rolecall.Count) string {
	if c.Certain == c.Possible {
		return Number(c.Certain)
	}
	return Number(c.Certain) + "–" + Number(c.Possible)
}

// Spoken is a count as a sentence says it: "13 of 13", "213 to 221 of 593".
func Spoken(c rolecall.Count) string {
	if c.Certain == c.Possible {
		return Of(c.Certain, c.Of)
	}
	return Number(c.Certain) + " to " + Of(c.Possible, c.Of)
}

// AtLeast begins a sentence with a count: "31", "At least 31, at most 58".
func AtLeast(c rolecall.Count) string {
	if c.Certain == c.Possible {
		return Grouped(c.Certain)
	}
	return "At least " + Grouped(c.Certain) + ", at most " + Grouped(c.Possible)
}

// CountOr is a count, or a dash of nobody.
func CountOr(c rolecall.Count) string {
	if c.Of == 0 {
		return None
	}
	return c.String()
}
