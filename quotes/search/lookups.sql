-- What makes the tables quick to search; made when they are filled, which is quicker.

CREATE INDEX claims_speaker ON claims (speaker);
CREATE INDEX claims_article ON claims (article);
CREATE INDEX members_speaker ON members (speaker);
CREATE INDEX aliases_letters ON aliases (replace(words, ' ', ''));
CREATE INDEX aliases_names ON aliases (replace(words, ' ', '')) WHERE kind IN ('name', 'surname');
CREATE INDEX spans_claim ON spans (claim);
