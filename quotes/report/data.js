// The claims, read once, each joined with its article and its speaker.

const { articles, speakers, claims } = JSON.parse(byId("data").textContent);
const claimsById = new Map(claims.map((claim) => [claim.id, claim]));

for (const [index, speaker] of speakers.entries()) speaker.index = index;
for (const article of articles) article.claims = [];
for (const claim of claims) {
  claim.speaker = speakers[claim.speaker];
  claim.article = articles[claim.article];
  claim.number = claim.article.claims.push(claim);
}

/** Who is meant, told apart from an unnamed source and from none. */
function speakerName(name) {
  return name === null ? el("i", {}, "speaker not found") : foreign(name);
}

function headingOf(article) {
  return article.title ?? article.id;
}

/** Where a person finds the article: its date and its heading. */
function placeOf(article) {
  const known = [article.date && dateInWords(article.date), article.publisher, headingOf(article)];
  return known.filter(Boolean).join(" · ");
}
