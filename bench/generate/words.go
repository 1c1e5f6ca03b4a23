package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// script is a manner of writing names, made of syllables.
type script struct {
	syllables string
	// words is how many words are made of the syllables, from least to most each.
	words, least, most int
	// joined says that family and given name are written as one, in that order.
	joined bool
}

// The scripts. Those that are not Latin are rare, as IMDb writes most names in
// Latin letters.
var scripts = [...]script{
	{syllables: "ka ro mi len ta sor vi del an bri cho da el fen ga hol in jo kel lu mar no ol pe ran sa tin ul ver wen yo zan shi mon ter ley son ber ford wick", words: 24000, least: 2, most: 3},
	{syllables: "jö né zá ště łu gó åk ør çı ã ñez ê ü rös brå vič nić ško të ïs ka ro mi ta le no se", words: 6000, least: 2, most: 3},
	{syllables: "林 山 川 田 木 村 金 高 小 大 中 石 水 花 月 雪 春 秋 明 美 子 一 文 光 海 波 朴 辺 東 北 松 竹 梅 玉 青 白", words: 1200, least: 1, most: 2, joined: true},
	{syllables: "ка ро ми лен та сор ви дел ан бри чо да ель фен га жол ин ёл щу кель лу мар но ский ов ева", words: 1200, least: 2, most: 3},
	{syllables: "كا رو مي لن تا سر في دل ان بر شو دا حم خال نو عبد قا", words: 1200, least: 2, most: 3},
}

// scriptWeights weighs the scripts of names.
var scriptWeights = newWeighted(86, 12, .9, .7, .4)

// vocabulary are the words of each script; those in front are used the most.
type vocabulary [len(scripts)][]string

func newVocabulary(seed uint64) *vocabulary {
	v := new(vocabulary)
	for i, s := range scripts {
		d := about(seed, ofWords, i)
		syllables := strings.Fields(s.syllables)
		for range s.words {
			var word strings.Builder
			for range d.between(s.least, s.most) {
				word.WriteString(syllables[d.below(len(syllables))])
			}
			v[i] = append(v[i], capitalised(word.String()))
		}
	}
	return v
}

func capitalised(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// word draws a word of a script.
func (v *vocabulary) word(d *draw, script int) string { return v[script][d.skewed(len(v[script]))] }

// appendPerson writes a person's name; now and then with a nickname in quotes
// or an initial.
func (v *vocabulary) appendPerson(b []byte, d *draw) []byte {
	script := scriptWeights.draw(d)
	b = append(b, v.word(d, script)...)
	if scripts[script].joined {
		return append(b, v.word(d, script)...)
	}
	b = append(b, ' ')
	switch extra := d.below(1000); {
	case extra < 2:
		b = append(b, '"')
		b = append(b, v.word(d, script)...)
		b = append(b, `" `...)
	case extra < 40:
		b = append(b, byte('A'+d.below(26)), '.', ' ')
	case extra < 42:
		b = append(b, `'`...)
		b = append(b, v.word(d, script)...)
		b = append(b, `' `...)
	case extra < 46:
		b = append(b, `O'`...)
	}
	return append(b, v.word(d, script)...)
}

var between = newPhrases(phrase{" ", 70}, phrase{" of ", 6}, phrase{" the ", 6}, phrase{" and ", 5}, phrase{" in ", 4}, phrase{": ", 4}, phrase{" & ", 2}, phrase{", ", 2}, phrase{" - ", 1})

var titleLengths = newWeighted(0, 22, 38, 24, 11, 5)

// appendWords writes some words of a script, as a title has.
func (v *vocabulary) appendWords(b []byte, d *draw, script int) []byte {
	for i := range titleLengths.draw(d) {
		if i > 0 {
			b = append(b, between.draw(d)...)
		}
		b = append(b, v.word(d, script)...)
	}
	return b
}

// appendTitle writes a title: one in a few hundred in quotes, one in a few
// thousand with a quote that nothing closes.
func (v *vocabulary) appendTitle(b []byte, d *draw, script int) []byte {
	quotes := d.below(4000)
	if quotes < 12 {
		b = append(b, '"')
	}
	if quotes > 3000 {
		b = append(b, "The "...)
	}
	b = v.appendWords(b, d, script)
	if quotes < 10 {
		b = append(b, '"')
	}
	return b
}
