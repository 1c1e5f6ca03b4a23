package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

// modelServer is the address of a server with one model, some-model, which says the same of every
// article: two things that the article of witness.txtar bears out and one that it does not.
func modelServer(t *testing.T) string {
	const said = `{"claims":[
		{"quote":"Gerwig all over","kind":"credit","title":"Lady Bird","person":"Greta Gerwig","role":"director"},
		{"quote":"Saoirse Ronan gives it her everything","kind":"credit","title":"Lady Bird","person":"Saoirse Ronan","role":"director"},
		{"quote":"directed by Greta Gerwig","kind":"credit","title":"Lady Bird","person":"Greta Gerwig","role":"director"}]}`
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var asked struct {
			Model string `json:"model"`
		}
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil || asked.Model != "some-model" {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprintf(w, `{"error":{"message":"model \"%s\" not found"}}`, asked.Model)
			return
		}
		answer := map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": said}, "finish_reason": "stop"}}}
		if err := json.NewEncoder(w).Encode(answer); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}
