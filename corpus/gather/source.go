package gather

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"

	"rolecall/corpus/document"
)

// The bounds of sitemaps: indexes within indexes, and how many are read of one address.
const (
	mostDepth    = 3
	mostSitemaps = 1000
)

// pagesOf are the pages that an address leads to: those of a feed or sitemap, or the page that
// it is. A source that has not changed since it was asked last has none.
func (g *guest) pagesOf(ctx context.Context, address string, known sources) ([]page, error) {
	left := mostSitemaps
	return g.source(ctx, address, known, mostDepth, &left)
}

func (g *guest) source(ctx context.Context, address string, known sources, depth int, left *int) ([]page, error) {
	content, answer, err := g.get(ctx, address, known[address], mostFeed)
	if err != nil || answer == nil {
		return nil, err
	}
	if bytes.HasPrefix(content, []byte{0x1f, 0x8b}) {
		if content, err = unzipped(content); err != nil {
			return nil, fmt.Errorf("it is damaged: %w", err)
		}
	}
	at := answer.Request.URL
	if gofeed.DetectFeedType(bytes.NewReader(content)) != gofeed.FeedTypeUnknown {
		feed, err := gofeed.NewParser().Parse(bytes.NewReader(content))
		if err != nil {
			return nil, fmt.Errorf("it is a feed that cannot be read: %w", err)
		}
		known[address] = validatorsOf(answer)
		return pagesOfFeed(feed, at), nil
	}
	pages, maps, is, err := readSitemap(content)
	switch {
	case err != nil:
		return nil, fmt.Errorf("it is a sitemap that cannot be read: %w", err)
	case !is:
		return []page{{Fields: document.Fields{Address: address}, got: content, contentType: answer.Header.Get("Content-Type")}}, nil
	}
	for _, one := range maps {
		if depth == 0 || *left == 0 {
			return nil, errors.New("it leads to too many sitemaps: give some of them")
		}
		*left--
		more, err := g.source(ctx, one, known, depth-1, left)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", one, err)
		}
		pages = append(pages, more...)
	}
	known[address] = validatorsOf(answer)
	return pages, nil
}

func unzipped(packed []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(reader, mostFeed+1))
	if err == nil && len(content) > mostFeed {
		err = fmt.Errorf("it unpacks to more than %d MB", mostFeed>>20)
	}
	return content, err
}

func validatorsOf(answer *http.Response) validators {
	return validators{answer.Header.Get("ETag"), answer.Header.Get("Last-Modified")}
}

// pagesOfFeed are the articles of a feed. One that names no page is its text.
func pagesOfFeed(feed *gofeed.Feed, at *url.URL) (pages []page) {
	for i, item := range feed.Items {
		p := page{Fields: document.Fields{Headline: item.Title, Outlet: feed.Title, Language: feed.Language, Date: document.Day(item.Published)}}
		if item.PublishedParsed != nil {
			p.Date = item.PublishedParsed.Format("2006-01-02")
		}
		if len(item.Categories) > 0 {
			p.Section = item.Categories[0]
		}
		var authors []string
		for _, a := range item.Authors {
			if a.Name != "" {
				authors = append(authors, a.Name)
			}
		}
		p.Author = strings.Join(authors, "; ")
		link, err := at.Parse(item.Link)
		switch {
		case err == nil && item.Link != "" && link.Host != "":
			link.Fragment = ""
			p.Address = link.String()
		case item.Content != "" || item.Description != "":
			p.Address, p.content = fmt.Sprintf("%s#%s", at, orNumber(item.GUID, i)), orText(item.Content, item.Description)
		default:
			continue
		}
		pages = append(pages, p)
	}
	return pages
}

func orText(one, other string) string {
	if one != "" {
		return one
	}
	return other
}

func orNumber(id string, number int) string { return orText(url.QueryEscape(id), fmt.Sprint(number+1)) }

// sitemap is a sitemap, or an index of them (sitemaps.org), with what Google's extension for
// news says of an article.
type sitemap struct {
	XMLName xml.Name
	Pages   []struct {
		Address string `xml:"loc"`
		Changed string `xml:"lastmod"`
		News    struct {
			Outlet   string `xml:"publication>name"`
			Language string `xml:"publication>language"`
			Date     string `xml:"publication_date"`
			Headline string `xml:"title"`
		} `xml:"news"`
	} `xml:"url"`
	Maps []struct {
		Address string `xml:"loc"`
	} `xml:"sitemap"`
}

// readSitemap is what a sitemap leads to, and whether it is one. The day of a page's last
// change is not taken for that of its writing.
func readSitemap(content []byte) (pages []page, maps []string, is bool, err error) {
	if start := strings.TrimSpace(string(content[:min(len(content), 2000)])); !strings.Contains(start, "<urlset") && !strings.Contains(start, "<sitemapindex") {
		return nil, nil, false, nil
	}
	var s sitemap
	decoder := xml.NewDecoder(bytes.NewReader(content))
	decoder.CharsetReader = charset.NewReaderLabel
	if err := decoder.Decode(&s); err != nil {
		return nil, nil, true, err
	}
	if s.XMLName.Local != "urlset" && s.XMLName.Local != "sitemapindex" {
		return nil, nil, false, nil
	}
	for _, one := range s.Pages {
		if at, err := url.Parse(strings.TrimSpace(one.Address)); err == nil && at.Host != "" {
			pages = append(pages, page{Fields: document.Fields{Address: at.String(), Outlet: one.News.Outlet, Language: one.News.Language, Date: document.Day(one.News.Date), Headline: one.News.Headline}})
		}
	}
	for _, one := range s.Maps {
		maps = append(maps, strings.TrimSpace(one.Address))
	}
	return pages, maps, true, nil
}
