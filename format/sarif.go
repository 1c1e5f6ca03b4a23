package format

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"rolecall/block"
)

// SARIF is the statements that are contradicted, as tools for code show what they find at
// its place in a file: the Static Analysis Results Interchange Format 2.1.0 of OASIS. A
// statement that is open is no fault, and is left out.
//
// The dozen fields are written here, as the library for it brings a second validator of
// JSON Schema, unkept since 2018, into the program.
var SARIF = Format{
	Word: "sarif", Name: "SARIF", About: "the claims of a check that are contradicted, for code hosts and editors", Ending: ".sarif", Kind: "application/sarif+json", Part: Reviews,
	Write: writeSARIF,
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	ColumnKind string            `json:"columnKind"`
	Results    []sarifResult     `json:"results"`
	Properties map[string]string `json:"properties"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

func writeSARIF(s Screen, a Answer) error {
	reviewed, err := partOf[Reviewed](a, Reviews, "SARIF")
	if err != nil {
		return err
	}
	return WriteJSON(s.Out, sarifOf(reviewed.Reviews()))
}

func sarifOf(reviews block.Reviews) sarifLog {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Properties: map[string]string{"catalog": reviews.Catalog}}
	run.Tool.Driver = sarifDriver{Name: "Rolecall", Rules: []sarifRule{}}
	for _, r := range reviews.All {
		if r.Verdict != block.False {
			continue
		}
		rule := sarifRule{"contradicted/" + r.Kind, sarifText{r.Meaning}}
		if !slices.Contains(run.Tool.Driver.Rules, rule) {
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
		}
		run.Results = append(run.Results, sarifResult{
			RuleID: rule.ID, Level: "error", Message: sarifText{"“" + r.Claim + "”: " + r.Reason},
			Locations: []sarifLocation{sarifPlace(r)}, Fingerprints: map[string]string{"claim/v1": fingerprint(r)},
		})
	}
	return sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
}

func sarifPlace(r block.Review) (place sarifLocation) {
	place.Physical.Artifact.URI = r.Source
	if !isAddress(r.Source) {
		place.Physical.Artifact.URI = (&url.URL{Path: filepath.ToSlash(r.Source)}).String()
	}
	if r.Place != (block.Place{}) {
		place.Physical.Region = &sarifRegion{r.Place.Line, r.Place.Column, r.Place.EndLine, r.Place.EndColumn}
	}
	return place
}

// isAddress reports whether a source is a page of the web rather than a file.
func isAddress(source string) bool {
	at, err := url.Parse(source)
	return err == nil && at.Host != ""
}

// fingerprint tells a claim from others of its file wherever in it the words stand.
func fingerprint(r block.Review) string {
	sum := sha256.Sum256([]byte(r.Kind + "\x00" + strings.ToLower(r.Claim)))
	return hex.EncodeToString(sum[:16])
}
