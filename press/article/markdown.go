package article

import (
	"bytes"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	as "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	tree "golang.org/x/net/html"
)

// frontMatter is what a site's generator reads at the beginning of a file, in YAML or TOML.
var frontMatter = regexp.MustCompile(`\A(?:---[ \t]*\n(?s:(.*?)\n)(?:---|\.\.\.)|\+\+\+[ \t]*\n(?s:(.*?)\n)\+\+\+)[ \t]*(?:\n|\z)`)

// titleLine is the headline in it.
var titleLine = regexp.MustCompile(`(?m)^title[ \t]*[:=][ \t]*(.+?)[ \t]*$`)

// shortcode is a command to a site's generator: {{< video >}}, {% include x %}.
var shortcode = regexp.MustCompile(`\{\{.*?\}\}|\{%.*?%\}`)

// markdownLink is a link as only Markdown writes it.
var markdownLink = regexp.MustCompile(`\[[^\[\]\n]{1,300}\]\((?:https?://|\.{0,2}/|#)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?:[ \t]+"[^"\n]*")?\)`)

// isMarkdown reports whether a text is surely written in Markdown: it links as only Markdown
// does, or begins with what a site's generator reads and has a headline there.
func isMarkdown(content string) bool {
	front := frontMatter.FindString(content)
	return markdownLink.MatchString(content) || front != "" && titleLine.MatchString(front)
}

// Markdown is an article written in Markdown: CommonMark with tables, footnotes and struck out
// words. Blocks of code are no prose and are left out, and so is what is meant for the
// generator of a site, but for the headline.
func Markdown(content string) (Article, error) {
	content = lineEnds.Replace(strings.TrimPrefix(content, "\uFEFF"))
	title := ""
	if front := frontMatter.FindString(content); front != "" {
		content = content[len(front):]
		if found := titleLine.FindStringSubmatch(front); found != nil {
			title = strings.Trim(html.UnescapeString(found[1]), `"'`)
		}
	}
	var page bytes.Buffer
	if err := markdown.Convert([]byte(shortcode.ReplaceAllString(content, "")), &page); err != nil {
		return Article{}, ErrNoText
	}
	doc, err := tree.Parse(&page)
	if err != nil {
		return Article{}, ErrNoText
	}
	w := newWriter(true)
	w.write(doc, style{}, 0)
	a := w.article(title)
	a.Title = title
	return nonEmpty(a)
}

// markdown turns Markdown into HTML, which is read as that of a page; whether it is safe
// for a browser is of no matter here.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.NewFootnote(extension.WithFootnoteBacklinkHTML(""))),
	goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(withoutCode{}, 100))),
	goldmark.WithRendererOptions(as.WithUnsafe()),
)

// withoutCode leaves out blocks of code.
type withoutCode struct{}

func (withoutCode) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	var code []ast.Node
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if kind := n.Kind(); entering && (kind == ast.KindCodeBlock || kind == ast.KindFencedCodeBlock) {
			code = append(code, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range code {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}
