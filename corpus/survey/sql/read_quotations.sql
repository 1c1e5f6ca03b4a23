CREATE TABLE quotations AS SELECT article, speaker_id, speaker, gender, words FROM written_quotations
