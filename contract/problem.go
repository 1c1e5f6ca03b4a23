package contract

// Problem is why a question over HTTP has no answer, in the form of RFC 9457
// (application/problem+json).
type Problem struct {
	Title  string  `json:"title" doc:"The status in words."`
	Status int     `json:"status" minimum:"400" maximum:"599" doc:"The status of HTTP."`
	Detail string  `json:"detail" doc:"What is the matter, and what helps."`
	Errors []Fault `json:"errors,omitempty" doc:"What is wrong with the question, piece by piece."`
}

// Fault is one thing that is wrong with a question.
type Fault struct {
	Message  string `json:"message" doc:"What is wrong."`
	Location string `json:"location,omitempty" doc:"Where: query.kind, path.id, body.text."`
	Value    string `json:"value,omitempty" doc:"What was sent there, as text."`
}
